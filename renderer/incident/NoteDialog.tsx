import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { incidentKinds, type Incident, type IncidentKind } from '../../shared/contract/incident.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { announce } from '../lib/announce.ts'
import { readTime } from '../lib/days.ts'
import { useDraft } from '../lib/form.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Dialog,
  DialogButtons,
  FormFailure,
  Segmented,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'

type Draft = { kind: IncidentKind; text: string; time: string; voteId: string | null }

export type Round = { title: string; vote: Vote }

/** The rounds of a sitting, the latest first. */
export const roundsOf = (questions: readonly Question[], sittingId: string): Round[] =>
  questions
    .flatMap(({ title, votes }) =>
      votes.flatMap((vote) => (vote.sittingId === sittingId ? [{ title, vote }] : [])),
    )
    .toSorted((a, b) => (a.vote.openedAt > b.vote.openedAt ? -1 : 1))

/** What goes wrong while a round is open mostly goes wrong with it. */
const openRound = (rounds: readonly Round[]): string | null =>
  rounds.find(({ vote }) => vote.state === 'open')?.vote.id ?? null

/** Notes what happened, or puts an earlier note right by a new one. */
export const NoteDialog = ({
  sitting,
  rounds,
  corrected,
  onClose,
}: {
  sitting: Sitting
  rounds: readonly Round[]
  /** The note to be put right. */
  corrected: Incident | null
  onClose: () => void
}) => {
  const t = useT()
  const note = useKernelCommand('incident.note', { inline: true })
  const { values, set, errorAt, say, take } = useDraft<Draft>({
    kind: corrected?.kind ?? 'device',
    text: corrected?.text ?? '',
    time: corrected ? formatTime(corrected.at) : '',
    voteId: corrected ? corrected.voteId : openRound(rounds),
  })
  const { kind, voteId } = values
  /** The moment typed, in the day of the note or of the sitting; undefined leaves it to the kernel. */
  const momentOf = (): { at?: string } | null => {
    if (values.time.trim() === '' || (corrected && values.time === formatTime(corrected.at)))
      return {}
    const time = readTime(values.time)
    const day = (corrected?.at ?? sitting.startsAt).slice(0, 10)
    return time ? { at: `${day}T${time}:00` } : null
  }
  const save = async () => {
    const text = values.text.trim()
    const when = momentOf()
    if (text === '') say('text', t('incident.textNeeded'))
    if (!when) say('time', t('common.badTime'))
    if (text === '' || !when) return
    const correction = corrected ? { correctsId: corrected.id } : {}
    const reply = await note.run({
      sittingId: sitting.id,
      kind,
      text,
      voteId,
      ...when,
      ...correction,
    })
    take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    announce(t('incident.noted'))
    onClose()
  }
  return (
    <Dialog
      open
      title={t(corrected ? 'incident.correctTitle' : 'incident.note')}
      width={520}
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={note.pending} />
      }
    >
      <Stack>
        <Segmented<IncidentKind>
          label={t('incident.kind')}
          showLabel
          value={kind}
          options={incidentKinds.map((value) => ({ value, label: t(`incident.kinds.${value}`) }))}
          onChange={(next) => set('kind', next)}
        />
        <TextField
          label={t('incident.text')}
          hint={t('incident.textHint')}
          value={values.text}
          onChange={(text) => set('text', text)}
          error={errorAt('text')}
          autoFocus
        />
        <TextField
          label={t('incident.time')}
          hint={t('incident.timeHint')}
          value={values.time}
          onChange={(time) => set('time', time)}
          error={errorAt('time')}
        />
        <Select<string>
          label={t('incident.vote')}
          placeholder={t('incident.noVote')}
          value={voteId}
          options={rounds.map(({ title, vote }) => ({
            value: vote.id,
            label: t('incident.round', { title, round: vote.round }),
          }))}
          clearable
          onChange={(next) => set('voteId', next)}
        />
        <FormFailure failure={note.failure?.fields ? null : note.failure} />
      </Stack>
    </Dialog>
  )
}
