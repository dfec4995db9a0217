/** Headings: the organs and verbs they set for the lines below them. */
import { isAddressee } from './noise.ts'
import { bodyOfOffices, courtIn, organAlone, organWithVerb, scopesBehind } from './organs.ts'
import type { State } from './state.ts'
import { withoutMark } from './text.ts'
import { headingVerb } from './verbs.ts'
import type { Verb } from './verbs.ts'

/** A list begins under the verb. */
export const setHeading = (state: State, verb: Verb): void => {
  state.heading = verb
  state.closed = false
  state.labelled = []
  state.verb = verb
  state.inList = true
  state.postFirst = true
}

const ownBody = /(?:常务委员会|常委会|代表大会)$/u

/** The organ a title alone gives its posts: that of the court it speaks of, or its own, when it is nothing else. */
export const organOfTitle = (title: string): string => {
  const named = organAlone(title) ?? ''
  return named !== '' && !ownBody.test(named) ? named : courtIn(title) || bodyOfOffices(title)
}

/** 县人民法院 at the very head of a piece of a list: a heading, and no title. */
export const headsPiece = (text: string): boolean => {
  const organ = organAlone(withoutMark(text))
  return organ !== undefined && !ownBody.test(organ)
}

/** 市中级法院：张三任审判员: an organ before its posts, in their own line. */
export const readLabelOrgan = (state: State, clause: string): void => {
  const organ = organAlone(clause)
  if (organ === undefined || ownBody.test(organ)) return
  state.scopes = scopesBehind(state.scopes, clause, { organ })
  state.held = ''
}

/**
 * Reads a paragraph as a heading, if it is one. In: the paragraph with its mark. Out: whether nothing of it is left to read;
 * the headings it ends are ended either way.
 */
export const readHeading = (state: State, text: string): boolean => {
  const bare = withoutMark(text)
  const both = organWithVerb(bare)
  const organ = both?.organ ?? organAlone(bare)
  const said = both?.verb ?? bare.replace(/：$/u, '')
  const verb =
    organ !== undefined && !both
      ? undefined
      : headingVerb(said, both !== undefined || bare.endsWith('：'))
  if (isAddressee(text)) return false
  const scopes = scopesBehind(state.scopes, text, {
    ...(organ === undefined ? {} : { organ }),
    verb: verb !== undefined,
  })
  if (scopes !== state.scopes || verb) state.held = ''
  state.scopes = scopes
  if (both && verb) setHeading(state, verb)
  return organ !== undefined && (!both || verb !== undefined)
}
