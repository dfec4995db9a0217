import './roster.css'
import { useState } from 'react'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Screen } from '../ui/index.ts'
import { ImportView } from './ImportView.tsx'
import { MembersView } from './MembersView.tsx'

/** The members of the body: who is in office, who was, and reading them in from a sheet. */
export const RosterScreen = () => {
  const t = useT()
  const [importing, setImporting] = useState(false)
  const [adding, setAdding] = useState(false)
  useAction('roster.import', () => setImporting(true), !importing)
  useAction('roster.add', () => setAdding(true), !importing)
  if (importing) return <ImportView onClose={() => setImporting(false)} />
  return (
    <Screen
      title={t('roster.title')}
      flush
      actions={
        <>
          <Button icon="upload" chord="Mod+I" onClick={() => setImporting(true)}>
            {t('commands.rosterImport')}
          </Button>
          <Button icon="person" tone="primary" chord="N" onClick={() => setAdding(true)}>
            {t('commands.rosterAdd')}
          </Button>
        </>
      }
    >
      <MembersView adding={adding} onAdded={() => setAdding(false)} />
    </Screen>
  )
}
