import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { HandingOver, useMakeAll } from '../papers/index.ts'
import { Button } from '../ui/index.ts'

/** One press: every paper that follows from what passed. While it runs it shows how far and can be stopped. */
export const MakeBar = ({ sessionId, enabled }: { sessionId: string; enabled: boolean }) => {
  const t = useT()
  const all = useMakeAll(sessionId)
  const can = enabled && !all.pending
  useAction('formality.export', () => void all.make(), can)
  if (all.pending) return <HandingOver task={all} label={t('formality.making')} />
  return (
    <Button
      tone="primary"
      icon="download"
      chord="Mod+Enter"
      disabled={!can}
      onClick={() => void all.make()}
    >
      {t('formality.makeAll')}
    </Button>
  )
}
