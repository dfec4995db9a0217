import { useState } from 'react'
import type { Act, ActMaterial } from '../../shared/contract/appointment.ts'
import { useDraft } from '../lib/form.ts'
import { formatDay } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Button,
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  NumberField,
  Segmented,
  Stack,
  StateMark,
  TextField,
  type Tone,
} from '../ui/index.ts'

const toneOf = ({ fact, required, say }: ActMaterial): Tone => {
  if (say) return 'warn'
  if (fact) return 'good'
  return required ? 'warn' : 'plain'
}

/** What has to come with an act: what is there, since when, and what is missing. */
export const MaterialList = ({
  act,
  materials,
  closed,
  today,
}: {
  act: Act
  materials: readonly ActMaterial[]
  closed: boolean
  /** Proposed as the day it came in. */
  today: string
}) => {
  const t = useT()
  const save = useKernelCommand('appointment.saveMaterial')
  const [edited, setEdited] = useState<ActMaterial | null>(null)
  if (materials.length === 0)
    return <p className="appointment-none">{t('appointment.noMaterials')}</p>
  const tick = ({ kind, rev, fact }: ActMaterial) =>
    void save.run(
      fact
        ? { actId: act.id, kind, rev, state: null }
        : { actId: act.id, kind, rev, state: 'received', receivedOn: today },
    )
  return (
    <>
      <ul className="appointment-materials">
        {materials.map((material) => {
          const { kind, fact, required, say } = material
          const name = t(`appointment.material.${kind}`)
          return (
            <li key={kind}>
              <label>
                <input
                  type="checkbox"
                  checked={fact !== null}
                  disabled={closed || save.pending}
                  onChange={() => (kind === 'exam' && !fact ? setEdited(material) : tick(material))}
                />
                <span>{name}</span>
                {required ? null : <small>{t('appointment.optional')}</small>}
              </label>
              <span className="appointment-fact">
                {fact ? sayFact(fact, t) : null}
                <StateMark
                  tone={toneOf(material)}
                  label={say ? tell(say) : t(fact ? 'appointment.there' : 'appointment.missing')}
                />
                <Button
                  size="s"
                  tone="quiet"
                  disabled={closed}
                  aria-label={t('appointment.editMaterial', { name })}
                  onClick={() => setEdited(material)}
                >
                  {t('common.edit')}
                </Button>
              </span>
              {say && fact ? <p>{tell(say)}</p> : null}
            </li>
          )
        })}
      </ul>
      {edited ? (
        <MaterialDialog act={act} material={edited} today={today} onClose={() => setEdited(null)} />
      ) : null}
    </>
  )
}

const sayFact = (
  { state, receivedOn, score, retake }: NonNullable<ActMaterial['fact']>,
  t: ReturnType<typeof useT>,
): string =>
  [
    state === 'waived' ? t('appointment.materialState.waived') : formatDay(receivedOn),
    score === null ? '' : t('appointment.points', { score }),
    retake === null ? '' : t('appointment.retakePoints', { score: retake }),
  ]
    .filter(Boolean)
    .join(' ')

const states = ['received', 'waived'] as const

const MaterialDialog = ({
  act,
  material: { kind, fact, rev },
  today,
  onClose,
}: {
  act: Act
  material: ActMaterial
  today: string
  onClose: () => void
}) => {
  const t = useT()
  const save = useKernelCommand('appointment.saveMaterial', { inline: true })
  const draft = useDraft({
    state: fact?.state ?? 'received',
    receivedOn: fact ? fact.receivedOn : (today as string | null),
    score: fact?.score ?? null,
    retake: fact?.retake ?? null,
    note: fact?.note ?? '',
  })
  const { values, set, errorAt } = draft
  const submit = async () => {
    const reply = await save.run({ actId: act.id, kind, rev, ...values })
    draft.take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t('appointment.materialTitle', {
        material: t(`appointment.material.${kind}`),
        name: act.personName,
      })}
      width={480}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
      }
    >
      <Stack>
        <Segmented
          label={t('appointment.materialStateLabel')}
          value={values.state}
          options={states.map((value) => ({
            value,
            label: t(`appointment.materialState.${value}`),
          }))}
          onChange={(state) => set('state', state)}
        />
        <DateField
          label={t('appointment.receivedOn')}
          value={values.receivedOn}
          onChange={(receivedOn) => set('receivedOn', receivedOn)}
          error={errorAt('receivedOn')}
        />
        {kind === 'exam' ? (
          <FieldGrid>
            <NumberField
              label={t('appointment.score')}
              value={values.score}
              max={100}
              onChange={(score) => set('score', score)}
              error={errorAt('score')}
            />
            <NumberField
              label={t('appointment.retake')}
              value={values.retake}
              max={100}
              onChange={(retake) => set('retake', retake)}
              error={errorAt('retake')}
            />
          </FieldGrid>
        ) : null}
        <TextField
          label={t('appointment.materialNote')}
          value={values.note}
          onChange={(note) => set('note', note)}
          error={errorAt('note')}
        />
        <Note>{t('appointment.materialHint')}</Note>
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
