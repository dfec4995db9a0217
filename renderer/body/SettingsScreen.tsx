import './body.css'
import { useState } from 'react'
import { formatNumeral } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { usePlace } from '../lib/place.ts'
import { Loaded, Note, Panel, Screen, Tabs } from '../ui/index.ts'
import { BodyForm } from './BodyForm.tsx'
import { DataTab } from './DataTab.tsx'
import { DisplayTab } from './DisplayTab.tsx'
import { RulesTab } from './RulesTab.tsx'

const tabs = ['body', 'rules', 'data', 'display'] as const
type Tab = (typeof tabs)[number]

/** Settings: the body, its rules of procedure, its data, and how the page looks. */
export const SettingsScreen = () => {
  const t = useT()
  const [tab, setTab] = useState<Tab>(usePlace.getState().rule ? 'rules' : 'body')
  return (
    <Screen title={t('body.title')} flush>
      <Tabs
        label={t('body.title')}
        value={tab}
        options={tabs.map((value) => ({ value, label: t(`body.tab.${value}`) }))}
        onChange={setTab}
      />
      {tab === 'body' ? <BodyTab /> : null}
      {tab === 'rules' ? <RulesTab /> : null}
      {tab === 'data' ? <DataTab /> : null}
      {tab === 'display' ? <DisplayTab /> : null}
    </Screen>
  )
}

const BodyTab = () => {
  const t = useT()
  const body = useKernelQuery('body.get', {})
  return (
    <div className="body-tab">
      <Loaded query={body}>
        {(known) => (
          <Panel
            title={
              known
                ? t('body.currentTerm', { number: formatNumeral(known.term.number) })
                : t('body.current')
            }
          >
            <BodyForm key={known?.rev ?? 0} body={known} label={t('common.save')} />
          </Panel>
        )}
      </Loaded>
      <Note>{t('body.fixed')}</Note>
    </div>
  )
}
