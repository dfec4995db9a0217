import { useState } from 'react'
import type { ActMaterial, Nomination } from '../../shared/contract/appointment.ts'
import { isAwaited } from '../../shared/rules/appointment/materials.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Checkbox,
  DateField,
  Dialog,
  DialogButtons,
  FormFailure,
  Note,
  Stack,
} from '../ui/index.ts'
import type { Checks } from './useChecks.ts'

/** What acts of a nomination must bring and has still to come, and how many exams are without their points. */
export const awaitedOf = (
  { acts }: Nomination,
  { materials }: Checks,
): { awaited: ActMaterial[]; exams: number } => {
  const open = acts.filter(({ outcome }) => outcome === 'pending' || outcome === 'deferred')
  const own = open.flatMap((act) => (materials.get(act.id) ?? []).map((one) => ({ act, one })))
  return {
    awaited: own.filter(({ act, one }) => isAwaited(one, act)).map(({ one }) => one),
    exams: own.filter(({ one: { kind, required, fact } }) => kind === 'exam' && required && !fact)
      .length,
  }
}

/** Notes all that has come with a nomination as received on one day, kind by kind. */
export const ReceiveDialog = ({
  nomination,
  awaited,
  exams,
  today,
  onClose,
}: {
  nomination: Nomination
  awaited: readonly ActMaterial[]
  exams: number
  /** Proposed as the day it came in. */
  today: string
  onClose: () => void
}) => {
  const t = useT()
  const receive = useKernelCommand('appointment.receiveMaterials', { inline: true })
  const kinds = Map.groupBy(awaited, ({ kind }) => kind)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [receivedOn, setReceivedOn] = useState<string | null>(today)
  const taken = awaited.filter(({ kind }) => !left.has(kind))
  const turn = (kind: string) =>
    setLeft((old) => {
      const next = new Set(old)
      if (!next.delete(kind)) next.add(kind)
      return next
    })
  const submit = async () => {
    if (receivedOn === null || taken.length === 0) return
    const chosen = [...new Set(taken.map(({ kind }) => kind))]
    const facts = { nominationId: nomination.id, kinds: chosen, receivedOn }
    if (!(await receive.run(facts)).ok) return
    const acts = new Set(taken.map(({ actId }) => actId)).size
    notify('good', t('appointment.received', { count: taken.length, acts }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('appointment.receiveTitle', { count: awaited.length })}
      width={480}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('appointment.receiveConfirm', { count: taken.length })}
          onCancel={onClose}
          pending={receive.pending}
          disabled={receivedOn === null || taken.length === 0}
        />
      }
    >
      <Stack>
        <DateField
          label={t('appointment.receivedOn')}
          value={receivedOn}
          onChange={setReceivedOn}
          autoFocus
        />
        <Stack tight>
          {[...kinds].map(([kind, own]) => (
            <Checkbox
              key={kind}
              label={t('appointment.receiveKind', {
                kind: t(`appointment.material.${kind}`),
                count: own.length,
              })}
              checked={!left.has(kind)}
              onChange={() => turn(kind)}
            />
          ))}
        </Stack>
        <Note>{t('appointment.receiveNote')}</Note>
        {exams > 0 ? <Note>{t('appointment.receiveExams', { count: exams })}</Note> : null}
        <FormFailure failure={receive.failure} />
      </Stack>
    </Dialog>
  )
}
