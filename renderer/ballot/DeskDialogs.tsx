import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { AdjournDialog } from './AdjournDialog.tsx'
import { AskDialog } from './AskDialog.tsx'
import { BaseDialog } from './BaseDialog.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { enterTotals } from './draft.ts'
import { CountDialog, DefenceDialog, TotalsImport } from './entry/index.ts'
import { changeDraft, closeDialog, useDeskState, type DeskDialog } from './state.ts'
import type { Stop } from './stops.ts'
import { standingOf, type Desk } from './useDesk.ts'
import { VoidDialog } from './VoidDialog.tsx'

/** What lies over the desk at the moment. */
export const DeskDialogs = ({ stop: { item, question }, desk }: { stop: Stop; desk: Desk }) => {
  const dialog = useDeskState((state) => state.dialog)
  if (dialog === 'ask') return <AskDialog key={item.id} item={item} />
  if (dialog === 'adjourn' && desk.floor) return <AdjournDialog sitting={desk.floor} />
  if (!question || !dialog) return null
  const { open, locked } = standingOf(question)
  if (dialog === 'defence') return <DefenceDialog question={question} onClose={closeDialog} />
  if (dialog === 'correct')
    return locked?.tally ? <CorrectDialog question={question} vote={locked} /> : null
  return open ? <RoundDialog dialog={dialog} question={question} vote={open} desk={desk} /> : null
}

const RoundDialog = ({
  dialog,
  question,
  vote,
  desk,
}: {
  dialog: DeskDialog
  question: Question
  vote: Vote
  desk: Desk
}) => {
  const take = (totals: Parameters<typeof enterTotals>[1]) => {
    changeDraft(vote.id, (draft) => enterTotals(draft, totals))
    closeDialog()
  }
  switch (dialog) {
    case 'base':
      return <BaseDialog question={question} vote={vote} />
    case 'count':
      return (
        <CountDialog vote={vote} title={question.title} onAgreed={take} onClose={closeDialog} />
      )
    case 'totals':
      return <TotalsImport vote={vote} onTake={take} onClose={closeDialog} />
    case 'void':
    case 'change':
      return (
        <VoidDialog
          question={question}
          vote={vote}
          changing={dialog === 'change'}
          fallback={desk.fallback}
        />
      )
    default:
      return null
  }
}
