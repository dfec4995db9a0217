import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { decideInputOf, weighed } from '../../shared/rules/outcome.ts'
import { announce } from '../lib/announce.ts'
import { t, tell } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import type { InputAt } from '../lib/client.ts'
import { tallyOf } from './draft.ts'
import { factsOf } from './round.ts'
import { closeDialog, dropDraft, emptyOr, useDeskState } from './state.ts'

/** What is entered for an open round, and what it would give: by the function the kernel locks with. */
export const useRound = (question: Question, vote: Vote) => {
  const draft = useDeskState((state) => emptyOr(state.drafts[vote.id]))
  const reading = useDeskState((state) => state.reading === vote.id)
  const tally = tallyOf(draft.totals, vote.method)
  const input = decideInputOf(question, factsOf(vote), tally)
  const judgement = weighed(input)
  return { draft, reading, tally, input, judgement }
}

/** A locked result said to screen readers at once. */
const announceVerdict = (question: Question, { outcome }: Vote): void => {
  if (!outcome) return
  const verdict = t(`verdict.name.${outcome.verdict}`)
  announce(t('ballot.announced', { title: question.title, verdict, why: tell(outcome.sentence) }))
}

type BaseChoice = NonNullable<InputAt<'ballot.lock'>['baseChoice']>

/** Locks what is entered for a round; what had been kept of it goes. */
export const useLock = (question: Question, vote: Vote) => {
  const command = useKernelCommand('ballot.lock')
  const { draft, tally } = useRound(question, vote)
  const run = async (baseChoice?: BaseChoice) => {
    const reply = await command.run({
      voteId: vote.id,
      rev: vote.rev,
      ...(tally ? { tally } : {}),
      ...(draft.named ? { named: draft.named } : {}),
      ...(baseChoice ? { baseChoice } : {}),
    })
    if (!reply.ok) return
    dropDraft(vote.id)
    closeDialog()
    announceVerdict(question, reply.value)
  }
  return { run, pending: command.pending }
}
