import type { Motion, QuestionKind } from '../../shared/contract/ballot.ts'
import type { Item } from '../../shared/contract/session.ts'
import type { Draft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { DateField, FieldGrid, NumberField, Select } from '../ui/index.ts'

/** What a question is asked with beyond its kind and title. */
export type AskValues = {
  title: string
  kind: QuestionKind
  motion: Motion | null
  /** The question an amendment would change. */
  amendsId: string | null
  /** Day an amendment was handed in; null is today. */
  proposedOn: string | null
  signatories: number | null
}

type MoreProps = { item: Item; draft: Draft<AskValues> }

/** What an amendment changes, when it came and who signed it; who signed the inquiry whose answer is weighed. */
export const AskMore = ({ item, draft }: MoreProps) => {
  const { kind, motion } = draft.values
  if (kind === 'amendment') return <AmendmentFields item={item} draft={draft} />
  return kind === 'procedural' && motion === 'inquiry-unsatisfied' ? (
    <InquiryFields item={item} draft={draft} />
  ) : null
}

const AmendmentFields = ({ item, draft: { values, set, errorAt } }: MoreProps) => {
  const t = useT()
  const questions = useKernelQuery('ballot.questions', { sessionId: item.sessionId }).data ?? []
  const open = questions.filter(
    ({ itemId, kind, standing, withdrawn }) =>
      itemId === item.id && kind !== 'amendment' && !standing && !withdrawn,
  )
  return (
    <>
      <Select
        label={t('ballot.asking.amends')}
        value={values.amendsId}
        clearable
        options={open.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(amendsId) => set('amendsId', amendsId)}
      />
      <FieldGrid>
        <DateField
          label={t('ballot.asking.proposedOn')}
          hint={t('ballot.asking.proposedOnHint')}
          value={values.proposedOn}
          onChange={(proposedOn) => set('proposedOn', proposedOn)}
          error={errorAt('proposedOn')}
        />
        <NumberField
          label={t('ballot.asking.signatories')}
          hint={t('ballot.asking.signatoriesHint')}
          value={values.signatories}
          onChange={(signatories) => set('signatories', signatories)}
          error={errorAt('signatories')}
        />
      </FieldGrid>
    </>
  )
}

const InquiryFields = ({ item, draft: { values, set, errorAt } }: MoreProps) => {
  const t = useT()
  const signed = item.signed?.kind === 'inquiry' ? item.signed.signatories : null
  return (
    <NumberField
      label={t('ballot.asking.inquirers')}
      hint={t('ballot.asking.inquirersHint')}
      value={values.signatories ?? signed}
      onChange={(signatories) => set('signatories', signatories)}
      error={errorAt('signatories')}
    />
  )
}
