import './ledger.css'
import './course.css'
import './figures.css'
import { useState } from 'react'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Screen, Tabs } from '../ui/index.ts'
import { CatalogueView } from './CatalogueView.tsx'
import { HoldingView } from './HoldingView.tsx'
import { CatalogueImport, TenureImport } from './ImportViews.tsx'
import { PersonView } from './PersonView.tsx'
import { SessionView } from './SessionView.tsx'
import { StatisticsView } from './StatisticsView.tsx'
import { TenureDialog } from './TenureDialog.tsx'
import { UnreviewedView } from './UnreviewedView.tsx'

const views = ['holding', 'person', 'session', 'unreviewed', 'catalogue', 'statistics'] as const
type View = (typeof views)[number]

/** Who holds what by which vote, on any day; and the organs and posts there are. */
export const LedgerScreen = () => {
  const t = useT()
  const [view, setView] = useState<View>('holding')
  const [personId, setPersonId] = useState<string | null>(null)
  const [importing, setImporting] = useState(false)
  const [adding, setAdding] = useState(false)
  const inCatalogue = view === 'catalogue'
  const turn = (by: 1 | -1) => () =>
    setView((now) => views[(views.indexOf(now) + by + views.length) % views.length] ?? now)
  useAction('ledger.nextView', turn(1), !importing)
  useAction('ledger.previousView', turn(-1), !importing)
  useAction('ledger.import', () => setImporting(true), !importing)
  useAction('ledger.add', () => setAdding(true), !importing && !inCatalogue)
  if (importing) {
    const Import = inCatalogue ? CatalogueImport : TenureImport
    return <Import onClose={() => setImporting(false)} />
  }
  const toPerson = (id: string) => {
    setPersonId(id)
    setView('person')
  }
  return (
    <Screen
      flush
      title={t('ledger.title')}
      note={
        <div className="ledger-views">
          <Tabs<View>
            label={t('ledger.views')}
            value={view}
            options={views.map((one) => ({ value: one, label: t(`ledger.view.${one}`) }))}
            onChange={setView}
          />
        </div>
      }
      actions={
        <>
          <Button icon="upload" chord="Mod+I" onClick={() => setImporting(true)}>
            {t(inCatalogue ? 'ledger.importCatalogue' : 'ledger.importTenures')}
          </Button>
          {inCatalogue ? null : (
            <Button icon="add" tone="primary" chord="N" onClick={() => setAdding(true)}>
              {t('ledger.addTenure')}
            </Button>
          )}
        </>
      }
    >
      {view === 'holding' ? <HoldingView onPerson={toPerson} /> : null}
      {view === 'person' ? <PersonView personId={personId} onPerson={setPersonId} /> : null}
      {view === 'session' ? <SessionView onPerson={toPerson} /> : null}
      {view === 'unreviewed' ? <UnreviewedView onPerson={toPerson} /> : null}
      {view === 'catalogue' ? <CatalogueView /> : null}
      {view === 'statistics' ? <StatisticsView /> : null}
      {adding ? <TenureDialog tenure={null} onClose={() => setAdding(false)} /> : null}
    </Screen>
  )
}
