import { useEffect, useRef, useState } from 'react'
import { signedKinds, type Item, type SignedKind } from '../../shared/contract/session.ts'
import { cosignerArticles, cosignersNeeded, mayDecline } from '../../shared/rules/cosigners.ts'
import { useAction } from '../lib/commands.ts'
import type { Draft } from '../lib/form.ts'
import { formatMoment } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Button, DateField, Finding, Note, NumberField, Select } from '../ui/index.ts'
import { DeclineDialog } from './DeclineDialog.tsx'
import type { SignedDraft } from './signed.ts'

/** Who signed an item, held against the law; and the council's word not to put it to the committee. */
export const Signatures = <Values extends SignedDraft & Record<string, unknown>>({
  item,
  draft: { values, set, errorAt },
  closed,
}: {
  item: Item
  draft: Pick<Draft<Values>, 'values' | 'set' | 'errorAt'>
  closed: boolean
}) => {
  const t = useT()
  const change = <Key extends keyof SignedDraft>(key: Key, value: SignedDraft[Key]) =>
    set(key, value as Values[Key])
  const kind = values.signedKind
  const refused = errorAt('signed')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The field keeps the focus; what is said under it may lie below the edge of the column.
    if (refused) box.current?.scrollIntoView({ block: 'nearest' })
  }, [refused])
  return (
    <>
      <Select<SignedKind | ''>
        label={t('session.signed.title')}
        value={kind ?? ''}
        options={[
          { value: '', label: t('session.signed.none') },
          ...signedKinds.map((one) => ({ value: one, label: t(`session.signed.${one}`) })),
        ]}
        onChange={(next) => change('signedKind', next === '' ? null : next)}
        disabled={closed}
      />
      {kind ? (
        <>
          <div ref={box}>
            <NumberField
              label={t('session.signed.signatories')}
              value={values.signatories}
              onChange={(next) => change('signatories', next)}
              error={refused}
              disabled={closed}
            />
          </div>
          <DateField
            label={t('session.signed.on')}
            hint={t('session.signed.onHint')}
            value={values.signedOn}
            onChange={(next) => change('signedOn', next)}
            disabled={closed}
          />
          {item.signed ? <Held signed={item.signed} /> : null}
          {item.signed || refused ? null : <Needed kind={kind} />}
        </>
      ) : null}
      <Declining item={item} closed={closed} />
    </>
  )
}

/** What the law asks for now, before anything was noted. */
const Needed = ({ kind }: { kind: SignedKind }) => {
  const t = useT()
  const body = useKernelQuery('body.get', {}).data
  const membership = useKernelQuery('roster.membership', {}).data
  if (!body || !membership) return null
  const base = membership.inOffice
  const needed = cosignersNeeded(kind, body.level, base)
  return (
    <Note>{t('session.signed.needed', { base, needed, article: cosignerArticles[kind] })}</Note>
  )
}

const Held = ({ signed }: { signed: NonNullable<Item['signed']> }) => {
  const t = useT()
  const { base, needed, signatories, at } = signed
  return (
    <Note>{t('session.signed.held', { base, needed, signatories, at: formatMoment(at) })}</Note>
  )
}

const Declining = ({ item, closed }: { item: Item; closed: boolean }) => {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const may = item.signed !== null && mayDecline(item.signed.kind) && !item.declined && !closed
  useAction('agenda.decline', () => setAsking(true), may)
  return (
    <>
      {item.declined ? (
        <Finding tone="warn">{t('session.declinedNote', { reason: item.declined.reason })}</Finding>
      ) : null}
      {may ? <Button onClick={() => setAsking(true)}>{t('session.command.decline')}</Button> : null}
      {asking && item.signed ? (
        <DeclineDialog item={item} signed={item.signed} onClose={() => setAsking(false)} />
      ) : null}
    </>
  )
}
