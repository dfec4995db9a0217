import { useCallback, useMemo, useState } from 'react'
import type { Nomination } from '../../shared/contract/appointment.ts'
import type { Failure } from '../../shared/contract/errors.ts'
import { callKernel } from '../lib/client.ts'
import { useAction } from '../lib/commands.ts'
import { failureSentence, fieldSentences } from '../lib/errors.ts'
import { readBase64 } from '../lib/file.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { isForm, keepForms, readProposals, type PickedForm } from '../dossier/index.ts'
import { onChords } from '../lib/keys.ts'
import { notify } from '../lib/notices.ts'
import { Button, ConfirmDialog, EmptyState, FileButton, Finding } from '../ui/index.ts'
import { ReviewPane } from './ReviewPane.tsx'
import {
  decodeText,
  reviewFault,
  reviewOf,
  reviewOfSheet,
  type Review,
  type Row,
} from './review.ts'
import { useRowChecks } from './useRowChecks.ts'

const noRows: readonly Row[] = []
const textFile = /\.txt$/iu

/** Reads a proposed or published text into acts: text on the left, what was made of it on the right. */
export const ReadView = ({
  nomination,
  onAdded,
  onClose,
}: {
  /** The one chosen for the list; rows the law lets nobody nominate but others go under theirs. */
  nomination: Nomination
  /** Gets the nomination to go on with. */
  onAdded: (id: string) => void
  onClose: () => void
}) => {
  const t = useT()
  const [text, setText] = useState('')
  const [review, setReview] = useState<Review | null>(null)
  // Rows changed by hand would be lost by reading again or going back; that is asked first.
  const [edited, setEdited] = useState(false)
  const [asked, setAsked] = useState<(() => void) | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  // Forms the rows were read from: kept with the acts once these are added.
  const [forms, setForms] = useState<readonly PickedForm[]>([])
  const add = useKernelCommand('appointment.addNominations', { inline: true })
  const readSheet = useKernelCommand('appointment.readSheet', { inline: true })
  const { checks, whole, offers } = useRowChecks(nomination.id, review?.rows ?? noRows)
  const read = async (from: string) => {
    const reply = await callKernel('appointment.read', { text: from })
    setFailure(reply.ok ? null : reply.error)
    if (!reply.ok) return
    setReview(reviewOf(reply.value))
    setForms([])
    setEdited(false)
  }
  const guard = (act: () => void) => (edited ? setAsked(() => act) : act())
  const readNow = (from: string) => guard(() => void read(from))
  const close = () => guard(onClose)
  const change = useCallback((step: (review: Review) => Review) => {
    setReview((old) => old && step(old))
    setEdited(true)
  }, [])
  const openText = async (file: File) => {
    try {
      const found = decodeText(await file.arrayBuffer())
      setText(found)
      readNow(found)
    } catch {
      notify('bad', t('appointment.unreadableText', { name: file.name }))
    }
  }
  const openSheet = async (file: File) => {
    const base64 = await readBase64(file)
    if (base64 === null) return notify('bad', t('errors.unreadableFile'))
    const reply = await readSheet.run({ fileName: file.name, base64 })
    setFailure(reply.ok ? null : reply.error)
    if (!reply.ok) return
    setReview(reviewOfSheet(reply.value))
    setForms([])
    setText(t('appointment.sheetRead', { name: file.name, count: reply.value.acts.length }))
    setEdited(false)
  }
  const openForms = async (files: readonly File[]) => {
    const { forms: picked, ...found } = await readProposals(files)
    setFailure(null)
    const { rows, ...rest } = reviewOfSheet(found)
    setReview({ ...rest, rows: rows.map(({ line: _, ...row }) => row) })
    setForms(picked)
    const counts = { forms: picked.length, count: found.acts.length }
    setText(t('appointment.formsRead', counts))
    setEdited(false)
  }
  const open = (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    if (isForm(file.name)) return guard(() => void openForms(files))
    return textFile.test(file.name) ? void openText(file) : guard(() => void openSheet(file))
  }
  const keep = async (added: readonly Nomination[]) => {
    const { kept, different, left } = await keepForms(
      forms,
      added.flatMap((one) => one.acts),
    )
    const tone = different > 0 || left.length > 0 ? 'warn' : 'good'
    const files = left.join('\u3001')
    if (kept > 0) notify(tone, t('appointment.formsKept', { kept, different }))
    if (left.length > 0) notify('warn', t('appointment.formsLeft', { count: left.length, files }))
  }
  const fault = review && reviewFault(review)
  const submit = async () => {
    if (!review || fault) return
    const acts = review.rows.map(({ act, verb, personName, post, reason, person, place }) => ({
      act,
      verb,
      personName,
      post,
      reason,
      ...(person ? { person } : {}),
      ...(place ? { place } : {}),
    }))
    const reply = await add.run({ nominationId: nomination.id, acts })
    setFailure(reply.ok ? null : reply.error)
    if (!reply.ok) return
    const added = reply.value
    const counts = { count: acts.length, groups: added.length }
    notify('good', t(added.length > 1 ? 'appointment.addedApart' : 'appointment.added', counts))
    onAdded((added.find(({ id }) => id === nomination.id) ?? added[0] ?? nomination).id)
    if (forms.length > 0) await keep(added)
    onClose()
  }
  useAction('appointment.close', close)
  useAction('appointment.addAll', () => void submit(), review !== null && fault === null)
  const sentences = useMemo(() => fieldSentences(failure), [failure])
  return (
    <div className="appointment-read">
      <section className="appointment-text">
        <label htmlFor="appointment-text">{t('appointment.textLabel')}</label>
        <textarea
          id="appointment-text"
          autoFocus
          value={text}
          placeholder={t('appointment.textPlaceholder')}
          onChange={(event) => {
            setText(event.currentTarget.value)
            // A paste is a whole text: it is read at once.
            const inner = event.nativeEvent as InputEvent
            if (inner.inputType === 'insertFromPaste') readNow(event.currentTarget.value)
          }}
          onKeyDown={onChords({ 'Mod+Enter': () => readNow(text), Escape: close })}
        />
        <div className="kit-row">
          <Button chord="Mod+Enter" disabled={text.trim() === ''} onClick={() => readNow(text)}>
            {t('appointment.readNow')}
          </Button>
          <FileButton
            icon="folder"
            accept=".txt,.xlsx,.csv,.xls,.et,.ods,.lrm,.lrmx"
            inputLabel={t('appointment.openFile')}
            disabled={readSheet.pending}
            onPickAll={open}
          >
            {t('appointment.openFile')}
          </FileButton>
        </div>
      </section>
      <section className="appointment-result" aria-label={t('appointment.review')}>
        {review ? (
          <ReviewPane
            review={review}
            nominationId={nomination.id}
            checks={checks}
            whole={whole}
            offers={offers}
            errors={sentences}
            onChange={change}
          />
        ) : (
          <EmptyState icon="paper" title={t('appointment.nothingRead')}>
            {t('appointment.nothingReadHint')}
          </EmptyState>
        )}
        {failure ? <Finding tone="bad">{failureSentence(failure)}</Finding> : null}
        <footer className="appointment-foot">
          <span>{fault ? t(`appointment.fault.${fault.fault}`, { count: fault.count }) : ''}</span>
          <Button chord="Escape" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            tone="primary"
            chord="Mod+S"
            disabled={review === null || fault !== null}
            pending={add.pending}
            onClick={() => void submit()}
          >
            {t('appointment.addAll', { count: review?.rows.length ?? 0 })}
          </Button>
        </footer>
      </section>
      <ConfirmDialog
        open={asked !== null}
        danger
        title={t('appointment.loseTitle')}
        confirm={t('appointment.loseConfirm')}
        onConfirm={() => {
          setAsked(null)
          asked?.()
        }}
        onClose={() => setAsked(null)}
      >
        <p>{t('appointment.loseNote')}</p>
      </ConfirmDialog>
    </div>
  )
}
