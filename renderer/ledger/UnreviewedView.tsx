import { useState } from 'react'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { EmptyState, Loaded, Note, SplitLayout, VirtualTable } from '../ui/index.ts'
import { tenureColumns } from './columns.tsx'
import { TenurePanel } from './TenurePanel.tsx'
import { useLedger } from './useLedger.ts'

/** In office, appointed in this term, not yet reviewed in it. */
export const UnreviewedView = ({ onPerson }: { onPerson: (personId: string) => void }) => {
  const t = useT()
  const answer = useLedger('ledger.unreviewed', {})
  const [selected, setSelected] = useState<string | null>(null)
  const current = answer.data?.find(({ id }) => id === selected) ?? null
  useAction('ledger.open', () => current && onPerson(current.personId), current !== null)
  return (
    <SplitLayout rightWidth={304} right={<TenurePanel tenure={current} onPerson={onPerson} />}>
      <Loaded query={answer}>
        {(tenures) => (
          <div className="ledger-list">
            <div className="ledger-bar">
              <Note>{t('ledger.unreviewedNote', { count: tenures.length })}</Note>
            </div>
            <VirtualTable
              label={t('ledger.view.unreviewed')}
              columns={tenureColumns(t)}
              rows={tenures}
              rowKey={({ id }) => id}
              selected={selected}
              onSelect={setSelected}
              onOpen={({ personId }) => onPerson(personId)}
              empty={<EmptyState icon="check" title={t('ledger.allReviewed')} />}
            />
          </div>
        )}
      </Loaded>
    </SplitLayout>
  )
}
