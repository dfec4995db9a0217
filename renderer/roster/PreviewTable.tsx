import { useState } from 'react'
import type {
  CellState,
  ImportColumn,
  ImportPreview,
  ImportRow,
} from '../../shared/contract/roster.ts'
import { useT } from '../lib/i18n.ts'
import {
  Badge,
  Finding,
  Segmented,
  StateMark,
  Tooltip,
  VirtualTable,
  type Column,
} from '../ui/index.ts'
import { cellSays, cellText, columnsOf, stateLook, statesToLookAt } from './preview.ts'

type Filter = CellState | 'all'

const widths: Partial<Record<ImportColumn, string>> = {
  name: '150px',
  sex: '76px',
  nationality: '110px',
  kind: '130px',
  rank: '84px',
  startsOn: '170px',
  endsAt: '170px',
  endReason: '140px',
}

/** What importing would do, cell by cell; rows can be narrowed to one state. */
export const PreviewTable = ({ preview }: { preview: ImportPreview }) => {
  const t = useT()
  const [filter, setFilter] = useState<Filter>('all')
  const [selected, setSelected] = useState<string | null>(null)
  const rows =
    filter === 'all' ? preview.rows : preview.rows.filter(({ state }) => state === filter)
  const columns: Column<ImportRow>[] = [
    { key: 'line', header: t('roster.import.line'), width: '64px', cell: ({ line }) => line },
    {
      key: 'state',
      header: t('roster.import.stateHeader'),
      width: '100px',
      cell: ({ state }) => <StateBadge state={state} />,
    },
    ...columnsOf(preview).map((column) => ({
      key: column,
      header: t(`roster.import.column.${column}`),
      width: widths[column] ?? 'minmax(160px, 1fr)',
      cell: (row: ImportRow) => <PreviewCell row={row} column={column} />,
    })),
  ]
  const current = rows.find(({ line }) => String(line) === selected)
  return (
    <>
      <div className="roster-filter">
        <Segmented<Filter>
          label={t('roster.import.filter')}
          value={filter}
          options={[
            { value: 'all', label: `${t('roster.import.all')} ${preview.rows.length}` },
            ...statesToLookAt.map((state) => ({
              value: state,
              label: `${stateLook[state].sign} ${t(`roster.import.state.${state}`)} ${preview.counts[state]}`,
              disabled: preview.counts[state] === 0,
            })),
          ]}
          onChange={setFilter}
        />
        <UnusedColumns preview={preview} />
      </div>
      <VirtualTable
        label={t('roster.import.title')}
        columns={columns}
        rows={rows}
        rowKey={({ line }) => String(line)}
        selected={selected}
        onSelect={setSelected}
        rowTone={({ state }) => state}
      />
      {current ? <RowSays row={current} /> : null}
    </>
  )
}

const StateBadge = ({ state }: { state: CellState }) => {
  const t = useT()
  const { tone, sign } = stateLook[state]
  return (
    <Badge tone={tone} sign={sign}>
      {t(`roster.import.state.${state}`)}
    </Badge>
  )
}

const PreviewCell = ({ row, column }: { row: ImportRow; column: ImportColumn }) => {
  const t = useT()
  const cell = row.cells[column]
  if (!cell) return null
  const { tone, sign } = stateLook[cell.state]
  const text = cellText(column, cell)
  if (cell.state === 'same' || cell.state === 'new') {
    return <span data-state={cell.state}>{text}</span>
  }
  return (
    <Tooltip label={cellSays(column, cell)}>
      <span className="roster-cell" data-state={cell.state}>
        <StateMark tone={tone} sign={sign} label={t(`roster.import.state.${cell.state}`)} /> {text}
      </span>
    </Tooltip>
  )
}

const UnusedColumns = ({ preview }: { preview: ImportPreview }) => {
  const t = useT()
  const unused = preview.columns.filter(({ column, header }) => column === null && header !== '')
  if (unused.length === 0) return null
  return (
    <span className="roster-dim">
      {t('roster.import.unused')} {unused.map(({ header }) => header).join(t('common.comma'))}
    </span>
  )
}

/** Everything said about the cells of the row under the cursor, so that no sentence needs a mouse. */
const RowSays = ({ row }: { row: ImportRow }) => {
  const t = useT()
  const said = (Object.keys(row.cells) as ImportColumn[]).flatMap((column) => {
    const cell = row.cells[column]
    const text = cell ? cellSays(column, cell) : ''
    return cell && cell.state !== 'same' && cell.state !== 'new' && text
      ? [{ column, text, tone: stateLook[cell.state].tone }]
      : []
  })
  if (said.length === 0) return null
  return (
    <div className="roster-says" aria-live="polite">
      <b>{t('roster.import.rowSays', { line: row.line })}</b>
      {said.map(({ column, text, tone }) => (
        <Finding key={column} tone={tone}>
          {t(`roster.import.column.${column}`)} · {text}
        </Finding>
      ))}
    </div>
  )
}
