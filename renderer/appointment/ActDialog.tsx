import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import { useDraft, useOpened } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'
import { actLabel, doingKey, doingOf, doingOptions, type Doing } from './verbs.ts'

/** The fields that may stand before an act in the answer to a refused call: «acts.0.post» or «post». */
const paths = (field: string): string[] => [field, `acts.0.${field}`]

type Values = {
  /** Null until somebody has said what is to be done. */
  doing: string | null
  personName: string
  post: string
  reason: string
}

/** Adds an act to a nomination, or changes one that was not yet put to the vote. */
export const ActDialog = ({
  nomination,
  act: shown,
  onClose,
}: {
  nomination: Nomination
  /** Absent adds. */
  act: Act | null
  onClose: () => void
}) => {
  const t = useT()
  const act = useOpened(shown)
  const add = useKernelCommand('appointment.addActs', { inline: true })
  const save = useKernelCommand('appointment.saveAct', { inline: true })
  const before = act ?? nomination.acts.at(-1)
  const draft = useDraft<Values>({
    doing: before ? doingKey(before) : null,
    personName: act?.personName ?? '',
    post: act?.post ?? '',
    reason: act?.reason ?? '',
  })
  const doing = draft.values.doing === null ? undefined : doingOf(draft.values.doing)
  const { personName, post, reason } = draft.values
  const ready = doing !== undefined && personName.trim() !== '' && post.trim() !== ''
  const submit = async () => {
    if (!doing || !ready) return
    const facts = { ...doing, personName, post, reason }
    const reply = act
      ? await save.run({ id: act.id, rev: act.rev, ...facts })
      : await add.run({ nominationId: nomination.id, acts: [facts] })
    draft.take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  const failure = add.failure ?? save.failure
  const labelOf = ({ act: kind, verb }: Doing): string => {
    const name = t(actLabel(kind))
    return name === verb ? verb : t('appointment.doing', { verb, act: name })
  }
  const errorAt = (field: string) => paths(field).map(draft.errorAt).find(Boolean)
  return (
    <Dialog
      open
      title={t(act ? 'appointment.editTitle' : 'appointment.addTitle')}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('common.save')}
          onCancel={onClose}
          pending={add.pending || save.pending}
          disabled={!ready}
        />
      }
    >
      <Stack>
        <FieldGrid>
          <Select
            label={t('appointment.column.verb')}
            value={draft.values.doing}
            options={doingOptions(act).map((choice) => ({
              value: doingKey(choice),
              label: labelOf(choice),
            }))}
            onChange={(value) => draft.set('doing', value)}
            placeholder={t('appointment.chooseDoing')}
            required
          />
          <TextField
            label={t('appointment.column.person')}
            value={personName}
            onChange={(value) => draft.set('personName', value)}
            error={errorAt('personName')}
            required
            autoFocus
          />
        </FieldGrid>
        <TextField
          label={t('appointment.column.post')}
          hint={t('appointment.postHint')}
          value={post}
          onChange={(value) => draft.set('post', value)}
          error={errorAt('post')}
          required
        />
        <TextField
          label={t('appointment.column.reason')}
          value={reason}
          onChange={(value) => draft.set('reason', value)}
          error={errorAt('reason')}
        />
        {failure?.fields ? null : <FormFailure failure={failure} />}
      </Stack>
    </Dialog>
  )
}
