import type { Message } from './errors.ts'

/** Two entries that may be one human being: the one that stays, and the one that goes into it. */
export const uniteSides = ['stays', 'goes'] as const
export type UniteSide = (typeof uniteSides)[number]

/** What is known of a person besides what refers to one; where both say something else, one must be chosen. */
export const uniteFields = ['name', 'sex', 'birth', 'nationality', 'deputy'] as const
export type UniteField = (typeof uniteFields)[number]

/** What each entry says: `male`, `female`; a month or a day; `yes`, `no`; null where it says nothing. */
export type UniteFact = {
  field: UniteField
  stays: string | null
  goes: string | null
  /** `stays` and `goes` say whose word holds; of `differs` nobody has said so yet. */
  state: 'same' | 'stays' | 'goes' | 'differs'
}

/** Somebody who may be the same as another. */
export type PersonLike = {
  id: string
  name: string
  sex: 'male' | 'female' | null
  birth: string | null
  /** Posts held today; where there are none, the last one held. */
  posts: string[]
  holds: boolean
  /** Bears the very same name. */
  namesake: boolean
  /** Sex or month of birth are known of both and not the same: hardly one human being. */
  contradicts: boolean
}

/** Everything that refers to a person. */
export const uniteMoves = [
  'seats',
  'tenures',
  'reviews',
  'acts',
  'materials',
  'formalities',
  'forms',
] as const
export type UniteMove = (typeof uniteMoves)[number]

export type UnitePreview = {
  stays: { id: string; name: string }
  goes: { id: string; name: string }
  facts: UniteFact[]
  /** Both notes, one beneath the other. */
  note: string
  /** What the one that goes brings along. */
  moves: { what: UniteMove; count: number }[]
  /** The seats and tenures among that, one by one. */
  carried: { postName: string; span: string }[]
  /** Sex or month of birth are known of both and not the same: hardly one human being. */
  contradicts: boolean
  /** One tenure entered twice, of which one line stays. */
  joined: { postName: string; span: string }[]
  /** Tenures that an act on the other one ends. */
  changed: { postName: string; was: string; is: string }[]
  /** Tenures only the acts on both together make. */
  added: { postName: string; span: string }[]
  /** Why they cannot be united, each with its way out. */
  obstacles: Message[]
  /** Confirming checks that nothing of this has moved. */
  token: string
}
