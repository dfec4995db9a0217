import type { ActCount } from '../../shared/contract/ledger.ts'
import { useT } from '../lib/i18n.ts'
import type { Month } from './figures.ts'

/**
 * Counts as bars one under another, every figure written; with the part of women darker where it is known of nearly
 * everyone (`parts`).
 */
export const Bars = ({
  title,
  counts,
  parts,
}: {
  title: string
  counts: readonly ActCount[]
  parts: boolean
}) => {
  const t = useT()
  const most = Math.max(1, ...counts.map(({ count }) => count))
  return (
    <figure className="ledger-bars" aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {counts.map(({ key, label, count, women }) => (
          <li key={key}>
            <span title={label}>
              <bdi>{label}</bdi>
            </span>
            <div aria-hidden="true">
              <i style={{ width: `${(count / most) * 100}%` }}>
                {parts ? <b style={{ width: `${(women / count) * 100}%` }} /> : null}
              </i>
            </div>
            <em>
              {count}
              {parts && women > 0 ? <small>{t('ledger.womenOf', { count: women })}</small> : null}
            </em>
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** Counts by month as columns; January bears its year. */
export const MonthColumns = ({ title, months }: { title: string; months: readonly Month[] }) => {
  const t = useT()
  const most = Math.max(1, ...months.map(({ count }) => count))
  return (
    <figure className="ledger-months" aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {months.map(({ key, count }, index) => (
          <li
            key={key}
            aria-label={t('ledger.monthCount', {
              year: key.slice(0, 4),
              month: Number(key.slice(5)),
              count,
            })}
          >
            <em aria-hidden="true">{count > 0 ? count : ''}</em>
            <i aria-hidden="true" style={{ height: `${(count / most) * 100}%` }} />
            <small aria-hidden="true">
              {index === 0 || key.endsWith('-01') ? key.slice(0, 4) : ''}
            </small>
          </li>
        ))}
      </ol>
    </figure>
  )
}
