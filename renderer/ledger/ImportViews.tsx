import { formatDay } from '../lib/formats.ts'
import { hasSentence, t, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { SheetImport } from '../ui/index.ts'
import { nominatorText } from './words.ts'

/** Word families a stored value of the sheets may belong to. */
const families = ['organKind', 'postKind', 'endReason', 'oath', 'filing', 'import.value'] as const

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(value)

/** A column by its name in the sheet. */
const columnLabel = (column: string): string => {
  const key = `ledger.import.column.${column}`
  return hasSentence(key) ? t(key) : column
}

/** A stored value in words: days as they are written, kinds by their names. */
const valueText = (column: string, value: string): string => {
  if (isDay(value)) return formatDay(value)
  if (column === 'nominators') return nominatorText(value)
  const key = families.map((family) => `ledger.${family}.${value}`).find(hasSentence)
  return key === undefined ? value : t(key)
}

const widths = {
  name: '120px',
  personName: '120px',
  fromOn: '150px',
  toOn: '150px',
  acting: '90px',
  endReason: '120px',
  sex: '80px',
  single: '90px',
  verb: '110px',
}

/** Opening tenures from a sheet: the past, as far as no vote of this file made it. */
export const TenureImport = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const read = useKernelCommand('ledger.readTenureSheet', { inline: true })
  const write = useKernelCommand('ledger.importTenureSheet')
  return (
    <SheetImport<string, { added: number; changed: number; same: number }>
      area="ledger"
      words={{
        title: t('ledger.importTenures'),
        pick: t('ledger.pickTenures'),
        pickHint: t('ledger.pickTenuresHint'),
        confirm: (count) => t('ledger.confirmCount', { count }),
        nothing: t('ledger.nothingToImport'),
      }}
      read={read}
      write={write}
      columnLabel={columnLabel}
      valueText={valueText}
      widths={widths}
      onDone={(done) => notify('good', t('ledger.importDone', done))}
      onClose={onClose}
    />
  )
}

/** Organs and posts from a sheet. */
export const CatalogueImport = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const read = useKernelCommand('ledger.readCatalogueSheet', { inline: true })
  const write = useKernelCommand('ledger.importCatalogueSheet')
  return (
    <SheetImport<string, { added: number; changed: number; same: number }>
      area="ledger"
      words={{
        title: t('ledger.importCatalogue'),
        pick: t('ledger.pickCatalogue'),
        pickHint: t('ledger.pickCatalogueHint'),
        confirm: (count) => t('ledger.confirmCount', { count }),
        nothing: t('ledger.nothingToImport'),
      }}
      read={read}
      write={write}
      columnLabel={columnLabel}
      valueText={valueText}
      widths={widths}
      onDone={(done) => notify('good', t('ledger.importDone', done))}
      onClose={onClose}
    />
  )
}
