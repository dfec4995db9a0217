import type { FormDifference, FormFacts } from '../../../shared/contract/dossier.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import { barePost } from '../../../shared/rules/posts.ts'
import type { KnownPerson } from './sql.ts'
import { variantKey } from './variants.ts'

/** What the ledger knows beside a form. */
export type Known = {
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

const shortened: readonly (readonly [string, string])[] = [
  ['人民代表大会', '人大'],
  ['常务委员会', '常委会'],
  ['人民政府', '政府'],
  ['监察委员会', '监委'],
  ['中级人民法院', '中院'],
  ['人民法院', '法院'],
  ['人民检察院', '检察院'],
]

/** A post with its organ by its short name: forms and papers write long and short names side by side. */
const shortPost = (post: string): string =>
  shortened.reduce((text, [long, short]) => text.replaceAll(long, short), barePost(post))

/** Without the place before it: «临江市财政局局长» and «财政局局长» are one post on a form. */
const withoutPlace = (post: string): string =>
  post.replace(/^[^省市县区州旗]{1,8}[省市县区州旗]/u, '')

/** Whether a form names a post, by its long or short name, the place before it or not. */
const names = (form: string, post: string): boolean =>
  shortPost(form).includes(withoutPlace(shortPost(post)))

const say = (name: string, params: Record<string, string>): Message => ({
  key: `dossier.say.${name}`,
  params,
})

const judgeName = (form: string, stored: string): Judged => {
  if (stored === form) return { stored, same: true }
  const kind = variantKey(stored) === variantKey(form) ? 'nameVariant' : 'nameOther'
  return { stored, same: false, say: say(kind, { form, stored }) }
}

const judgeBirth = (form: string, stored: string | null): Judged => {
  const same = stored !== null && stored.slice(0, form.length) === form
  return stored === null || same
    ? { stored, same }
    : { stored, same, say: say('birth', { form, stored }) }
}

/** Posts of the ledger beside those of the form: the form must name each of them. */
const judgePosts = (form: string, posts: readonly string[], kind: string): Judged => {
  if (posts.length === 0) return { stored: null, same: false }
  const missing = posts.filter((post) => !names(form, post))
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
  if (field === 'currentPost') return judgePosts(form, known.posts, 'currentPost')
  if (field === 'proposedPost') return judgePosts(form, proposed?.posts ?? [], 'proposedPost')
  if (field === 'proposedRemoval')
    return judgePosts(form, proposed?.removals ?? [], 'proposedRemoval')
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
