import { useRef, useState } from 'react'
import type { PaperName, PaperSettings as Stored } from '../../shared/contract/papers.ts'
import type { OrganGroup } from '../../shared/papers/acts.ts'
import { readPaperSettings, type PaperSettings } from '../../shared/papers/settings.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { Checkbox, DragList, Loaded, Note, Segmented, Stack, Tooltip } from '../ui/index.ts'
import { AfterFields, isAfter } from './AfterFields.tsx'
import { KeptText } from './KeptText.tsx'
import type { Part } from './part.ts'
import { ScriptFields } from './ScriptFields.tsx'
import { TemplateFields } from './TemplateFields.tsx'

/** How papers of the chosen kind look. A change holds at once and for every session. */
export const Settings = ({ name, sessionId }: { name: PaperName; sessionId: string }) => {
  const t = useT()
  const stored = useKernelQuery('papers.settings', {})
  return (
    <section className="papers-settings" aria-label={t('papers.settings')}>
      <Tooltip label={t('papers.settingsHint')}>
        <h2>{t('papers.settings')}</h2>
      </Tooltip>
      <Loaded query={stored}>
        {(known) => <Fields name={name} sessionId={sessionId} stored={known} />}
      </Loaded>
    </section>
  )
}

/** Acts a decision of their own is made on, each with what it rests on. */
const cited = ['accept-resignation', 'act-as', 'dismiss', 'recall', 'end'] as const

const decisionKeys = [
  'resignationTitle',
  'resignation',
  'ending',
  'actingTitle',
  'acting',
  'dismissalTitle',
  'dismissal',
  'recallTitle',
  'recall',
  'endTitle',
  'end',
] as const

const Fields = ({
  name,
  sessionId,
  stored,
}: {
  name: PaperName
  sessionId: string
  stored: Stored
}) => {
  const t = useT()
  const part = useKept(stored)
  if (name === 'list' || name === 'draft-list') return <ListFields {...part} />
  if (name === 'decisions') return <DecisionFields {...part} />
  if (name === 'attendance') return <AttendanceFields {...part} />
  if (name === 'script-before' || name === 'script-after')
    return <ScriptFields script={part.value.script} save={(script) => part.save({ script })} />
  if (isAfter(name)) return <AfterFields name={name} sessionId={sessionId} {...part} />
  return <Note>{t('papers.noSettings')}</Note>
}

/**
 * The settings as they will be, and the way to change them. A change made while another is on its way waits its turn:
 * leaving a line by a click on the next box makes two at once.
 */
const useKept = (stored: Stored): Part => {
  const { run } = useKernelCommand('papers.saveSettings')
  const [own, setOwn] = useState<Stored | null>(null)
  const turn = useRef<{ last: Promise<unknown>; known: Stored }>({
    last: Promise.resolve(),
    known: stored,
  })
  // What was chosen here stands until the kernel's answer is at least as new: a field never goes back for a moment.
  const value = readPaperSettings(own && own.rev >= stored.rev ? own.value : stored.value)
  const put = async (change: Partial<PaperSettings>) => {
    const { known } = turn.current
    const reply = await run({
      value: { ...readPaperSettings(known.value), ...change },
      rev: known.rev,
    })
    if (reply.ok) turn.current.known = reply.value
    return reply
  }
  const save = async (change: Partial<PaperSettings>) => {
    if (stored.rev > turn.current.known.rev) turn.current.known = stored
    setOwn({ value: { ...value, ...change }, rev: Infinity })
    const mine = turn.current.last.then(() => put(change))
    turn.current.last = mine
    const reply = await mine
    if (turn.current.last === mine) setOwn(reply.ok ? reply.value : null)
  }
  return { value, save: (change) => void save(change) }
}

const ListFields = ({ value, save }: Part) => {
  const t = useT()
  const { list } = value
  const [selected, setSelected] = useState<string | null>(null)
  const set = (change: Partial<PaperSettings['list']>) => save({ list: { ...list, ...change } })
  const move = (key: string, index: number) =>
    set({
      groupOrder: list.groupOrder
        .filter((group) => group !== key)
        .toSpliced(index, 0, key as OrganGroup),
    })
  return (
    <Stack>
      <div>
        <h3>{t('papers.groupOrder')}</h3>
        <DragList<OrganGroup>
          label={t('papers.groupOrder')}
          items={list.groupOrder}
          keyOf={(group) => group}
          selected={selected}
          onSelect={setSelected}
          onMove={move}
        >
          {(group) => <span>{t(`papers.group.${group}`)}</span>}
        </DragList>
      </div>
      <div>
        <h3>{t('papers.order')}</h3>
        <Segmented<'appoint' | 'remove'>
          label={t('papers.order')}
          value={list.removeFirst ? 'remove' : 'appoint'}
          options={[
            { value: 'appoint', label: t('papers.appointFirst') },
            { value: 'remove', label: t('papers.removeFirst') },
          ]}
          onChange={(first) => set({ removeFirst: first === 'remove' })}
        />
      </div>
      <div>
        <h3>{t('papers.punctuation')}</h3>
        <Segmented<'semicolon' | 'fullStop'>
          label={t('papers.punctuation')}
          value={list.punctuation}
          options={[
            { value: 'semicolon', label: t('papers.semicolon') },
            { value: 'fullStop', label: t('papers.fullStop') },
          ]}
          onChange={(punctuation) => set({ punctuation })}
        />
      </div>
      <Checkbox
        label={t('papers.merge')}
        hint={t('papers.mergeHint')}
        checked={list.merge}
        onChange={(merge) => set({ merge })}
      />
      <Checkbox
        label={t('papers.signature')}
        hint={t('papers.signatureHint')}
        checked={list.signature}
        onChange={(signature) => set({ signature })}
      />
      <Checkbox
        label={t('papers.separateLists')}
        checked={list.separate}
        onChange={(separate) => set({ separate })}
      />
      <TemplateFields keys={['listTitle', 'passing']} value={value} save={save} />
    </Stack>
  )
}

const DecisionFields = ({ value, save }: Part) => {
  const t = useT()
  const { decision } = value
  return (
    <Stack>
      <Checkbox
        label={t('papers.signature')}
        checked={decision.signature}
        onChange={(signature) => save({ decision: { ...decision, signature } })}
      />
      {cited.map((act) => (
        <KeptText
          key={act}
          label={t('papers.citation', { act: t(`appointment.act.${act}`) })}
          value={decision.citations[act] ?? ''}
          onKeep={(text) =>
            save({
              decision: { ...decision, citations: { ...decision.citations, [act]: text } },
            })
          }
        />
      ))}
      <TemplateFields keys={decisionKeys} value={value} save={save} />
    </Stack>
  )
}

const AttendanceFields = ({ value: { attendance }, save }: Part) => {
  const t = useT()
  return (
    <Stack>
      <Checkbox
        label={t('papers.reasons')}
        checked={attendance.reasons}
        onChange={(reasons) => save({ attendance: { ...attendance, reasons } })}
      />
      <KeptText
        label={t('papers.ordering')}
        hint={t('papers.orderingHint')}
        value={attendance.ordering}
        onKeep={(ordering) => save({ attendance: { ...attendance, ordering } })}
      />
    </Stack>
  )
}
