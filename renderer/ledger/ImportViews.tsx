import { formatDay } from '../lib/formats.ts'
import { hasSentence, t, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { SheetImport } from '../ui/index.ts'
import { nominatorText } from './words.ts'

/** Where the words for a column's stored values stand, besides those of the sheets themselves. */
const families: Partial<Record<string, string>> = {
  organKind: 'organKind',
  kind: 'postKind',
  endReason: 'endReason',
  oath: 'oath',
  filing: 'filing',
}
/** Columns of free text: a word in them that is also the name of a value stays as it is. */
const free = new Set(['name', 'organ', 'post', 'shortName', 'note', 'verb', 'nationality'])

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(value)

/** A column by its name in the sheet. */
const columnLabel = (column: string): string => {
  const key = `ledger.import.column.${column}`
  return hasSentence(key) ? t(key) : column
}

/** A stored value in words: days as they are written, kinds by their names, several of them one by one. */
const valueText = (column: string, value: string): string => {
  if (free.has(column)) return value
  if (isDay(value)) return formatDay(value)
  if (column === 'nominators') return nominatorText(value)
  const word = (one: string): string => {
    const keys = [`ledger.${families[column] ?? ''}.${one}`, `ledger.import.value.${one}`]
    const key = keys.find(hasSentence)
    return key === undefined ? one : t(key)
  }
  return value.split(',').map(word).join(t('common.comma'))
}

const widths = {
  name: '130px',
  organ: 'minmax(160px, 1.2fr)',
  post: 'minmax(200px, 1.6fr)',
  shortName: '120px',
  organKind: '130px',
  kind: '150px',
  fromOn: '160px',
  toOn: '160px',
  acting: '104px',
  certificate: '96px',
  oath: '130px',
  filing: '160px',
  nominators: '130px',
  endReason: '120px',
  sex: '80px',
  nationality: '90px',
  birth: '110px',
  single: '96px',
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
      columnLabel={(column) => (column === 'fromOn' ? t('ledger.from') : columnLabel(column))}
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
