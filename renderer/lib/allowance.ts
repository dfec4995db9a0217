import { useMemo } from 'react'
import { dismissalArticle, parametersFrom } from '../../shared/rules/parameters.ts'
import type { MethodAllowance } from '../../shared/rules/question.ts'
import { withdrawCondition } from '../../shared/rules/withdrawal.ts'
import { tell } from './i18n.ts'
import { useKernelQuery } from './kernel.ts'

/** What the body's own rules allow of voting methods beyond the law's plain words; nothing until it is known. */
export const useMethodAllowance = (): MethodAllowance => {
  const stated = useKernelQuery('body.parameters', {}).data
  return useMemo(() => ({ dismissalByDevice: dismissalArticle(stated ?? []) }), [stated])
}

/** On what the body lets a mover take a matter back, as a sentence; empty until it is known (rules.md §8-24). */
export const useWithdrawCondition = (): string => {
  const stated = useKernelQuery('body.parameters', {}).data
  if (!stated) return ''
  const values = parametersFrom(Object.fromEntries(stated.map(({ key, value }) => [key, value])))
  return tell(withdrawCondition(values.withdrawRule))
}
