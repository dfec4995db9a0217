import type { CheckInput, Finding } from './facts.ts'
import { nominatorFindings } from './nominator.ts'
import { organFindings } from './organs.ts'
import { isOpen, viewsOf, type View } from './views.ts'

/** What is asked of one post of one act by itself. */
const themes: readonly ((view: View) => Finding[])[] = [organFindings, nominatorFindings]

/**
 * All that law, local rule and ledger have to say of the acts of a session, in the order of the papers: decided,
 * withdrawn and deferred acts are past it. Forbids only where a statute does and what the post is, is certain.
 */
export const checkNominations = (input: CheckInput): Finding[] => {
  const views = viewsOf(input).filter(isOpen)
  return views.flatMap((view) => themes.flatMap((theme) => theme(view)))
}
