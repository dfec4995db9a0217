import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { Button, FormFailure, Note, Row, Stack, TextField } from '../ui/index.ts'
import { Door } from './Door.tsx'
import { operatorKnown } from './panels.ts'

/** Asks who works, by name; names used before are one press away. */
export const SignOn = () => {
  const t = useT()
  const queries = useQueryClient()
  const operators = useKernelQuery('journal.operators', {})
  const signOn = useKernelCommand('journal.signOn', { inline: true })
  const draft = useDraft({ name: '' })
  const [chosen, setChosen] = useState<string | null>(null)
  const enter = async (name: string) => {
    setChosen(name)
    const reply = await signOn.run({ name })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    await queries.invalidateQueries({ queryKey: ['journal.operator'] })
    operatorKnown()
  }
  const known = operators.data ?? []
  return (
    <Door title={t('app.signOn.title')}>
      <Note>{t('app.signOn.hint')}</Note>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void enter(draft.values.name)
        }}
      >
        <Stack>
          {known.length > 0 ? (
            <Row>
              {known.slice(0, 8).map((name) => (
                <Button
                  key={name}
                  pending={signOn.pending && chosen === name}
                  onClick={() => void enter(name)}
                >
                  {name}
                </Button>
              ))}
            </Row>
          ) : null}
          <TextField
            label={t('app.signOn.name')}
            value={draft.values.name}
            onChange={(name) => draft.set('name', name)}
            error={draft.errorAt('name')}
            autoFocus
          />
          {signOn.failure?.fields ? null : <FormFailure failure={signOn.failure} />}
          <Button
            type="submit"
            tone="primary"
            size="l"
            wide
            disabled={draft.values.name.trim() === ''}
            pending={signOn.pending}
          >
            {t('app.signOn.enter')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
