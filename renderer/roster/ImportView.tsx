import type { ImportColumn } from '../../shared/contract/roster.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { SheetImport } from '../ui/index.ts'
import { valueText } from './values.ts'

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

/** Reads a roster from a sheet, with a preview. */
export const ImportView = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const read = useKernelCommand('roster.readSheet', { inline: true })
  const write = useKernelCommand('roster.importSheet')
  return (
    <SheetImport
      area="roster"
      words={{
        title: t('roster.import.title'),
        pick: t('roster.import.pick'),
        pickHint: t('roster.import.pickHint'),
        confirm: (count) => t('roster.import.confirmCount', { count }),
        nothing: t('roster.import.nothing'),
      }}
      read={read}
      write={write}
      columnLabel={(column: ImportColumn) => t(`roster.import.column.${column}`)}
      valueText={valueText}
      widths={widths}
      onDone={(done) => notify('good', t('roster.import.done', done))}
      onClose={onClose}
    />
  )
}
