import { useState, type ReactNode } from 'react'
import type { Failure, Reply } from '../../shared/contract/index.ts'
import { useAction } from '../lib/commands.ts'
import { readBase64 } from '../lib/file.ts'
import { tell, useT } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import { Button, FileButton } from './Button.tsx'
import { Note, Screen } from './Layout.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { Spinner } from './Spinner.tsx'
import { EmptyState, Finding, FormFailure } from './Status.tsx'
import { canImport, rowsToWrite, type Preview, type ValueText } from './preview.ts'

const accept = '.xlsx,.csv,.txt,.xls,.et,.ods'

type Upload = { fileName: string; base64: string }
type Read<C extends string> = { upload: Upload; preview: Preview<C> }
type Step<I, O> = {
  run: (input: I) => Promise<Reply<O>>
  pending: boolean
  failure: Failure | null
}

/** Reads a sheet, shows what importing it would do cell by cell, and writes it only when confirmed. */
export const SheetImport = <C extends string, O>({
  area,
  words,
  read: readSheet,
  write,
  columnLabel,
  valueText,
  widths,
  onDone,
  onClose,
}: {
  /** Whose `back` and `confirm` commands are meant. */
  area: string
  words: {
    title: string
    pick: string
    pickHint: ReactNode
    /** On the button that writes. */
    confirm: (count: number) => string
    /** Where the sheet changes nothing. */
    nothing: string
  }
  read: Step<Upload, Preview<C>>
  write: Step<Upload & { token: string }, O>
  columnLabel: (column: C) => string
  valueText: ValueText<C>
  widths: Partial<Record<C, string>>
  onDone: (done: O) => void
  onClose: () => void
}) => {
  const t = useT()
  const [read, setRead] = useState<Read<C> | null>(null)
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
    const reply = await write.run({ ...read.upload, token: read.preview.token })
    if (!reply.ok) {
      const again = await readSheet.run(read.upload)
      if (again.ok) setRead({ upload: read.upload, preview: again.value })
      return
    }
    onDone(reply.value)
    onClose()
  }
  const ready = read !== null && canImport(read.preview) && !write.pending
  useAction(`${area}.back`, onClose)
  useAction(`${area}.confirm`, () => void confirm(), ready)
  const picker = (
    <FileButton
      icon="folder"
      accept={accept}
      inputLabel={words.pick}
      tone={read ? 'plain' : 'primary'}
      disabled={readSheet.pending}
      autoFocus={!read}
      onPick={(file) => void pick(file)}
    >
      {read ? t('import.preview.other') : words.pick}
    </FileButton>
  )
  return (
    <Screen
      title={words.title}
      note={read ? read.upload.fileName : undefined}
      flush
      actions={
        <>
          <Button tone="quiet" chord="Escape" onClick={onClose}>
            {t('common.back')}
          </Button>
          {read ? picker : null}
          {read ? (
            <Button
              tone="primary"
              pending={write.pending}
              disabled={!canImport(read.preview)}
              chord="Mod+Enter"
              onClick={() => void confirm()}
            >
              {canImport(read.preview)
                ? words.confirm(rowsToWrite(read.preview))
                : t('import.preview.confirm')}
            </Button>
          ) : null}
        </>
      }
    >
      {read ? (
        <>
          <Remarks preview={read.preview} nothing={words.nothing} />
          <PreviewTable
            label={words.title}
            preview={read.preview}
            columnLabel={columnLabel}
            valueText={valueText}
            widths={widths}
          />
        </>
      ) : readSheet.pending ? (
        <EmptyState title={t('import.preview.reading', { name: fileName })} action={<Spinner />} />
      ) : (
        <EmptyState icon="upload" title={words.title} action={picker}>
          {words.pickHint}
        </EmptyState>
      )}
      {readSheet.failure && !read ? (
        <div className="kit-preview-failure">
          <FormFailure failure={readSheet.failure} />
        </div>
      ) : null}
    </Screen>
  )
}

const Remarks = ({ preview, nothing }: { preview: Preview; nothing: string }) => {
  const t = useT()
  const errors = preview.counts.error
  return (
    <div className="kit-preview-remarks">
      {errors > 0 ? (
        <Finding tone="bad">{t('import.preview.errors', { count: errors })}</Finding>
      ) : null}
      {errors === 0 && rowsToWrite(preview) === 0 ? <Finding tone="good">{nothing}</Finding> : null}
      {preview.remarks.map((remark) => (
        <Finding key={`${remark.key} ${JSON.stringify(remark.params)}`} tone="warn">
          {tell(remark)}
        </Finding>
      ))}
      <Note>{t('import.preview.untouched')}</Note>
    </div>
  )
}
