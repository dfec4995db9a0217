import { useState } from 'react'
import { guestKinds, type Guest, type GuestKind } from '../../shared/contract/attendance.ts'
import type { SessionDetail, Sitting } from '../../shared/contract/session.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { sittingName } from '../session/index.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  FormFailure,
  Row,
  Segmented,
  Stack,
  TextArea,
  TextField,
} from '../ui/index.ts'
import { readGuests } from './guestLines.ts'

/** Adds many at once, one a line; whoever is on the list already changes nothing. */
export const AddGuestsDialog = ({
  session,
  sitting,
  kind: proposed,
  onClose,
}: {
  session: SessionDetail
  sitting: Sitting
  kind: GuestKind
  onClose: () => void
}) => {
  const t = useT()
  const add = useKernelCommand('attendance.addGuests', { inline: true })
  const [kind, setKind] = useState<GuestKind>(proposed)
  const [text, setText] = useState('')
  const people = readGuests(text)
  const before = session.sittings[session.sittings.findIndex(({ id }) => id === sitting.id) - 1]
  const last = useKernelQuery(
    'attendance.guests',
    { sittingId: before?.id ?? '' },
    { enabled: before !== undefined },
  )
  const listed = last.data?.[kind].guests ?? []
  const submit = async () => {
    if (people.length === 0) return
    const reply = await add.run({ sittingId: sitting.id, kind, people })
    if (!reply.ok) return
    const { expected } = reply.value[kind]
    const list = t(`attendance.guest.${kind}`)
    notify('good', t('attendance.guest.added', { list, expected }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('attendance.guest.add')}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('attendance.guest.addCount', { count: people.length })}
          onCancel={onClose}
          pending={add.pending}
          disabled={people.length === 0}
        />
      }
    >
      <Stack>
        <Segmented<GuestKind>
          label={t('attendance.guest.title')}
          value={kind}
          options={guestKinds.map((one) => ({ value: one, label: t(`attendance.guest.${one}`) }))}
          onChange={setKind}
        />
        <TextArea
          label={t('attendance.guest.people')}
          hint={t('attendance.guest.peopleHint')}
          rows={8}
          value={text}
          onChange={setText}
          autoFocus
        />
        {before && listed.length > 0 ? (
          <Row>
            <Button
              size="s"
              onClick={() =>
                setText(listed.map(({ name, post }) => `${name} ${post}`.trim()).join('\n'))
              }
            >
              {t('attendance.guest.fromBefore', {
                sitting: sittingName(before),
                count: listed.length,
              })}
            </Button>
          </Row>
        ) : null}
        <FormFailure failure={add.failure} />
      </Stack>
    </Dialog>
  )
}

/** Changes a name or a post. */
export const GuestDialog = ({ guest, onClose }: { guest: Guest; onClose: () => void }) => {
  const t = useT()
  const save = useKernelCommand('attendance.saveGuest', { inline: true })
  const { values, set, errorAt, take } = useDraft({ name: guest.name, post: guest.post })
  const submit = async () => {
    const { id, rev, present } = guest
    const reply = await save.run({ id, rev, present, ...values })
    take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t('attendance.guest.edit')}
      width={460}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
      }
    >
      <Stack>
        <TextField
          label={t('attendance.guest.name')}
          value={values.name}
          onChange={(name) => set('name', name)}
          error={errorAt('name')}
          autoFocus
        />
        <TextField
          label={t('attendance.guest.post')}
          value={values.post}
          onChange={(post) => set('post', post)}
          error={errorAt('post')}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
