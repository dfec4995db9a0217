/*
 * Four totals out of the voting system: pasted as text, or read from a CSV or XLSX file. Columns are said once and
 * remembered by the kernel; a cell that cannot be read is named; the sum is checked before anything is taken.
 *
 * <TotalsImport vote={vote} onTake={(totals) => …} onClose={…} />
 *   vote    an open round by the device (or a show of hands)
 *   onTake  told the totals once the clerk takes them; the desk enters them into its draft, nothing is locked
 */
import './entry.css'
import { useState } from 'react'
import type { ReadTotals, TotalsMapping, Vote } from '../../../shared/contract/ballot.ts'
import { completeTally } from '../../../shared/rules/tally.ts'
import { readBase64 } from '../../lib/file.ts'
import { tell, useT } from '../../lib/i18n.ts'
import { useKernelCommand } from '../../lib/kernel.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FileButton,
  Finding,
  FormFailure,
  Note,
  Select,
  Stack,
  TextArea,
} from '../../ui/index.ts'
import { tallyOf, type Totals } from '../draft.ts'
import { SumCheck } from '../PanelParts.tsx'

type Source = { fileName: string; base64: string }
const sides = ['for', 'against', 'abstain', 'notPressed'] as const

const base64Of = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))

const emptyMapping: TotalsMapping = { for: 0, against: 1, abstain: 2, notPressed: null, row: null }

export const TotalsImport = ({
  vote,
  onTake,
  onClose,
}: {
  vote: Vote
  onTake: (totals: Totals) => void
  onClose: () => void
}) => {
  const t = useT()
  const reading = useKernelCommand('ballot.readTotals', { inline: true })
  const remember = useKernelCommand('ballot.saveMapping')
  const [text, setText] = useState('')
  const [source, setSource] = useState<Source | null>(null)
  const [read, setRead] = useState<ReadTotals | null>(null)
  const [mapped, setMapped] = useState(false)
  const look = async (from: Source, mapping?: TotalsMapping) => {
    setSource(from)
    setMapped(mapping !== undefined)
    const reply = await reading.run({ ...from, ...(mapping ? { mapping } : {}) })
    setRead(reply.ok ? reply.value : null)
  }
  const paste = (next: string) => {
    setText(next)
    const fileName = t('ballot.chamber.entry.pasted')
    if (next.trim() !== '') void look({ fileName, base64: base64Of(next) })
    else setRead(null)
  }
  const open = async (file: File) => {
    const base64 = await readBase64(file)
    if (base64 === null) return
    setText('')
    await look({ fileName: file.name, base64 })
  }
  const entered = read?.tally ? tallyOf(read.tally, vote.method) : undefined
  const tally = entered && completeTally(entered, vote.method, vote.counts.present)
  const take = async () => {
    if (!read?.tally || !tally) return
    if (mapped && read.mapping) await remember.run({ mapping: read.mapping })
    onTake(read.tally)
  }
  return (
    <Dialog
      open
      title={t('ballot.chamber.entry.totals')}
      width={640}
      onClose={onClose}
      onSubmit={() => void take()}
      footer={
        <DialogButtons
          confirm={t('ballot.chamber.entry.totalsTake')}
          onCancel={onClose}
          pending={reading.pending || remember.pending}
          disabled={!tally}
        />
      }
    >
      <Stack>
        <TextArea
          label={t('ballot.chamber.entry.totalsPaste')}
          hint={t('ballot.chamber.entry.totalsPasteHint')}
          value={text}
          onChange={paste}
          autoFocus
        />
        <div>
          <FileButton
            accept=".csv,.txt,.xlsx"
            inputLabel={t('ballot.chamber.entry.totalsFileLabel')}
            onPick={(file) => void open(file)}
          >
            {t('ballot.chamber.entry.totalsFile')}
          </FileButton>
        </div>
        <FormFailure failure={reading.failure} />
        {read === null || source === null ? (
          <Note>{t('ballot.chamber.entry.dropHere')}</Note>
        ) : (
          <>
            <ReadTable read={read} />
            {read.message ? <Finding tone="bad">{tell(read.message)}</Finding> : null}
            {read.rows.length > 0 ? (
              <Columns read={read} onMap={(mapping) => void look(source, mapping)} />
            ) : null}
            {tally ? <SumCheck vote={vote} present={vote.counts.present} tally={tally} /> : null}
            {mapped && tally ? <Note>{t('ballot.chamber.entry.totalsRemember')}</Note> : null}
          </>
        )}
      </Stack>
    </Dialog>
  )
}

/** The column a figure is read from, marked in the table. */
const figureAt = (mapping: TotalsMapping | null, column: number) =>
  mapping ? sides.find((side) => mapping[side] === column) : undefined

const widthOf = ({ header, rows }: ReadTotals): number =>
  Math.max(header.length, ...rows.map((row) => row.length))

const ReadTable = ({ read }: { read: ReadTotals }) => {
  const t = useT()
  const columns = Array.from({ length: widthOf(read) }, (_, index) => index)
  return (
    <div
      className="entry-scroll"
      tabIndex={0}
      role="region"
      aria-label={t('ballot.chamber.entry.totalsRead')}
    >
      <table className="entry-table">
        <thead>
          <tr>
            {columns.map((column) => {
              const figure = figureAt(read.mapping, column)
              return (
                <th key={column} scope="col" data-figure={figure}>
                  {read.header[column] ||
                    t('ballot.chamber.entry.totalsColumn', { number: column + 1 })}
                  {figure ? <small>{t(`ballot.figure.${figure}`)}</small> : null}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {read.rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column} className="entry-number">
                  {row[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Columns = ({
  read,
  onMap,
}: {
  read: ReadTotals
  onMap: (mapping: TotalsMapping) => void
}) => {
  const t = useT()
  const mapping = read.mapping ?? emptyMapping
  const options = Array.from({ length: widthOf(read) }, (_, index) => ({
    value: String(index),
    label: read.header[index] || t('ballot.chamber.entry.totalsColumn', { number: index + 1 }),
  }))
  const none = { value: 'none', label: t('ballot.chamber.entry.totalsNoColumn') }
  return (
    <FieldGrid>
      {sides.map((side) => (
        <Select
          key={side}
          label={t('ballot.chamber.entry.totalsColumnOf', { figure: t(`ballot.figure.${side}`) })}
          value={mapping[side] === null ? 'none' : String(mapping[side])}
          options={side === 'notPressed' ? [...options, none] : options}
          onChange={(value) =>
            onMap({ ...mapping, [side]: value === 'none' ? null : Number(value) })
          }
        />
      ))}
      <Select
        label={t('ballot.chamber.entry.totalsRow')}
        value={mapping.row === null ? 'last' : String(mapping.row)}
        options={[
          { value: 'last', label: t('ballot.chamber.entry.totalsRowLast') },
          ...read.rows.map((_, index) => ({
            value: String(index),
            label: t('ballot.chamber.entry.totalsRowNumber', { number: index + 1 }),
          })),
        ]}
        onChange={(value) => onMap({ ...mapping, row: value === 'last' ? null : Number(value) })}
      />
    </FieldGrid>
  )
}
