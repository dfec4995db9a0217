/** Brings what was found to its final form: each statement once. */
import { headsDecision, headsRead, isMute } from './mute.ts'
import { samePost, sharesTitle } from './posts.ts'
import type { Found, State } from './state.ts'
import { keepUnread } from './state.ts'
import type { ReadAct } from './types.ts'

const kin = (a: ReadAct, b: ReadAct): boolean =>
  a.act === b.act || [a.act, b.act].every((act) => act === 'appoint' || act === 'act-as')

type ByName = ReadonlyMap<string, readonly Found[]>

const byName = (acts: readonly Found[]): Map<string, Found[]> => {
  const index = new Map<string, Found[]>()
  for (const act of acts) for (const name of act.persons) remember(index, name, act)
  return index
}

const remember = (index: Map<string, Found[]>, name: string, act: Found): void => {
  const known = index.get(name)
  if (known) known.push(act)
  else index.set(name, [act])
}

/** 县人民政府组成部门负责人: what several are called together, and no post of one. */
const inGeneral = /(?:负责人|组成人员|工作人员|领导人员|审判人员|检察人员)$/u

/** A title gives way to the statement under it: the same person, kind and title of post, or a post it only describes. */
const saidBelow = (title: Found, name: string, stated: ByName): boolean =>
  (stated.get(name) ?? []).some(
    (act) => kin(act, title) && (sharesTitle(act.post, title.post) || inGeneral.test(title.post)),
  )

const saidBefore = (act: Found, name: string, kept: ByName): Found | undefined =>
  (kept.get(name) ?? []).find((other) => other.act === act.act && samePost(other.post, act.post))

const once = (acts: readonly Found[]): Found[] => {
  const stated = byName(acts.filter((act) => !act.weak))
  const known = new Map<string, Found[]>()
  const kept: Found[] = []
  for (const act of acts) {
    const persons = act.persons.filter((name) => {
      if (act.weak && saidBelow(act, name, stated)) return false
      const other = saidBefore(act, name, known)
      if (other && act.post.length > other.post.length && other.persons.length === 1)
        other.post = act.post
      return other === undefined
    })
    if (persons.length === 0 && act.persons.length > 0) continue
    const own = { ...act, persons }
    kept.push(own)
    for (const name of persons) remember(known, name, own)
  }
  return kept
}

const bare = ({ act, verb, persons, post, reason, listIncomplete }: Found): ReadAct => ({
  act,
  verb,
  persons,
  post,
  ...(reason === undefined ? {} : { reason }),
  ...(listIncomplete ? { listIncomplete } : {}),
})

const settlePetitions = (state: State): void => {
  const settled = (name: string): boolean =>
    state.acts.some((act) => act.act === 'accept-resignation' && act.persons.includes(name))
  for (const { names, verb, text } of state.accepted) {
    const told = (name: string): boolean =>
      settled(name) || state.petitions.some((one) => one.post !== '' && one.names.includes(name))
    if (!names.every(told)) keepUnread(state, text)
    for (const petition of state.petitions) {
      const asked = petition.names.filter((name) => names.includes(name) && !settled(name))
      if (asked.length === 0 || petition.post === '') continue
      const { post, reason } = petition
      const why = reason === undefined ? {} : { reason }
      state.acts.push({
        act: 'accept-resignation',
        verb,
        persons: asked,
        post,
        ...why,
        weak: false,
      })
    }
  }
  for (const petition of state.petitions) {
    const names = petition.names.filter((name) => !settled(name))
    if (names.length === 0 || petition.post === '') continue
    if (!state.resignationsAdopted) {
      keepUnread(state, petition.text)
      continue
    }
    state.acts.push({
      act: 'accept-resignation',
      verb: '接受',
      persons: names,
      post: petition.post,
      ...(petition.reason === undefined ? {} : { reason: petition.reason }),
      weak: false,
    })
  }
}

/** A resignation's reason may stand in the request alone. */
const giveReasons = (state: State): void => {
  const reasons = new Map(
    state.petitions.flatMap(({ names, reason }) =>
      reason === undefined ? [] : names.map((name): [string, string] => [name, reason]),
    ),
  )
  for (const act of state.acts) {
    const reason = reasons.get(act.persons[0] ?? '')
    if (act.act === 'accept-resignation' && reason !== undefined) act.reason ??= reason
  }
}

/** The acts and what remained unread, in the order of the text. */
export const settle = (state: State): { acts: ReadAct[]; unread: string[] } => {
  settlePetitions(state)
  giveReasons(state)
  const acts = once(state.acts).map(bare)
  const decided = new Set(acts.flatMap((act) => act.persons))
  for (const { text, names } of state.proposals) {
    if (names.length === 0 || names.some((name) => !decided.has(name))) keepUnread(state, text)
  }
  for (const title of state.titles) {
    if (![...decided].some((name) => title.includes(name))) keepUnread(state, title)
  }
  const open = [...new Set(state.unread)].filter(
    (one) => !isMute(one) && !headsRead(one, decided) && !headsDecision(one, acts),
  )
  return { acts, unread: open }
}
