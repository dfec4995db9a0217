import { useState } from 'react'
import type { Outgoing } from '../../shared/contract/papers.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { Loaded, TextField } from '../ui/index.ts'

type Field = keyof Outgoing

/** A number or name this session's papers bear: the first of its series, or who leads the oath. */
export const OutgoingField = ({ sessionId, field }: { sessionId: string; field: Field }) => {
  const stored = useKernelQuery('papers.outgoing', { sessionId })
  return (
    <Loaded query={stored}>
      {(known) => (
        <One
          key={`${known.rev}`}
          sessionId={sessionId}
          field={field}
          value={known.value}
          rev={known.rev}
        />
      )}
    </Loaded>
  )
}

const shown = (value: string | number | null): string => (value === null ? '' : String(value))

/** What was typed as the field keeps it; undefined where it is no number. */
const read = (field: Field, typed: string): string | number | null | undefined => {
  const text = typed.trim()
  if (field === 'oathLeader') return text
  if (text === '') return null
  return /^[1-9]\d{0,4}$/u.test(text) ? Number(text) : undefined
}

const One = ({
  sessionId,
  field,
  value,
  rev,
}: {
  sessionId: string
  field: Field
  value: Outgoing
  rev: number
}) => {
  const t = useT()
  const command = useKernelCommand('papers.saveOutgoing')
  const [typed, setTyped] = useState(shown(value[field]))
  const next = read(field, typed)
  const keep = () => {
    if (command.pending || next === undefined || next === value[field]) return
    void command.run({ sessionId, value: { ...value, [field]: next }, rev })
  }
  return (
    <form
      noValidate
      onBlur={keep}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField
        label={t(`papers.outgoing.${field}`)}
        hint={t(`papers.outgoing.hint.${field}`)}
        {...(next === undefined ? { error: t('papers.outgoing.noNumber') } : {})}
        value={typed}
        onChange={setTyped}
      />
    </form>
  )
}
