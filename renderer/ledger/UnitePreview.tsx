import { useState } from 'react'
import type {
  UniteFact,
  UniteField,
  UnitePreview,
  UniteSide,
} from '../../shared/contract/uniting.ts'
import { shownMonth } from '../lib/formats.ts'
import { tell, useT, type Say } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import { useKernelTask } from '../lib/task.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  Finding,
  Loaded,
  Note,
  Segmented,
  Stack,
  type Column,
} from '../ui/index.ts'
import { useLedger } from './useLedger.ts'

type Chosen = Partial<Record<UniteField, UniteSide>>

const openIn = ({ facts }: UnitePreview, chosen: Chosen): UniteField[] =>
  facts.flatMap(({ field, state }) => (state === 'differs' && !chosen[field] ? [field] : []))

/** What becomes of two entries, field by field and line by line, before anything is written. */
export const UnitePreviewDialog = ({
  staysId,
  goesId,
  onOther,
  onClose,
}: {
  staysId: string
  goesId: string
  onOther: () => void
  onClose: () => void
}) => {
  const t = useT()
  const preview = useLedger('ledger.unitePreview', { staysId, goesId })
  const unite = useKernelTask('ledger.unitePersons')
  const [chosen, setChosen] = useState<Chosen>({})
  const shown = preview.data
  const ready = shown && shown.obstacles.length === 0 && openIn(shown, chosen).length === 0
  const submit = async () => {
    if (!ready) return
    const reply = await unite.run({ staysId, goesId, token: shown.token, chosen })
    if (!reply.ok) return
    const { name, backup } = reply.value
    notify('good', t('ledger.unite.done', { name, file: backup }))
    onClose()
  }
  return (
    <Dialog
      open
      title={t('ledger.unite.title', { name: shown?.stays.name ?? '' })}
      width={820}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onOther}>{t('ledger.unite.other')}</Button>
          <DialogButtons
            confirm={t('ledger.unite.confirm')}
            onCancel={onClose}
            pending={unite.pending}
            disabled={!ready}
            danger
            focused="cancel"
          />
        </>
      }
    >
      <Loaded query={preview}>
        {(known) => (
          <Stack>
            <Obstacles preview={known} />
            {known.contradicts ? (
              <Finding tone="warn">{t('ledger.unite.contradicts')}</Finding>
            ) : null}
            <FactsTable
              preview={known}
              chosen={chosen}
              onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
            />
            <Consequences preview={known} />
            <Finding tone="warn">{t('ledger.unite.final')}</Finding>
            <StillOpen fields={openIn(known, chosen)} />
          </Stack>
        )}
      </Loaded>
    </Dialog>
  )
}

const Obstacles = ({ preview: { obstacles } }: { preview: UnitePreview }) => {
  const t = useT()
  if (obstacles.length === 0) return null
  return (
    <Finding tone="bad">
      {t('ledger.unite.inTheWay')}
      <ul className="ledger-lines">
        {obstacles.map(tell).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Finding>
  )
}

const StillOpen = ({ fields }: { fields: readonly UniteField[] }) => {
  const t = useT()
  if (fields.length === 0) return null
  const names = fields.map((field) => t(`ledger.unite.field.${field}`)).join(t('common.comma'))
  return <Finding>{t('ledger.unite.toChoose', { count: fields.length, fields: names })}</Finding>
}

/** A stored fact as people read it. */
const wordOf = (field: UniteField, value: string, t: Say): string => {
  if (field === 'sex') return t(value === 'male' ? 'common.sex.male' : 'common.sex.female')
  if (field === 'deputy')
    return t(value === 'yes' ? 'ledger.unite.deputy.yes' : 'ledger.unite.deputy.no')
  return field === 'birth' ? shownMonth(value) : value
}

const Word = ({ field, value }: { field: UniteField; value: string | null }) => {
  const t = useT()
  return value === null ? (
    <span className="ledger-dim">{t('ledger.unite.unknown')}</span>
  ) : (
    wordOf(field, value, t)
  )
}

const FactsTable = ({
  preview: { facts, note },
  chosen,
  onChoose,
}: {
  preview: UnitePreview
  chosen: Chosen
  onChoose: (field: UniteField, side: UniteSide) => void
}) => {
  const t = useT()
  const columns: Column<UniteFact>[] = [
    {
      key: 'field',
      header: t('ledger.unite.column.field'),
      width: '96px',
      cell: ({ field }) => t(`ledger.unite.field.${field}`),
    },
    {
      key: 'stays',
      header: t('ledger.unite.column.stays'),
      cell: ({ field, stays }) => <Word field={field} value={stays} />,
    },
    {
      key: 'goes',
      header: t('ledger.unite.column.goes'),
      cell: ({ field, goes }) => <Word field={field} value={goes} />,
    },
    {
      key: 'after',
      header: t('ledger.unite.column.after'),
      width: '38%',
      cell: (fact) => <After fact={fact} side={chosen[fact.field]} onChoose={onChoose} />,
    },
  ]
  return (
    <div className="ledger-unite">
      <DataTable
        label={t('ledger.unite.facts')}
        columns={columns}
        rows={facts}
        rowKey={({ field }) => field}
        rowTone={({ field, state }) => (state === 'differs' && !chosen[field] ? 'open' : undefined)}
      />
      {note === '' ? null : (
        <p className="ledger-unite-note">
          <b>{t('ledger.unite.field.note')}</b> {note}
        </p>
      )}
    </div>
  )
}

/** What is known afterwards; where both say something else, which of them holds. */
const After = ({
  fact,
  side,
  onChoose,
}: {
  fact: UniteFact
  side: UniteSide | undefined
  onChoose: (field: UniteField, side: UniteSide) => void
}) => {
  const t = useT()
  const { field, state } = fact
  if (state !== 'differs')
    return (
      <b>
        <Word field={field} value={state === 'goes' ? fact.goes : fact.stays} />
      </b>
    )
  return (
    <Segmented<UniteSide | ''>
      label={t('ledger.unite.takeOf', { field: t(`ledger.unite.field.${field}`) })}
      value={side ?? ''}
      options={(['stays', 'goes'] as const).map((one) => ({
        value: one,
        label: wordOf(field, fact[one] ?? '', t),
      }))}
      onChange={(one) => (one === '' ? undefined : onChoose(field, one))}
    />
  )
}

const Consequences = ({
  preview: { moves, carried, joined, changed, added },
}: {
  preview: Pick<UnitePreview, 'moves' | 'carried' | 'joined' | 'changed' | 'added'>
}) => {
  const t = useT()
  const comes = moves.map(({ what, count }) => t(`ledger.unite.move.${what}`, { count }))
  return (
    <div>
      {comes.length === 0 ? (
        <Note>{t('ledger.unite.nothingMoves')}</Note>
      ) : (
        <p>
          <b>{t('ledger.unite.moves')}</b> {comes.join(t('common.comma'))}
        </p>
      )}
      <ul className="ledger-lines">
        {[
          ...carried.map((line) => t('ledger.unite.carried', line)),
          ...joined.map((line) => t('ledger.unite.joined', line)),
          ...changed.map((line) => t('ledger.unite.changed', line)),
          ...added.map((line) => t('ledger.unite.added', line)),
        ].map((sentence, at) => (
          <li key={`${at} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
