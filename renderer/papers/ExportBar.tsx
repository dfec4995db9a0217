import type { PaperName } from '../../shared/contract/papers.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import { useKernelTask } from '../lib/task.ts'
import { Button, Menu } from '../ui/index.ts'
import { copyText } from './copy.ts'
import { HandingOver, useMakeAll, useTell } from './handOver.tsx'
import type { Made } from './usePapers.ts'

type Format = 'docx' | 'text'

/** Takes papers out: as Word, as text, or onto the clipboard. While it runs it shows how far and can be stopped. */
export const ExportBar = ({
  sessionId,
  made,
  name,
  index,
}: {
  sessionId: string
  made: readonly Made[]
  name: PaperName
  index: number
}) => {
  const t = useT()
  const chosen = useKernelTask('papers.export')
  const tell = useTell()
  const following = useMakeAll(sessionId)
  const task = following.pending ? following : chosen
  const ready = made.filter(({ previews }) => previews.length > 0).map((one) => one.name)
  const preview = made.find((one) => one.name === name)?.previews[index]
  const take = async (papers: readonly PaperName[], format: Format) => {
    if (task.pending || papers.length === 0) return
    tell(await chosen.run({ sessionId, papers: [...papers], format }))
  }
  const copy = async () => {
    if (!preview) return
    const done = await copyText(preview.text)
    if (done) notify('good', t('papers.copied', { count: [...preview.text].length }))
    else notify('bad', t('papers.notCopied'))
  }
  const can = preview !== undefined && !task.pending
  useAction('papers.export', () => void take([name], 'docx'), can)
  useAction('papers.exportText', () => void take([name], 'text'), can)
  useAction('papers.exportAll', () => void take(ready, 'docx'), ready.length > 0 && !task.pending)
  useAction('papers.makeAll', () => void following.make(), !task.pending)
  useAction('papers.copy', () => void copy(), preview !== undefined)
  if (task.pending) return <HandingOver task={task} label={t('papers.exporting')} />
  return (
    <>
      <Button chord="Mod+Alt+C" disabled={!can} onClick={() => void copy()}>
        {t('papers.copy')}
      </Button>
      <Button
        tone="primary"
        icon="download"
        chord="Mod+Enter"
        disabled={!can}
        onClick={() => void take([name], 'docx')}
      >
        {t('papers.exportDocx')}
      </Button>
      <Menu
        label={t('common.more')}
        icon="open"
        items={[
          {
            id: 'following',
            label: t('papers.makeAll'),
            run: () => void following.make(),
          },
          {
            id: 'all',
            label: t('papers.exportAll'),
            chord: 'Mod+Shift+Enter',
            disabled: ready.length === 0,
            run: () => void take(ready, 'docx'),
          },
          {
            id: 'text',
            label: t('papers.exportText'),
            chord: 'Mod+Alt+Enter',
            disabled: !can,
            run: () => void take([name], 'text'),
          },
        ]}
      />
    </>
  )
}
