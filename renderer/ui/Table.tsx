import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { chordOf, isComposing } from '../lib/keys.ts'

export type Column<T> = {
  key: string
  header: ReactNode
  /** CSS width: «120px», «2fr». Plain tables take lengths; virtual ones grid tracks too. */
  width?: string
  align?: 'start' | 'end' | 'center'
  cell: (row: T, index: number) => ReactNode
}

type TableProps<T> = {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  selected?: string | null
  onSelect?: (key: string) => void
  /** Enter or double click on a row. */
  onOpen?: (row: T) => void
  /** Further chords on the selected row, e.g. `Delete`, `Alt+ArrowUp`. */
  chords?: Record<string, (row: T) => void>
  /** State of a row, as `data-tone`, for its colour. */
  rowTone?: (row: T) => string | undefined
  empty?: ReactNode
}

/** Arrow keys, Home, End, page keys over rows; Enter opens. One row is in the tab order. */
const useRows = <T,>(props: TableProps<T>, reveal: (index: number) => void) => {
  const { rows, rowKey, selected = null, onSelect, onOpen, chords } = props
  const at = selected === null ? -1 : rows.findIndex((row) => rowKey(row) === selected)
  const select = (index: number) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!row) return
    onSelect?.(rowKey(row))
    reveal(Math.max(0, Math.min(index, rows.length - 1)))
  }
  const moves: Record<string, () => void> = {
    ArrowDown: () => select(at + 1),
    ArrowUp: () => select(at - 1),
    PageDown: () => select(at + 12),
    PageUp: () => select(at - 12),
    Home: () => select(0),
    End: () => select(rows.length - 1),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || !(event.target instanceof HTMLElement)) return
    if (event.target.getAttribute('role') !== 'row' && event.target.tagName !== 'TR') return
    const chord = chordOf(event)
    const move = moves[chord]
    const row = rows[at]
    const act = chords?.[chord] ?? (chord === 'Enter' ? onOpen : undefined)
    if (!move && !(row && act)) return
    event.preventDefault()
    event.stopPropagation()
    if (move) move()
    else if (row) act?.(row)
  }
  return { at, onKeyDown }
}

/** False when the row is not drawn. */
const focusRow = (inside: HTMLElement | null, key: string): boolean => {
  const row = inside?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
  row?.focus()
  return row !== null && row !== undefined
}

/** Puts the focus on a row of a table in sight, by its key. */
export const goToRow = (key: string): void => void focusRow(document.body, key)

/** A short table: plain and semantic, its head stays in sight, arrows move over the rows. */
export const DataTable = <T,>(props: TableProps<T>) => {
  const { label, columns, rows, rowKey, selected = null, onSelect, onOpen, rowTone, empty } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const { at, onKeyDown } = useRows(props, (index) => {
    const row = rows[index]
    if (row) requestAnimationFrame(() => focusRow(body.current, rowKey(row)))
  })
  return (
    <div className="kit-table-box">
      <table className="kit-table" role="grid" aria-label={label} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-align={column.align}
                style={{ width: column.width }}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const key = rowKey(row)
            return (
              <tr
                key={key}
                data-key={key}
                data-tone={rowTone?.(row)}
                aria-selected={onSelect ? key === selected : undefined}
                tabIndex={onSelect ? (index === Math.max(at, 0) ? 0 : -1) : undefined}
                onClick={() => onSelect?.(key)}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && key !== selected) onSelect?.(key)
                }}
                onDoubleClick={() => onOpen?.(row)}
              >
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align}>
                    {column.cell(row, index)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length === 0 ? empty : null}
    </div>
  )
}

/** A table of thousands of rows: draws only those in sight. Rows are of one height. */
export const VirtualTable = <T,>(props: TableProps<T> & { rowHeight?: number }) => {
  const { label, columns, rows, rowKey, selected = null, onSelect, onOpen, rowTone, empty } = props
  const { rowHeight = 36 } = props
  const box = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  })
  const { at, onKeyDown } = useRows(props, (index) => {
    virtual.scrollToIndex(index)
    const row = rows[index]
    wanted.current = row ? rowKey(row) : null
  })
  useEffect(() => {
    // A row far away is drawn only once the table has scrolled there.
    if (wanted.current !== null && focusRow(box.current, wanted.current)) wanted.current = null
  })
  const tracks = columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ')
  return (
    <div className="kit-table-box" ref={box}>
      <div
        className="kit-virtual"
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
      >
        <div
          className="kit-virtual-head"
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: tracks }}
        >
          {columns.map((column) => (
            <div key={column.key} role="columnheader" data-align={column.align}>
              {column.header}
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          className="kit-virtual-body"
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index]
            if (row === undefined) return null
            const key = rowKey(row)
            return (
              <div
                key={key}
                role="row"
                data-key={key}
                data-tone={rowTone?.(row)}
                aria-rowindex={index + 2}
                aria-selected={onSelect ? key === selected : undefined}
                tabIndex={index === Math.max(at, 0) ? 0 : -1}
                className="kit-virtual-row"
                style={{
                  gridTemplateColumns: tracks,
                  transform: `translateY(${start}px)`,
                  height: size,
                }}
                onClick={() => onSelect?.(key)}
                onFocus={(event) => {
                  if (event.target === event.currentTarget && key !== selected) onSelect?.(key)
                }}
                onDoubleClick={() => onOpen?.(row)}
              >
                {columns.map((column) => (
                  <div key={column.key} role="gridcell" data-align={column.align}>
                    {column.cell(row, index)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {rows.length === 0 ? empty : null}
    </div>
  )
}
