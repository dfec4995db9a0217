import type { QuestionKind } from '../contract/ballot.ts'
import type { ItemKind } from '../contract/session.ts'

const kinds: Record<ItemKind, QuestionKind | null> = {
  agenda: 'agenda',
  bill: 'bill',
  report: 'report',
  'plan-budget': 'bill',
  inspection: 'report',
  representative: 'report',
  appointment: 'appointment',
  resignation: 'resignation',
  dismissal: 'dismissal',
  'supplementary-election': 'supplementary-election',
  satisfaction: null,
  procedural: 'procedural',
  other: null,
}

/**
 * The kind of question an item is put to the vote as, or null where nobody can tell from the item: a satisfaction
 * survey has its own scale, and «other» says nothing.
 */
export const questionKindOfItem = (itemKind: ItemKind): QuestionKind | null => kinds[itemKind]

const discussed: readonly ItemKind[] = ['report', 'inspection', 'representative']

/** A report on how a plan or a budget is carried out is heard; final accounts and adjustments are approved. */
const heard = /^听取(?!.*(?:批准|决算|调整|决议|决定|表决))/u

/**
 * Whether an item is put to the vote as a rule. What is heard and discussed is not; where the body votes on one
 * all the same, the question is asked for itself.
 */
export const isAskedOnItem = ({ kind, title }: { kind: ItemKind; title: string }): boolean =>
  questionKindOfItem(kind) !== null &&
  !discussed.includes(kind) &&
  !(kind === 'plan-budget' && heard.test(title.trim()))

/** Deliberating, alone or with the vote that follows it; longer ones first. */
export const deliberating = '审议和表决|审议并表决|审议并通过|审议通过|审议'

const opening = new RegExp(`^(?:${deliberating})(?=.)`, 'u')

/**
 * What is put to the vote on an item, in the words it is asked with: «审议《某条例（草案）》» is voted on as
 * «《某条例（草案）》», since deliberating is not what is decided. Other titles stay as they are.
 */
export const questionTitleOfItem = (itemTitle: string): string =>
  itemTitle.trim().replace(opening, '')
