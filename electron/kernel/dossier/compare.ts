import type { FormDifference, FormFacts } from '../../../shared/contract/dossier.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import { isSamePost, splitPosts } from '../../../shared/rules/appointment/post-names.ts'
import type { KnownPerson } from './sql.ts'
import { variantKey } from './variants.ts'

/** What the ledger knows beside a form. */
export type Known = {
  /** Name of the body: its place before a post may be left out. */
  bodyName: string
  person: KnownPerson | null
  /** Posts held today. */
  posts: readonly string[]
  /** What is proposed for the person in the session of the act: posts to be given and to be taken. */
  proposed: { posts: readonly string[]; removals: readonly string[] } | null
  /** The form read before this one. */
  earlier: FormFacts | null
}

type Field = keyof FormFacts
type Judged = { stored: string | null; same: boolean; say?: Message }

/** Fields in the order of the form. */
export const formFields: readonly Field[] = [
  'name',
  'sex',
  'birth',
  'nationality',
  'nativePlace',
  'birthPlace',
  'joinedParty',
  'startedWork',
  'health',
  'profession',
  'speciality',
  'fullTime',
  'onTheJob',
  'currentPost',
  'proposedPost',
  'proposedRemoval',
  'reason',
  'resume',
  'rewards',
  'annualReview',
  'relatives',
  'reportedBy',
]

const joined = (parts: readonly string[], by: string): string => parts.filter(Boolean).join(by)

/** A field as one text: an education in one line, a relative a line. */
export const fieldText = (facts: FormFacts, field: Field): string => {
  const value = facts[field]
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return joined([value.education, value.degree, value.school], ' ')
  return value
    .map((line) =>
      typeof line === 'string'
        ? line
        : joined([line.title, line.name, line.birth, line.politics, line.work], ' '),
    )
    .join('\n')
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '')
const sexWords = { male: '男', female: '女' } as const
const folk = (text: string): string => bare(text).replace(/(?<=.)族$/u, '')

/** Posts in the party, named before those of the organ: what they would lend is the organ's name. */
const partyPosts = /党(?:组|委)(?:副?书记|成员|委员)[、，]/gu

/** Whether a form names a post, in whichever of its names. */
const names = (form: string, post: string, bodyName: string): boolean => {
  const named = splitPosts(form.replace(partyPosts, ''))
  return splitPosts(post).every((one) => named.some((other) => isSamePost(one, other, bodyName)))
}

const say = (name: string, params: Record<string, string>): Message => ({
  key: `dossier.say.${name}`,
  params,
})

const judgeName = (form: string, stored: string): Judged => {
  if (stored === form) return { stored, same: true }
  const kind = variantKey(stored) === variantKey(form) ? 'nameVariant' : 'nameOther'
  return { stored, same: false, say: say(kind, { form, stored }) }
}

/** A month as forms write it. */
export const dotted = (month: string): string => month.replaceAll('-', '.')

const judgeBirth = (form: string, stored: string | null): Judged => {
  const same = stored !== null && stored.slice(0, form.length) === form
  return stored === null || same
    ? { stored, same }
    : { stored, same, say: say('birth', { form: dotted(form), stored: dotted(stored) }) }
}

/** Posts of the ledger beside those of the form: the form must name each of them. */
const judgePosts = (
  form: string,
  posts: readonly string[],
  kind: string,
  { bodyName }: Known,
): Judged => {
  if (posts.length === 0) return { stored: null, same: false }
  const missing = posts.filter((post) => !names(form, post, bodyName))
  const stored = posts.join('、')
  return missing.length === 0
    ? { stored, same: true }
    : { stored, same: false, say: say(kind, { posts: missing.join('、') }) }
}

const judgeWord = (form: string, stored: string | null, kind: string): Judged =>
  stored === null || folk(stored) === folk(form)
    ? { stored, same: stored !== null }
    : { stored, same: false, say: say(kind, { form, stored }) }

const judge = (field: Field, form: string, known: Known): Judged => {
  const { person, proposed, earlier } = known
  if (field === 'name') return person ? judgeName(form, person.name) : { stored: null, same: false }
  if (field === 'birth') return judgeBirth(form, person?.birth ?? null)
  if (field === 'sex') return judgeWord(form, person?.sex ? sexWords[person.sex] : null, 'sex')
  if (field === 'nationality') return judgeWord(form, person?.nationality ?? null, 'nationality')
  if (field === 'currentPost') return judgePosts(form, known.posts, field, known)
  if (field === 'proposedPost') return judgePosts(form, proposed?.posts ?? [], field, known)
  if (field === 'proposedRemoval') return judgePosts(form, proposed?.removals ?? [], field, known)
  const before = earlier ? fieldText(earlier, field) : ''
  return before === ''
    ? { stored: null, same: false }
    : { stored: before, same: bare(before) === bare(form) }
}

/**
 * Each field of a form beside what is stored: name, sex, birth and nationality beside the person, posts beside the
 * ledger and what is proposed, everything else beside the form read before. A field empty on the form is left out,
 * except a post the ledger or the proposal names.
 */
export const formDifferences = (facts: FormFacts, known: Known): FormDifference[] =>
  formFields.flatMap((field) => {
    const form = fieldText(facts, field)
    const { same, ...rest } = judge(field, form, known)
    const asksForIt = field === 'currentPost' || field.startsWith('proposed')
    if (form === '' && !(asksForIt && rest.stored !== null)) return []
    const state = same ? 'same' : rest.stored === null ? 'new' : 'different'
    return [{ field, form, state, ...rest }]
  })
