import { useState } from 'react'
import type { Parameter } from '../../shared/contract/body.ts'
import { checkParameter, parameterRules, type ParameterKey } from '../../shared/rules/parameters.ts'
import { useDraft } from '../lib/form.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  DateField,
  Dialog,
  DialogButtons,
  Facts,
  Finding,
  FormFailure,
  Stack,
  TextField,
} from '../ui/index.ts'
import { RuleValueField } from './RuleValueField.tsx'
import { ruleName } from './rules.ts'

type Values = { value: unknown; source: string; confirmedOn: string | null }

/** Changes one rule. A value below the legal floor is refused at the field, with the article, before anything is sent. */
export const RuleDialog = ({
  parameter,
  onClose,
}: {
  parameter: Parameter
  onClose: () => void
}) => {
  const t = useT()
  const key = parameter.key as ParameterKey
  const name = ruleName(key)
  const { lock, articles } = parameterRules[key]
  const draft = useDraft<Values>({
    value: parameter.value,
    source: parameter.source,
    confirmedOn: parameter.confirmedOn,
  })
  const save = useKernelCommand('body.setParameter', { inline: true })
  const reset = useKernelCommand('body.resetParameter')
  const [rev] = useState(parameter.rev)
  const check = checkParameter(key, draft.values.value)
  const submit = async () => {
    if (!check.ok) return
    const reply = await save.run({ key, rev, ...draft.values })
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    notify('good', t('body.rule.saved', { name }))
    onClose()
  }
  const backToDefault = async () => {
    const reply = await reset.run({ key, rev })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t('body.rule.edit', { name })}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          {parameter.isDefault ? null : (
            <Button
              tone="quiet"
              icon="reset"
              pending={reset.pending}
              onClick={() => void backToDefault()}
            >
              {t('body.rule.reset')}
            </Button>
          )}
          <DialogButtons
            confirm={t('common.save')}
            onCancel={onClose}
            pending={save.pending}
            disabled={!check.ok}
          />
        </>
      }
    >
      <Stack>
        <Facts
          items={[
            {
              label: t('body.rule.limit'),
              value: [t(`rules.lock.${lock}`), ...articles].join(' · '),
            },
          ]}
        />
        <RuleValueField
          ruleKey={key}
          label={t('body.rule.value')}
          value={draft.values.value}
          onChange={(value) => draft.set('value', value)}
        />
        {check.ok ? null : <Finding tone="bad">{tell(check.error.message)}</Finding>}
        <TextField
          label={t('body.rule.source')}
          hint={t('body.rule.sourceHint')}
          value={draft.values.source}
          onChange={(source) => draft.set('source', source)}
          error={draft.errorAt('source')}
        />
        <DateField
          label={t('body.rule.confirmed')}
          hint={t('body.rule.confirmedHint')}
          value={draft.values.confirmedOn}
          onChange={(confirmedOn) => draft.set('confirmedOn', confirmedOn)}
          error={draft.errorAt('confirmedOn')}
        />
        {save.failure?.fields?.['source'] ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
