import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import { useKernelTask } from '../lib/task.ts'
import { Button, Progress } from '../ui/index.ts'

/** One press: every paper that follows from what passed. While it runs it shows how far and can be stopped. */
export const MakeBar = ({ sessionId, enabled }: { sessionId: string; enabled: boolean }) => {
  const t = useT()
  const task = useKernelTask('papers.makeAll')
  const make = async () => {
    const reply = await task.run({ sessionId, format: 'docx' })
    if (!reply.ok) {
      if (reply.error.code === 'cancelled') notify('plain', t('papers.cancelled'))
      return
    }
    const { files, folder, cancelled } = reply.value
    if (cancelled) notify('plain', t('papers.cancelled'))
    else if (folder === null) notify('good', t('papers.downloaded', { count: files.length }))
    else notify('good', t('papers.exported', { count: files.length, folder }))
  }
  const can = enabled && !task.pending
  useAction('formality.export', () => void make(), can)
  if (task.pending)
    return (
      <>
        <Progress
          done={task.progress?.done ?? 0}
          total={task.progress?.total ?? 0}
          label={t('formality.making')}
        />
        <Button onClick={task.cancel}>{t('common.cancel')}</Button>
      </>
    )
  return (
    <Button
      tone="primary"
      icon="download"
      chord="Mod+Enter"
      disabled={!can}
      onClick={() => void make()}
    >
      {t('formality.makeAll')}
    </Button>
  )
}
