import { useState } from 'react'
import {
  takenFields,
  type FormDifference,
  type FormReading,
  type TakenField,
} from '../../shared/contract/dossier.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Badge, Checkbox, DataTable, Note, type Column, type Tone } from '../ui/index.ts'
import { shownMonth } from '../lib/formats.ts'

const tones: Record<FormDifference['state'], Tone> = {
  same: 'good',
  new: 'plain',
  different: 'warn',
}

const takenOf = (field: FormDifference['field']): TakenField | undefined =>
  takenFields.find((one) => one === field)

/** Field by field: the form, what is stored, and whether they agree; a tick takes the form's into the record. */
export const FormCompare = ({
  reading,
  take,
  onTake,
}: {
  reading: FormReading
  take: readonly TakenField[]
  onTake: (field: TakenField, on: boolean) => void
}) => {
  const t = useT()
  const [narrow, setNarrow] = useState(false)
  const { differences, personId } = reading
  const count = (state: FormDifference['state']): number =>
    differences.filter((one) => one.state === state).length
  const rows = narrow ? differences.filter(({ state }) => state === 'different') : differences
  const columns: Column<FormDifference>[] = [
    {
      key: 'field',
      header: t('dossier.column.field'),
      width: '132px',
      cell: ({ field }) => t(`dossier.field.${field}`),
    },
    {
      key: 'form',
      header: t('dossier.column.form'),
      cell: ({ form }) => <span className="dossier-text">{shownMonth(form)}</span>,
    },
    {
      key: 'stored',
      header: t('dossier.column.stored'),
      cell: ({ stored, say }) => (
        <span className="dossier-text">
          {stored === null ? null : shownMonth(stored)}
          {say ? <small>{tell(say)}</small> : null}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('dossier.column.state'),
      width: '92px',
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`dossier.state.${state}`)}</Badge>,
    },
    {
      key: 'take',
      header: t('dossier.column.take'),
      width: '60px',
      align: 'center',
      cell: ({ field, state }) => {
        const taken = takenOf(field)
        if (!taken || personId === null || state === 'same') return null
        return (
          <input
            type="checkbox"
            aria-label={t('dossier.take', { field: t(`dossier.field.${field}`) })}
            checked={take.includes(taken)}
            onChange={(event) => onTake(taken, event.currentTarget.checked)}
          />
        )
      },
    },
  ]
  return (
    <div className="dossier-compare">
      <div className="dossier-counts">
        <span>
          {t('dossier.counts', {
            different: count('different'),
            fresh: count('new'),
            same: count('same'),
          })}
        </span>
        <Checkbox label={t('dossier.onlyDifferent')} checked={narrow} onChange={setNarrow} />
      </div>
      {/* Long résumés scroll by keys too. */}
      <div className="dossier-scroll" role="region" tabIndex={0} aria-label={t('dossier.compare')}>
        <DataTable
          label={t('dossier.compare')}
          columns={columns}
          rows={rows}
          rowKey={({ field }) => field}
          rowTone={({ state }) => state}
          empty={<Note>{t('dossier.nothingDifferent')}</Note>}
        />
      </div>
      {personId === null ? null : <Note>{t('dossier.takeHint')}</Note>}
    </div>
  )
}
