import { useCallback, useEffect, useRef, useState } from 'react'
import type { NominatorOffer } from '../../shared/contract/appointment.ts'
import type { Finding as NominationFinding } from '../../shared/contract/findings.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Button, Finding } from '../ui/index.ts'
import { MendLine } from './MendLine.tsx'
import { ReviewTable } from './ReviewTable.tsx'
import { blankRow, verbsToMend, type Review, type Row, type RowCheck } from './review.ts'

/** What was made of the text: first what was not understood, then the rows. */
export const ReviewPane = ({
  review,
  nominationId,
  checks,
  whole,
  offers,
  errors,
  onChange,
}: {
  review: Review
  /** The one chosen for the list. */
  nominationId: string
  /** By the row's key. */
  checks: ReadonlyMap<string, RowCheck>
  /** Said of the nominations the rows are to stand in. */
  whole: readonly NominationFinding[]
  offers: readonly NominatorOffer[]
  /** Field path («acts.2.post») → what the kernel said about it. */
  errors: Readonly<Record<string, string>>
  onChange: (step: (review: Review) => Review) => void
}) => {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const [fresh, setFresh] = useState<string | null>(null)
  const { rows, unread, remarks } = review
  const incomplete = rows.filter((row) => row.incomplete).length
  useEffect(() => {
    if (fresh === null) return
    const row = box.current?.querySelector(`[data-key="${CSS.escape(fresh)}"]`)
    row?.querySelector<HTMLElement>('[aria-invalid], input')?.focus()
  }, [fresh])
  const handle = (index: number, handled: 'acknowledged' | 'added') => {
    const row = blankRow(`${rows.length}.${index}`, rows.at(-1))
    onChange((old) => ({
      ...old,
      rows: handled === 'added' ? [...old.rows, row] : old.rows,
      unread: old.unread.map((one, at) => (at === index ? { ...one, handled } : one)),
    }))
    if (handled === 'added') setFresh(row.key)
  }
  const changeRow = useCallback(
    (key: string, change: Partial<Row>) =>
      onChange((old) => ({
        ...old,
        rows: old.rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
      })),
    [onChange],
  )
  const verbs = verbsToMend(rows, checks)
  const mend = () =>
    onChange((old) => ({
      ...old,
      rows: old.rows.map((row) => ({ ...row, verb: verbs.get(row.key) ?? row.verb })),
    }))
  const removeRow = useCallback(
    (key: string) =>
      onChange((old) => ({ ...old, rows: old.rows.filter((row) => row.key !== key) })),
    [onChange],
  )
  return (
    <div className="appointment-scroll" ref={box} tabIndex={-1}>
      {unread.length > 0 ? <UnreadList unread={unread} onHandle={handle} /> : null}
      {incomplete > 0 ? (
        <Finding tone="warn">{t('appointment.incompleteNote', { count: incomplete })}</Finding>
      ) : null}
      {remarks.map((remark) => (
        <Finding key={tell(remark)}>{tell(remark)}</Finding>
      ))}
      {whole.map(({ message, wayOut }) => (
        <Finding key={tell(message)} tone="warn">
          {tell(message)} {tell(wayOut)}
        </Finding>
      ))}
      <MendLine count={verbs.size} onMend={mend} />
      <ReviewTable
        rows={rows}
        nominationId={nominationId}
        checks={checks}
        offers={offers}
        errors={errors}
        onChange={changeRow}
        onRemove={removeRow}
      />
    </div>
  )
}

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
