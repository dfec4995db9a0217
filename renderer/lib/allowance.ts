import { useMemo } from 'react'
import { dismissalArticle } from '../../shared/rules/parameters.ts'
import type { MethodAllowance } from '../../shared/rules/question.ts'
import { useKernelQuery } from './kernel.ts'

/** What the body's own rules allow of voting methods beyond the law's plain words; nothing until it is known. */
export const useMethodAllowance = (): MethodAllowance => {
  const stated = useKernelQuery('body.parameters', {}).data
  return useMemo(() => ({ dismissalByDevice: dismissalArticle(stated ?? []) }), [stated])
}
