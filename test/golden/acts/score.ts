/**
 * Scores what was read against the right acts. An act counts once per person and single post;
 * 代理X inside an appointment is an act-as of X; a post may carry or omit its organ's name.
 */
export type ScoredAct = { act: string; persons: readonly string[]; post: string }
export type Atom = { name: string; act: string; post: string }
export type Score = { wanted: number; got: number; hits: number; missed: Atom[]; invented: Atom[] }

const actingWithin = /^.*代理?[^理]/u

const atomOf = (name: string, act: string, text: string): Atom => {
  const post = text.replace(/[\s（）()]|职务$|的$/gu, '')
  const acting = act === 'act-as' || (post.includes('代理') && actingWithin.test(post))
  return acting
    ? { name, act: 'act-as', post: post.replaceAll('代理', '').replaceAll('代主任', '主任') }
    : { name, act, post }
}

/** The acts taken apart into single persons and posts. */
export const atomsOf = (acts: readonly ScoredAct[]): Atom[] =>
  acts.flatMap(({ act, persons, post }) =>
    (persons.length > 0 ? persons : ['']).flatMap((name) =>
      post.split(/[、，,]/u).map((one) => atomOf(name, act, one)),
    ),
  )

const same = (a: Atom, b: Atom): boolean =>
  a.name === b.name &&
  a.act === b.act &&
  a.post !== '' &&
  (a.post.endsWith(b.post) || b.post.endsWith(a.post))

/** Compares one text's reading with its right acts. */
export const scoreOf = (want: readonly ScoredAct[], got: readonly ScoredAct[]): Score => {
  const wanted = atomsOf(want)
  const left = atomsOf(got)
  const all = left.length
  const missed = wanted.filter((atom) => {
    const at = left.findIndex((other) => same(atom, other))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return {
    wanted: wanted.length,
    got: all,
    hits: wanted.length - missed.length,
    missed,
    invented: left,
  }
}
