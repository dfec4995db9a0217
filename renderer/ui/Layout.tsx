import type { FormEvent, ReactNode } from 'react'
import { isUnread } from '../lib/focus.ts'

/** A screen: its title row with actions, then its content, which scrolls by itself. */
export const Screen = ({
  title,
  note,
  actions,
  children,
  flush = false,
}: {
  title: string
  /** Beside the title: counts, a state. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Content up to the edges (a table, a split). */
  flush?: boolean
}) => (
  <div className="kit-screen">
    <div className="kit-screen-head">
      <h1>{title}</h1>
      {note ? <div className="kit-screen-note">{note}</div> : null}
      {actions ? <div className="kit-row kit-screen-actions">{actions}</div> : null}
    </div>
    <div className="kit-screen-body" data-flush={flush || undefined}>
      {children}
    </div>
  </div>
)

/** Columns that scroll by themselves: list on the left, work in the middle, facts on the right. */
export const SplitLayout = ({
  left,
  right,
  children,
  leftWidth = 286,
  rightWidth = 372,
}: {
  left?: ReactNode
  right?: ReactNode
  children: ReactNode
  leftWidth?: number
  rightWidth?: number
}) => (
  <div
    className="kit-split"
    style={{
      gridTemplateColumns: [
        left ? `${leftWidth}px` : '',
        'minmax(0, 1fr)',
        right ? `${rightWidth}px` : '',
      ].join(' '),
    }}
  >
    {left ? <div className="kit-split-left">{left}</div> : null}
    <div className="kit-split-mid">{children}</div>
    {right ? <aside className="kit-split-right">{right}</aside> : null}
  </div>
)

/** A framed part of a screen. */
export const Panel = ({
  title,
  note,
  actions,
  children,
  onSubmit,
}: {
  title?: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** With it the panel is a form: Enter submits. */
  onSubmit?: () => void
}) => {
  const inner = (
    <>
      {title ? (
        <div className="kit-panel-head">
          <h2>{title}</h2>
          {note ? <small>{note}</small> : null}
          {actions ? <div className="kit-row">{actions}</div> : null}
        </div>
      ) : null}
      <div className="kit-panel-body">{children}</div>
    </>
  )
  if (!onSubmit) return <section className="kit-panel">{inner}</section>
  return (
    <form
      className="kit-panel"
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!isUnread(event.currentTarget)) onSubmit()
      }}
    >
      {inner}
    </form>
  )
}

/** Fields or buttons in a row; `end` pushes to the right. */
export const Row = ({ children, end = false }: { children: ReactNode; end?: boolean }) => (
  <div className="kit-row" data-end={end || undefined}>
    {children}
  </div>
)

/** One under another, evenly. */
export const Stack = ({ children, tight = false }: { children: ReactNode; tight?: boolean }) => (
  <div className="kit-stack" data-tight={tight || undefined}>
    {children}
  </div>
)

/** Fields in equal columns. */
export const FieldGrid = ({ columns = 2, children }: { columns?: number; children: ReactNode }) => (
  <div className="kit-grid" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
    {children}
  </div>
)

/** Names and what they are, in two aligned columns. */
export const Facts = ({ items }: { items: readonly { label: string; value: ReactNode }[] }) => (
  <dl className="kit-facts">
    {items.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** A line of small print. */
export const Note = ({ children }: { children: ReactNode }) => (
  <p className="kit-note">{children}</p>
)
