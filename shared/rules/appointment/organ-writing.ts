import type { Finding } from './facts.ts'
import { organPart, placeOf, plainPost } from './post-names.ts'
import { isOpen, type View } from './views.ts'

/** Where the name of an organ ends that has others within it. */
const whole = /^.*?(?:法院|检察院|常委会|常务委员会|监委|监察委员会|政府)/u
/** The term stands before offices of an elected body and before no others: no other way of writing it. */
const term = /第?[0-9一二三四五六七八九十百]+届/gu

/** The organ a post names, as written; '' where it names none. */
const organWritten = ({ postName }: View): string =>
  (whole.exec(postName)?.[0] ?? organPart(postName)).replace(term, '')

/** One key for all ways of writing an organ; «市监委» alone is too short to be told from its place, with a title it is not. */
const keyOf = (form: string, { input }: View): string =>
  form === '' ? '' : plainPost(`${form}主任`, placeOf(input.bodyName))

type Written = { view: View; form: string }

/** In full before in short, what more posts are written with before what fewer are. */
const fullest = (written: readonly Written[]): string => {
  const forms = [...Map.groupBy(written, ({ form }) => form)]
  const [first] = forms.toSorted(
    ([one, some], [other, others]) => other.length - one.length || others.length - some.length,
  )
  return first?.[0] ?? ''
}

const note = (written: readonly Written[], form: string, right: string): Finding[] => {
  const own = written.filter((one) => one.form === form)
  const acts = [...new Set(own.map(({ view }) => view.act))]
  const [first] = acts
  if (!first || form === right) return []
  const params = { person: first.personName, count: acts.length, form, right }
  return [
    {
      code: 'organ-writing',
      severity: 'note',
      article: '',
      actIds: acts.map(({ id }) => id),
      message: { key: 'rules.appoint.organ-writing', params },
      wayOut: { key: 'rules.appoint.way.organ-writing', params },
    },
  ]
}

/**
 * One organ written in several ways among what is still to be voted on. Lists and certificates repeat what was voted on
 * word for word, so this is to be seen to before the vote; afterwards no paper writes it otherwise.
 */
export const organWritingFindings = (views: readonly View[]): Finding[] => {
  const written = views.filter(isOpen).map((view) => ({ view, form: organWritten(view) }))
  const organs = Map.groupBy(written, ({ view, form }) => keyOf(form, view))
  return [...organs].flatMap(([organ, own]) => {
    if (organ === '') return []
    const right = fullest(own)
    return [...new Set(own.map(({ form }) => form))].flatMap((form) => note(own, form, right))
  })
}
