import type { Formality } from '../../shared/contract/formality.ts'
import { formatDay } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Facts, Finding, Note } from '../ui/index.ts'
import { DueWords, endWords, StateWords } from './words.tsx'

/** One of them in full: what it follows from, by when and why, how it stands. */
export const Detail = ({ formality }: { formality: Formality | null }) => {
  const t = useT()
  if (!formality) return <Note>{t('formality.choose')}</Note>
  const { kind, toWhom, acts, dueRule, doubt, doneOn, number, note, state, heldBy } = formality
  const { ended } = formality
  const settled = [
    ...(doneOn ? [{ label: t('formality.doneOn'), value: formatDay(doneOn) }] : []),
    ...(number ? [{ label: t('formality.number'), value: number }] : []),
    ...(note
      ? [{ label: t(state === 'waived' ? 'formality.reason' : 'formality.note'), value: note }]
      : []),
  ]
  return (
    <section className="formality-detail" aria-label={t('formality.detail')}>
      <h2>{t('formality.named', { kind: t(`formality.kind.${kind}`), toWhom })}</h2>
      {doubt ? (
        <Finding tone="bad">{t(`formality.${ended ? 'endHint' : 'doubtHint'}.${doubt}`)}</Finding>
      ) : null}
      <Facts
        items={[
          { label: t('formality.col.state'), value: <StateWords formality={formality} /> },
          { label: t('formality.col.due'), value: <DueWords formality={formality} /> },
          ...(heldBy
            ? [{ label: t('formality.holder'), value: t(`formality.heldBy.${heldBy}`) }]
            : []),
          ...(dueRule ? [{ label: t('formality.basis'), value: tell(dueRule) }] : []),
          ...settled,
        ]}
      />
      {ended ? (
        <>
          <h3>{t('formality.followsEnd')}</h3>
          <p>{endWords(t, ended)}</p>
        </>
      ) : null}
      {acts.length > 0 ? (
        <>
          <h3>{t('formality.follows', { count: acts.length })}</h3>
          <ol>
            {acts.map((act, index) => (
              <li key={index}>{act}</li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}
