import type { ReactNode } from 'react'
import { z } from 'zod'
import { neededOf } from '../../shared/rules/majority.ts'
import { parameterSchemas, type ParameterKey } from '../../shared/rules/parameters.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Checkbox, FieldGrid, Note, NumberField, Segmented, Select, Stack } from '../ui/index.ts'
import { ApproversField } from './ApproversField.tsx'
import { LimitsField } from './LimitsField.tsx'
import { OathField } from './OathField.tsx'
import { PostsField } from './PostsField.tsx'
import { isNoneAtZero, ruleValue } from './rules.ts'
import { SeveralField } from './SeveralField.tsx'

type FieldProps = { label: string; value: unknown; onChange: (value: unknown) => void }

/** Rules made of several values, each with an input of its own. */
const ownFields: Partial<Record<ParameterKey, (props: FieldProps) => ReactNode>> = {
  quorum: (props) => <ShareField {...props} />,
  speechLimits: (props) => <LimitsField {...props} />,
  leaveApprovers: (props) => <ApproversField {...props} />,
  individualPosts: (props) => <PostsField {...props} />,
  secretPaperPosts: (props) => <PostsField {...props} />,
  examPosts: (props) => <PostsField {...props} />,
  preSpeechPosts: (props) => <PostsField {...props} />,
  termReappointPosts: (props) => <PostsField {...props} />,
  certificatePosts: (props) => <PostsField {...props} />,
  oathWithin: (props) => <OathField {...props} />,
}

/** The input that fits a rule: its schema says which. */
export const RuleValueField = ({ ruleKey, ...field }: FieldProps & { ruleKey: ParameterKey }) => {
  const own = ownFields[ruleKey]
  if (own) return own(field)
  const schema: z.ZodType = parameterSchemas[ruleKey]
  if (schema instanceof z.ZodEnum) {
    return <ChoiceField {...field} choices={schema.options.map(String)} />
  }
  if (schema instanceof z.ZodBoolean) return <YesNoField {...field} />
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodEnum) {
    return (
      <SeveralField
        label={field.label}
        chosen={Array.isArray(field.value) ? field.value.map(String) : []}
        choices={schema.element.options.map(String)}
        onChange={field.onChange}
      />
    )
  }
  return <CountField {...field} ruleKey={ruleKey} />
}

const CountField = ({
  ruleKey,
  label,
  value,
  onChange,
}: FieldProps & { ruleKey: ParameterKey }) => {
  const t = useT()
  return (
    <NumberField
      label={label}
      value={typeof value === 'number' ? value : null}
      onChange={onChange}
      autoFocus
      {...(isNoneAtZero(ruleKey) ? { hint: t('body.number.zero') } : {})}
    />
  )
}

const ChoiceField = ({ label, value, onChange, choices }: FieldProps & { choices: string[] }) => (
  <Select
    label={label}
    value={String(value)}
    options={choices.map((choice) => ({ value: choice, label: ruleValue(choice) }))}
    onChange={onChange}
  />
)

const YesNoField = ({ label, value, onChange }: FieldProps) => (
  <Segmented
    label={label}
    value={value === true ? 'true' : 'false'}
    options={(['true', 'false'] as const).map((choice) => ({
      value: choice,
      label: ruleValue(choice),
    }))}
    onChange={(choice) => onChange(choice === 'true')}
    showLabel
  />
)

type Share = { num: number | null; den: number | null; strict: boolean }

const ShareField = ({ value, onChange }: FieldProps) => {
  const t = useT()
  const body = useKernelQuery('body.get', {})
  const share = value as Share
  const seats = body.data?.term.seats ?? 0
  const { num, den, strict } = share
  return (
    <Stack tight>
      <FieldGrid>
        <NumberField
          label={t('body.rule.numerator')}
          value={num}
          onChange={(next) => onChange({ ...share, num: next })}
        />
        <NumberField
          label={t('body.rule.denominator')}
          value={den}
          onChange={(next) => onChange({ ...share, den: next })}
        />
      </FieldGrid>
      <Checkbox
        label={t('body.rule.strict')}
        checked={strict}
        onChange={(next) => onChange({ ...share, strict: next })}
      />
      {num && den && seats > 0 ? (
        <Note>
          {t('body.rule.quorumNow', { seats, needed: neededOf({ num, den, strict }, seats) })}
        </Note>
      ) : null}
    </Stack>
  )
}
