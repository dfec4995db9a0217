import {
  sittingKinds,
  type SessionDetail,
  type Sitting,
  type SittingKind,
} from '../../shared/contract/session.ts'
import { useDraft } from '../lib/form.ts'
import { formatNumeral, formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { choose } from '../lib/place.ts'
import {
  Button,
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  Segmented,
  Stack,
  TextField,
  TimeField,
} from '../ui/index.ts'
import { ChairField } from './ChairField.tsx'
import { sittingName } from './names.ts'

type Values = {
  kind: SittingKind
  groupName: string
  day: string | null
  time: string | null
  place: string
  chairId: string | null
}

/** A new sitting begins where the last one of the session left off; the first on the first morning. */
const valuesOf = (session: SessionDetail, sitting: Sitting | null): Values => {
  const from = sitting ?? session.sittings.at(-1)
  return {
    kind: sitting?.kind ?? 'plenary',
    groupName: sitting?.groupName ?? '',
    day: from?.startsAt.slice(0, 10) ?? session.startsOn,
    time: sitting ? formatTime(sitting.startsAt) : from ? '14:30' : '09:00',
    place: from?.place ?? session.place,
    chairId: from ? from.chairId : session.chairId,
  }
}

/** Makes or changes a sitting; once it has begun its time stands. */
export const SittingDialog = ({
  session,
  sitting,
  onClose,
}: {
  session: SessionDetail
  sitting: Sitting | null
  onClose: () => void
}) => {
  const t = useT()
  const save = useKernelCommand('session.saveSitting', { inline: true })
  const remove = useKernelCommand('session.removeSitting')
  const draft = useDraft(valuesOf(session, sitting))
  const { values, set } = draft
  const begun = sitting !== null && sitting.state !== 'planned'
  const groups = session.sittings.filter(({ kind }) => kind === 'group').length
  const setKind = (kind: SittingKind) => {
    set('kind', kind)
    if (kind !== 'group') set('groupName', '')
    else if (values.groupName === '')
      set('groupName', t('session.groupNth', { number: formatNumeral(groups + 1) }))
  }
  const submit = async () => {
    const { day, time, ...rest } = values
    if (values.kind === 'group' && values.groupName.trim() === '')
      return draft.say('groupName', t('session.groupNeeded'))
    const startsAt = begun ? sitting.startsAt : `${day ?? ''}T${time ?? ''}:00`
    const known = sitting ? { id: sitting.id, rev: sitting.rev } : { rev: 0 }
    const reply = await save.run({ ...known, sessionId: session.id, startsAt, ...rest })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('session.sittingSaved', { name: sittingName(reply.value) }))
    choose({ sessionId: session.id, sittingId: reply.value.id })
    onClose()
  }
  const discard = async () => {
    if (!sitting) return
    const reply = await remove.run({ id: sitting.id, rev: sitting.rev })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t(sitting ? 'session.command.editSitting' : 'session.command.sitting')}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          {sitting && !begun ? (
            <Button
              tone="danger"
              icon="remove"
              pending={remove.pending}
              onClick={() => void discard()}
            >
              {t('common.remove')}
            </Button>
          ) : null}
          <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
        </>
      }
    >
      <Stack>
        <Segmented<SittingKind>
          label={t('session.sittingKind')}
          value={values.kind}
          options={sittingKinds.map((kind) => ({ value: kind, label: t(`session.kind.${kind}`) }))}
          onChange={setKind}
        />
        {values.kind === 'group' ? (
          <TextField
            label={t('session.groupName')}
            value={values.groupName}
            onChange={(name) => set('groupName', name)}
            error={draft.errorAt('groupName')}
          />
        ) : null}
        <FieldGrid>
          <DateField
            label={t('common.date')}
            value={values.day}
            onChange={(day) => set('day', day)}
            disabled={begun}
            error={draft.errorAt('startsAt')}
          />
          <TimeField
            label={t('session.startTime')}
            value={values.time}
            onChange={(time) => set('time', time)}
            disabled={begun}
            autoFocus={!begun}
          />
          <TextField
            label={t('session.place')}
            value={values.place}
            onChange={(place) => set('place', place)}
            autoFocus={begun}
            error={draft.errorAt('place')}
          />
          <ChairField
            value={values.chairId}
            onChange={(chairId) => set('chairId', chairId)}
            error={draft.errorAt('chairId')}
          />
        </FieldGrid>
        {begun ? <Note>{t('session.begunNote')}</Note> : null}
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
