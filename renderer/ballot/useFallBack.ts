import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { announce } from '../lib/announce.ts'
import { t } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { draftOf, dropDraft, openDialog } from './state.ts'

/** The methods that break in a way everybody sees, with the reason that goes on the record. */
const breaks = { device: 'device', 'show-of-hands': 'hands' } as const

/**
 * One key, one command: the round is void and the next one open by the next method. Where figures were entered already,
 * or where no reason is plain, the reason is asked for first.
 */
export const useFallBack = (question: Question, vote: Vote) => {
  const command = useKernelCommand('ballot.fallBack')
  const { method } = vote
  const plain = method === 'device' || method === 'show-of-hands' ? breaks[method] : null
  const run = async () => {
    if (plain === null || Object.keys(draftOf(vote.id).totals).length > 0) {
      openDialog('change')
      return
    }
    const reason = t(`ballot.reason.${plain}`)
    const reply = await command.run({ voteId: vote.id, rev: vote.rev, reason })
    if (!reply.ok) return
    dropDraft(vote.id)
    const next = t(`verdict.method.${reply.value.method}`)
    announce(t('ballot.fellBack', { title: question.title, method: next, reason }))
  }
  return { run: () => void run(), pending: command.pending }
}
