import { useMemo, useState } from 'react'
import { useT } from '../lib/i18n.ts'
import { Tooltip } from './Button.tsx'
import { Segmented } from './Choice.tsx'
import { Badge, Finding, StateMark } from './Status.tsx'
import { VirtualTable, type Column } from './Table.tsx'
import {
  cellSays,
  cellText,
  columnsOf,
  stateLook,
  statesToLookAt,
  type Preview,
  type PreviewRow,
  type PreviewState,
  type ValueText,
} from './preview.ts'

type Filter = PreviewState | 'all'

type Words<C extends string> = {
  columnLabel: (column: C) => string
  valueText: ValueText<C>
}

/** What importing would do, cell by cell; rows can be narrowed to one state. */
export const PreviewTable = <C extends string>({
  label,
  preview,
  widths,
  ...words
}: Words<C> & {
  label: string
  preview: Preview<C>
  widths: Partial<Record<C, string>>
}) => {
  const t = useT()
  const [filter, setFilter] = useState<Filter>('all')
  const [selected, setSelected] = useState<string | null>(null)
  const rows =
    filter === 'all' ? preview.rows : preview.rows.filter(({ state }) => state === filter)
  const columns: Column<PreviewRow<C>>[] = [
    { key: 'line', header: t('import.preview.line'), width: '64px', cell: ({ line }) => line },
    {
      key: 'state',
      header: t('import.preview.stateHeader'),
      width: '100px',
      cell: ({ state }) => <StateBadge state={state} />,
    },
    ...columnsOf(preview).map((column) => ({
      key: column,
      header: words.columnLabel(column),
      width: widths[column] ?? 'minmax(160px, 1fr)',
      cell: (row: PreviewRow<C>) => <PreviewCellView row={row} column={column} {...words} />,
    })),
  ]
  // A line may hold several posts, and then stands here once for each.
  const keys = useMemo(
    () => new Map(preview.rows.map((row, place) => [row, String(place)])),
    [preview.rows],
  )
  const rowKey = (row: PreviewRow<C>) => keys.get(row) ?? ''
  const current = rows.find((row) => rowKey(row) === selected)
  return (
    <>
      <div className="kit-preview-filter">
        <Segmented<Filter>
          label={t('import.preview.filter')}
          value={filter}
          options={[
            { value: 'all', label: `${t('import.preview.all')} ${preview.rows.length}` },
            ...statesToLookAt.map((state) => ({
              value: state,
              label: `${stateLook[state].sign} ${t(`import.preview.state.${state}`)} ${preview.counts[state]}`,
              disabled: preview.counts[state] === 0,
            })),
          ]}
          onChange={setFilter}
        />
        <UnusedColumns preview={preview} />
      </div>
      <VirtualTable
        label={label}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        selected={selected}
        onSelect={setSelected}
        rowTone={({ state }) => state}
      />
      {current ? <RowSays row={current} {...words} /> : null}
    </>
  )
}

const StateBadge = ({ state }: { state: PreviewState }) => {
  const t = useT()
  const { tone, sign } = stateLook[state]
  return (
    <Badge tone={tone} sign={sign}>
      {t(`import.preview.state.${state}`)}
    </Badge>
  )
}

const PreviewCellView = <C extends string>({
  row,
  column,
  valueText,
}: Words<C> & { row: PreviewRow<C>; column: C }) => {
  const t = useT()
  const cell = row.cells[column]
  if (!cell) return null
  const { tone, sign } = stateLook[cell.state]
  const text = cellText(column, cell, valueText)
  if (cell.state === 'same' || cell.state === 'new') {
    return <span data-state={cell.state}>{text}</span>
  }
  return (
    <Tooltip label={cellSays(column, cell, valueText)}>
      <span className="kit-preview-cell" data-state={cell.state}>
        <StateMark tone={tone} sign={sign} label={t(`import.preview.state.${cell.state}`)} /> {text}
      </span>
    </Tooltip>
  )
}

const UnusedColumns = <C extends string>({ preview }: { preview: Preview<C> }) => {
  const t = useT()
  const unused = preview.columns.filter(({ column, header }) => column === null && header !== '')
  if (unused.length === 0) return null
  return (
    <span className="kit-preview-unused">
      {t('import.preview.unused')} {unused.map(({ header }) => header).join(t('common.comma'))}
    </span>
  )
}

/** Everything said about the cells of the row under the cursor, so that no sentence needs a mouse. */
const RowSays = <C extends string>({
  row,
  columnLabel,
  valueText,
}: Words<C> & { row: PreviewRow<C> }) => {
  const t = useT()
  const said = (Object.keys(row.cells) as C[]).flatMap((column) => {
    const cell = row.cells[column]
    const text = cell ? cellSays(column, cell, valueText) : ''
    return cell && cell.state !== 'same' && cell.state !== 'new' && text
      ? [{ column, text, tone: stateLook[cell.state].tone }]
      : []
  })
  if (said.length === 0) return null
  return (
    <div className="kit-preview-says" aria-live="polite">
      <b>{t('import.preview.rowSays', { line: row.line })}</b>
      {said.map(({ column, text, tone }) => (
        <Finding key={column} tone={tone}>
          {columnLabel(column)} · {text}
        </Finding>
      ))}
    </div>
  )
}
