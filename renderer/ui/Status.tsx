import type { ReactNode } from 'react'
import type { Failure } from '../../shared/contract/errors.ts'
import { failureOf, failureSentence } from '../lib/errors.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Spinner } from './Spinner.tsx'

export type Tone = 'good' | 'warn' | 'bad' | 'plain' | 'seal'

const signs: Record<Tone, string> = { good: '✓', warn: '!', bad: '✕', plain: '·', seal: '●' }

/** A short word on a ground; with a sign before it, so that colour is never the only mark. */
export const Badge = ({
  tone = 'plain',
  sign,
  children,
}: {
  tone?: Tone
  /** A sign of its own; absent takes the tone's; empty shows none. */
  sign?: string
  children: ReactNode
}) => {
  const mark = sign ?? signs[tone]
  return (
    <span className="kit-badge" data-tone={tone}>
      {mark ? <span aria-hidden="true">{mark} </span> : null}
      {children}
    </span>
  )
}

/** One sign with its meaning for screen readers, where a word would be too much (a table's cell). */
export const StateMark = ({ tone, label, sign }: { tone: Tone; label: string; sign?: string }) => (
  <span className="kit-mark" data-tone={tone} role="img" aria-label={label}>
    {sign ?? signs[tone]}
  </span>
)

/** A sentence in a tinted band: a finding, a warning, a refusal. */
export const Finding = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <div className="kit-finding" data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
    <span aria-hidden="true">{signs[tone]}</span>
    <div>{children}</div>
  </div>
)

/** What a form could not do, above its buttons; nothing when there is no failure. */
export const FormFailure = ({ failure }: { failure: Failure | null }) => {
  useT()
  return failure ? <Finding tone="bad">{failureSentence(failure)}</Finding> : null
}

/** Said where there is nothing yet, with the way out. */
export const EmptyState = ({
  icon,
  title,
  children,
  action,
}: {
  icon?: IconName
  title: string
  children?: ReactNode
  action?: ReactNode
}) => (
  <div className="kit-empty">
    {icon ? <Icon name={icon} size={28} /> : null}
    <h2>{title}</h2>
    {children ? <p>{children}</p> : null}
    {action ? <div className="kit-row">{action}</div> : null}
  </div>
)

type Asked<T> = {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

/** Draws what a query answered; a quiet spinner before, the sentence and «again» when it failed. */
export const Loaded = <T,>({
  query,
  children,
}: {
  query: Asked<T>
  children: (data: T) => ReactNode
}) => {
  const t = useT()
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (!query.error) {
    return (
      <div className="kit-loading">
        <Spinner label={t('common.loading')} />
      </div>
    )
  }
  return (
    <EmptyState
      icon="alert"
      title={failureSentence(failureOf(query.error))}
      action={<Button onClick={() => void query.refetch()}>{t('common.again')}</Button>}
    />
  )
}

/** How far a task has come; without a total it only moves. */
export const Progress = ({
  done,
  total,
  label,
}: {
  done: number
  total: number
  label: string
}) => (
  <div className="kit-progress">
    <progress aria-label={label} {...(total > 0 ? { value: done, max: total } : {})} />
    <span>{total > 0 ? `${done} / ${total}` : label}</span>
  </div>
)

/** A figure spoken aloud: small label, large number. */
export const BigNumber = ({
  label,
  value,
  tone = 'plain',
  size = 'm',
}: {
  label: string
  value: ReactNode
  tone?: Tone
  size?: 's' | 'm' | 'l'
}) => (
  <div className="kit-number" data-tone={tone} data-size={size}>
    <span>{label}</span>
    <b>{value}</b>
  </div>
)
