import { useEffect, useRef, useState } from 'react'
import type { Nomination } from '../../shared/contract/appointment.ts'
import type { Failure } from '../../shared/contract/errors.ts'
import { callKernel } from '../lib/client.ts'
import { useAction } from '../lib/commands.ts'
import { failureSentence, fieldSentences } from '../lib/errors.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { onChords } from '../lib/keys.ts'
import { notify } from '../lib/notices.ts'
import { Button, EmptyState, FileButton, Finding } from '../ui/index.ts'
import { ReviewTable } from './ReviewTable.tsx'
import { decodeText, reviewFault, reviewOf, type Review, type Row } from './review.ts'

/** Reads a proposed or published text into acts: text on the left, what was made of it on the right. */
export const ReadView = ({
  nomination,
  onClose,
}: {
  nomination: Nomination
  onClose: () => void
}) => {
  const t = useT()
  const [text, setText] = useState('')
  const [review, setReview] = useState<Review | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const add = useKernelCommand('appointment.addActs', { inline: true })
  const read = async (from: string) => {
    const reply = await callKernel('appointment.read', { text: from })
    setFailure(reply.ok ? null : reply.error)
    if (reply.ok) setReview(reviewOf(reply.value))
  }
  const open = async (file: File) => {
    try {
      const found = decodeText(await file.arrayBuffer())
      setText(found)
      await read(found)
    } catch {
      notify('bad', t('appointment.unreadableText', { name: file.name }))
    }
  }
  const fault = review && reviewFault(review)
  const submit = async () => {
    if (!review || fault) return
    const acts = review.rows.map(({ act, verb, personName, post, reason }) => ({
      act,
      verb,
      personName,
      post,
      reason,
    }))
    const reply = await add.run({ nominationId: nomination.id, acts })
    setFailure(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('appointment.added', { count: acts.length }))
    onClose()
  }
  useAction('appointment.close', onClose)
  const sentences = fieldSentences(failure)
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
            if (inner.inputType === 'insertFromPaste') void read(event.currentTarget.value)
          }}
          onKeyDown={onChords({ 'Mod+Enter': () => void read(text), Escape: onClose })}
        />
        <div className="kit-row">
          <Button chord="Mod+Enter" disabled={text.trim() === ''} onClick={() => void read(text)}>
            {t('appointment.readNow')}
          </Button>
          <FileButton
            icon="folder"
            accept=".txt,text/plain"
            inputLabel={t('appointment.openText')}
            onPick={(file) => void open(file)}
          >
            {t('appointment.openText')}
          </FileButton>
        </div>
      </section>
      <section className="appointment-result" aria-label={t('appointment.review')}>
        {review ? (
          <Result
            review={review}
            onChange={setReview}
            errorAt={(index, field) => sentences[`acts.${index}.${field}`]}
          />
        ) : (
          <EmptyState icon="paper" title={t('appointment.nothingRead')}>
            {t('appointment.nothingReadHint')}
          </EmptyState>
        )}
        {failure ? <Finding tone="bad">{failureSentence(failure)}</Finding> : null}
        <footer className="appointment-foot">
          <span>{fault ? t(`appointment.fault.${fault.fault}`, { count: fault.count }) : ''}</span>
          <Button chord="Escape" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            tone="primary"
            disabled={review === null || fault !== null}
            pending={add.pending}
            onClick={() => void submit()}
          >
            {t('appointment.addAll', { count: review?.rows.length ?? 0 })}
          </Button>
        </footer>
      </section>
    </div>
  )
}

const Result = ({
  review,
  onChange,
  errorAt,
}: {
  review: Review
  onChange: (review: Review) => void
  errorAt: (index: number, field: string) => string | undefined
}) => {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const [fresh, setFresh] = useState<string | null>(null)
  const { rows, unread } = review
  const incomplete = rows.filter((row) => row.incomplete).length
  useEffect(() => {
    if (fresh === null) return
    const row = box.current?.querySelector(`[data-key="${CSS.escape(fresh)}"]`)
    row?.querySelector('input')?.focus()
  }, [fresh])
  const handle = (index: number, handled: 'acknowledged' | 'added') => {
    const marked = unread.map((one, at) => (at === index ? { ...one, handled } : one))
    if (handled === 'acknowledged') return onChange({ ...review, unread: marked })
    const key = `by-hand.${rows.length}.${index}`
    onChange({ rows: [...rows, blankRow(key, rows.at(-1))], unread: marked })
    setFresh(key)
  }
  return (
    <div className="appointment-scroll" ref={box} tabIndex={-1}>
      {unread.length > 0 ? <UnreadList unread={unread} onHandle={handle} /> : null}
      {incomplete > 0 ? (
        <Finding tone="warn">{t('appointment.incompleteNote', { count: incomplete })}</Finding>
      ) : null}
      <ReviewTable
        rows={rows}
        errorAt={errorAt}
        onChange={(key, change) =>
          onChange({
            ...review,
            rows: rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
          })
        }
        onRemove={(key) => onChange({ ...review, rows: rows.filter((row) => row.key !== key) })}
      />
    </div>
  )
}

const blankRow = (key: string, last: Row | undefined): Row => ({
  key,
  act: last?.act ?? 'appoint',
  verb: last?.verb ?? '',
  personName: '',
  post: '',
  reason: '',
  incomplete: false,
})

/** Every sentence that was not understood. None goes away by itself: it is added by hand or seen and let be. */
const UnreadList = ({
  unread,
  onHandle,
}: {
  unread: Review['unread']
  onHandle: (index: number, handled: 'acknowledged' | 'added') => void
}) => {
  const t = useT()
  return (
    <section className="appointment-unread" aria-label={t('appointment.unread')}>
      <h2>{t('appointment.unreadTitle', { count: unread.length })}</h2>
      <ul>
        {unread.map(({ text, handled }, index) => (
          <li key={index} data-handled={handled !== 'no' || undefined}>
            <p>{text}</p>
            {handled === 'no' ? (
              <span className="kit-row">
                <Button size="s" onClick={() => onHandle(index, 'added')}>
                  {t('appointment.addByHand')}
                </Button>
                <Button size="s" onClick={() => onHandle(index, 'acknowledged')}>
                  {t('appointment.acknowledge')}
                </Button>
              </span>
            ) : (
              <small>✓ {t(`appointment.handled.${handled}`)}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
