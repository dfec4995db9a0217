import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Finding } from '../ui/index.ts'

/** Says how many acts are written with another verb than their posts, and puts all of them right by one key. */
export const MendLine = ({
  count,
  pending = false,
  onMend,
}: {
  count: number
  pending?: boolean
  onMend: () => void
}) => {
  const t = useT()
  useAction('appointment.mend', onMend, count > 0 && !pending)
  return count > 0 ? (
    <Finding>
      {t('appointment.mendNote', { count })}{' '}
      <Button size="s" chord="Mod+M" pending={pending} onClick={onMend}>
        {t('appointment.mend')}
      </Button>
    </Finding>
  ) : null
}
