import { useState } from 'react'
import type { ImportPreview } from '../../shared/contract/roster.ts'
import { useAction } from '../lib/commands.ts'
import { readBase64 } from '../lib/file.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  EmptyState,
  FileButton,
  Finding,
  FormFailure,
  Note,
  Screen,
  Spinner,
} from '../ui/index.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { canImport, rowsToWrite } from './preview.ts'

const accept = '.xlsx,.csv,.txt,.xls,.et,.ods'

type Upload = { fileName: string; base64: string }
type Read = { upload: Upload; preview: ImportPreview }

/** Reads a sheet, shows what importing it would do cell by cell, and writes it only when confirmed. */
export const ImportView = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const readSheet = useKernelCommand('roster.readSheet', { inline: true })
  const importSheet = useKernelCommand('roster.importSheet')
  const [read, setRead] = useState<Read | null>(null)
  const [fileName, setFileName] = useState('')
  const pick = async (file: File) => {
    setRead(null)
    setFileName(file.name)
    const base64 = await readBase64(file)
    if (base64 === null) return notify('bad', t('errors.unreadableFile'))
    const upload = { fileName: file.name, base64 }
    const reply = await readSheet.run(upload)
    if (reply.ok) setRead({ upload, preview: reply.value })
  }
  const confirm = async () => {
    if (!read) return
    const reply = await importSheet.run({ ...read.upload, token: read.preview.token })
    if (!reply.ok) {
      const again = await readSheet.run(read.upload)
      if (again.ok) setRead({ upload: read.upload, preview: again.value })
      return
    }
    notify('good', t('roster.import.done', reply.value))
    onClose()
  }
  useAction('roster.back', onClose)
  useAction('roster.confirm', () => void confirm(), read !== null && canImport(read.preview))
  const picker = (
    <FileButton
      icon="folder"
      accept={accept}
      inputLabel={t('roster.import.pick')}
      tone={read ? 'plain' : 'primary'}
      disabled={readSheet.pending}
      autoFocus={!read}
      onPick={(file) => void pick(file)}
    >
      {read ? t('roster.import.other') : t('roster.import.pick')}
    </FileButton>
  )
  return (
    <Screen
      title={t('roster.import.title')}
      note={read ? read.upload.fileName : undefined}
      flush
      actions={
        <>
          <Button tone="quiet" chord="Escape" onClick={onClose}>
            {t('common.back')}
          </Button>
          {read ? picker : null}
          {read ? (
            <ConfirmButton
              preview={read.preview}
              pending={importSheet.pending}
              onConfirm={() => void confirm()}
            />
          ) : null}
        </>
      }
    >
      {read ? (
        <>
          <Remarks preview={read.preview} />
          <PreviewTable preview={read.preview} />
        </>
      ) : readSheet.pending ? (
        <EmptyState title={t('roster.import.reading', { name: fileName })} action={<Spinner />} />
      ) : (
        <EmptyState icon="upload" title={t('roster.import.title')} action={picker}>
          {t('roster.import.pickHint')}
        </EmptyState>
      )}
      {readSheet.failure && !read ? (
        <div className="roster-failure">
          <FormFailure failure={readSheet.failure} />
        </div>
      ) : null}
    </Screen>
  )
}

const ConfirmButton = ({
  preview,
  pending,
  onConfirm,
}: {
  preview: ImportPreview
  pending: boolean
  onConfirm: () => void
}) => {
  const t = useT()
  const count = rowsToWrite(preview)
  return (
    <Button
      tone="primary"
      pending={pending}
      disabled={!canImport(preview)}
      chord="Mod+Enter"
      onClick={onConfirm}
    >
      {count === 0 || preview.counts.error > 0
        ? t('roster.import.confirm')
        : t('roster.import.confirmCount', { count })}
    </Button>
  )
}

const Remarks = ({ preview }: { preview: ImportPreview }) => {
  const t = useT()
  const errors = preview.counts.error
  return (
    <div className="roster-remarks">
      {errors > 0 ? (
        <Finding tone="bad">{t('roster.import.errors', { count: errors })}</Finding>
      ) : null}
      {errors === 0 && rowsToWrite(preview) === 0 ? (
        <Finding tone="good">{t('roster.import.nothing')}</Finding>
      ) : null}
      {preview.remarks.map((remark) => (
        <Finding key={`${remark.key} ${JSON.stringify(remark.params)}`} tone="warn">
          {tell(remark)}
        </Finding>
      ))}
      <Note>{t('roster.import.untouched')}</Note>
    </div>
  )
}
