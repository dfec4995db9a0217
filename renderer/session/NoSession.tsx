import { useT } from '../lib/i18n.ts'
import { go } from '../lib/place.ts'
import { Button, EmptyState, type IconName } from '../ui/index.ts'

/** Said by a screen of a session while there is none. */
export const NoSession = ({ icon }: { icon: IconName }) => {
  const t = useT()
  return (
    <EmptyState
      icon={icon}
      title={t('session.none')}
      action={
        <Button tone="primary" onClick={() => go('session')}>
          {t('session.toSession')}
        </Button>
      }
    >
      {t('session.noneHint')}
    </EmptyState>
  )
}
