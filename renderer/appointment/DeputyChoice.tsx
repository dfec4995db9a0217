import type { Act } from '../../shared/contract/appointment.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { Segmented } from '../ui/index.ts'

const answers = ['unsaid', 'yes', 'no'] as const
type Answer = (typeof answers)[number]
const deputies: Record<Answer, boolean | null> = { unsaid: null, yes: true, no: false }

/** Whether the person of an act is a deputy to the congress: said here, for the person, wherever it is asked again. */
export const DeputyChoice = ({
  act,
  deputy,
  closed,
}: {
  act: Act
  /** As it was said; null: nobody has. */
  deputy: boolean | null
  closed: boolean
}) => {
  const t = useT()
  const say = useKernelCommand('appointment.sayDeputy')
  return (
    <Segmented
      label={t('appointment.isDeputy', { name: act.personName })}
      showLabel
      value={answers.find((answer) => deputies[answer] === deputy) ?? 'unsaid'}
      disabled={closed}
      options={answers.map((value) => ({ value, label: t(`appointment.deputy.${value}`) }))}
      onChange={(answer) => void say.run({ actId: act.id, deputy: deputies[answer] })}
    />
  )
}
