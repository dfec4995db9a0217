import type { Formality } from '../../shared/contract/formality.ts'
import { dayRules, givesDay, type DayRule } from '../../shared/rules/appointment/due.ts'
import { parametersFrom } from '../../shared/rules/parameters.ts'
import { useAction } from '../lib/commands.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { go } from '../lib/place.ts'
import { Button, Finding } from '../ui/index.ts'

const isUndated = ({ state, doubt, dueOn, dueRule }: Formality): boolean =>
  state === 'due' && doubt === null && dueOn === null && dueRule === null

/**
 * Why some have no last day, with the way out: the body has not said whether its rules set one, or said it after the
 * list was made.
 */
export const DayRules = ({
  formalities,
  pending,
  onRework,
}: {
  formalities: readonly Formality[]
  pending: boolean
  onRework: () => void
}) => {
  const t = useT()
  const stated = useKernelQuery('body.parameters', {}).data ?? []
  const rules = parametersFrom(Object.fromEntries(stated.map(({ key, value }) => [key, value])))
  const open = new Set(
    stated.flatMap(({ key, confirmedOn }) => (confirmedOn === null ? [key] : [])),
  )
  const undated = formalities.filter(isUndated).flatMap(({ kind, heldBy }) => {
    const rule = dayRules[kind]
    return rule === null ? [] : [{ rule, given: givesDay(rule, rules, heldBy) }]
  })
  const behind = undated.filter(({ given }) => given).length
  const unsaid = undated.filter(({ rule, given }) => !given && open.has(rule))
  const asked: DayRule[] = [...new Set(unsaid.map(({ rule }) => rule))]
  const [first] = asked
  const toRules = () => first && go('body', { rule: first })
  useAction('formality.rules', toRules, first !== undefined)
  return (
    <>
      {behind > 0 ? (
        <Finding tone="warn">
          <span>{t('formality.behind', { count: behind })}</span>
          <Button size="s" icon="reset" pending={pending} onClick={onRework}>
            {t('formality.reworkShort')}
          </Button>
        </Finding>
      ) : null}
      {first ? (
        <Finding>
          <span>
            {t('formality.unsaid', {
              count: unsaid.length,
              rules: asked
                .map((rule) => tell({ key: `rules.parameter.${rule}` }))
                .join(t('common.comma')),
            })}
          </span>
          <Button size="s" chord="Shift+B" onClick={toRules}>
            {t('formality.toRules')}
          </Button>
        </Finding>
      ) : null}
    </>
  )
}
