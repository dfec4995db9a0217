import type { RollEntry } from '../../shared/contract/attendance.ts'
import { matchesName } from '../../shared/rules/pinyin.ts'

/** Someone who may be put on the list: a member, or a person who sits in. */
export type Candidate = {
  key: string
  name: string
  /** Place in the official order; null for those who sit in. */
  number: number | null
  memberId: string | null
  /** Office of one who sits in. */
  post: string
  here: boolean
}

type SitIn = { id: string; name: string; post: string; present: boolean }

/** Members who may act in the official order, then those who sit in. */
export const candidatesOf = (
  entries: readonly RollEntry[],
  sitIn: readonly SitIn[],
): readonly Candidate[] => [
  ...entries
    .filter(({ suspended }) => !suspended)
    .map(({ memberId, name, number, here }) => ({
      key: memberId,
      name,
      number,
      memberId,
      post: '',
      here,
    })),
  ...sitIn.map(({ id, name, post, present }) => ({
    key: id,
    name,
    number: null,
    memberId: null,
    post,
    here: present,
  })),
]

const hasHan = /\p{Script=Han}/u

/** A name written out in full, of someone on no list: one who sits in today. */
const asGiven = (typed: string): Candidate => ({
  key: `name ${typed}`,
  name: typed,
  number: null,
  memberId: null,
  post: '',
  here: true,
})

/**
 * Whom a typed text means, best first: a number is the place in the official order, else name, pinyin or initials.
 * A name written out that nobody bears stands for someone new who sits in.
 */
export const meant = (all: readonly Candidate[], text: string): readonly Candidate[] => {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return all
  if (/^\d+$/u.test(typed)) return all.filter(({ number }) => String(number) === typed)
  const found = all.filter(({ name }) => matchesName(name, typed))
  const first = found.filter(({ name }) => name === typed)
  const others = found.filter(({ name }) => name !== typed)
  const given = hasHan.test(typed) && first.length === 0 ? [asGiven(typed)] : []
  return [...first, ...others, ...given]
}
