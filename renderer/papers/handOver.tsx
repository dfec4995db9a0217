import type { Reply } from '../../shared/contract/index.ts'
import type { OutputAt } from '../lib/client.ts'
import { useT } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import { useKernelTask } from '../lib/task.ts'
import { Button, Progress } from '../ui/index.ts'

/** Says where papers went, or that none did; a failure has become a notice already. */
export const useTell = () => {
  const t = useT()
  return (reply: Reply<OutputAt<'papers.export'>>): void => {
    if (!reply.ok) {
      if (reply.error.code === 'cancelled') notify('plain', t('papers.cancelled'))
      return
    }
    const { files, folder, cancelled } = reply.value
    if (cancelled) notify('plain', t('papers.cancelled'))
    else if (folder === null) notify('good', t('papers.downloaded', { count: files.length }))
    else notify('good', t('papers.exported', { count: files.length, folder }))
  }
}

/** One press: every paper that follows from what a session passed. */
export const useMakeAll = (sessionId: string) => {
  const { run, ...task } = useKernelTask('papers.makeAll')
  const tell = useTell()
  return { ...task, make: async () => tell(await run({ sessionId, format: 'docx' })) }
}

/** How far papers on their way out are, and the way to stop them. */
export const HandingOver = ({
  task,
  label,
}: {
  task: Pick<ReturnType<typeof useKernelTask>, 'progress' | 'cancel'>
  label: string
}) => {
  const t = useT()
  return (
    <>
      <Progress done={task.progress?.done ?? 0} total={task.progress?.total ?? 0} label={label} />
      <Button onClick={task.cancel}>{t('common.cancel')}</Button>
    </>
  )
}
