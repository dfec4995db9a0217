/** Names that wait for a post, and posts that belong to whoever was named before them. */
import { namesOfBatch } from './batch.ts'
import { petitioned } from './entries.ts'
import { readPersons } from './persons.ts'
import { cleanPost, endsAsPost, isPost } from './posts.ts'
import type { State } from './state.ts'
import { keepEntries } from './statements.ts'
import type { ReadAct } from './types.ts'

/** 张三任市财政局局长, which no removal spoken of before reaches. */
export const takesPost = (clause: string): boolean => {
  const who = /职务|一职|的/u.test(clause)
    ? undefined
    : /^(.{2,15}?)(?:同志)?(?:担|接)?任(?=.{3})/u.exec(clause)?.[1]
  return who !== undefined && readPersons(who, false) !== undefined
}

/** Whether so many names are all of an act's that named some of them. */
const isWhole = ({ counts }: State, act: ReadAct, found: number): boolean =>
  (counts.get(act) ?? found) === found

/** 任命张三等3人为副秘书长：张三、李四、王五: all of those the act named in part. */
export const completesAct = (state: State, clause: string): boolean => {
  const act = state.acts.at(-1)
  if (act?.listIncomplete !== true || state.batch) return false
  const named = readPersons(clause)
  if (!named || named.names.length <= act.persons.length) return false
  if (!named.incomplete && !isWhole(state, act, named.names.length)) return false
  if (named.title !== undefined || !act.persons.every((one) => named.names.includes(one)))
    return false
  act.persons = named.names
  if (!named.incomplete) delete act.listIncomplete
  state.last = named.names
  return true
}

/** 附件：张三、李四、王五: a list of its own of those an act named in part. Out: whether there was such an act. */
export const completesListed = (state: State, names: readonly string[]): boolean => {
  const known = new Set(names)
  const act = state.acts.find(
    (one) =>
      one.listIncomplete === true &&
      one.persons.length > 0 &&
      one.persons.length < names.length &&
      isWhole(state, one, names.length) &&
      one.persons.every((name) => known.has(name)),
  )
  if (!act) return false
  act.persons = [...names]
  delete act.listIncomplete
  return true
}

/** Names alone: of the batch that is open, or waiting for their post. */
export const readNames = (state: State, said: string): boolean => {
  const clause = said.replace(/、+$/u, '')
  const { batch } = state
  const active = state.verb ?? state.heading
  const named = batch ? namesOfBatch(batch, clause) : active && readPersons(clause, false)
  if (!named || (named.title !== undefined && !batch)) return false
  if (batch) {
    batch.names.push(...named.names)
    if (named.incomplete) batch.incomplete = true
  } else if (named.incomplete) return false
  else state.waiting.push(...named.names)
  return true
}

/** 张三，县财政局局长: the post behind a comma, after its name. */
export const readPostOfWaiting = (state: State, clause: string, row = false): boolean => {
  const verb = state.verb ?? state.heading
  if (state.waiting.length === 0 || (verb?.family !== 'appoint' && verb?.family !== 'remove'))
    return false
  if (!isPost(clause) || (!row && readPersons(clause.split('的', 1)[0] ?? '', false))) return false
  const who = { names: state.waiting, incomplete: false }
  state.waiting = []
  keepEntries(state, verb, [{ who, post: cleanPost(clause) }])
  return true
}

const place = /^\p{Script=Han}{2,12}?(?:省|市|县|区|州|旗)(?=\p{Script=Han})/u

/** 免去王杰的金华县财政局局长，金华县审计局局长职务: the place of the post before, so that nobody is called 金华. */
export const repeatsPlace = (state: State, clause: string): boolean => {
  const said = place.exec(clause)?.[0]
  return said !== undefined && (state.acts.at(-1)?.post.startsWith(said) ?? false)
}

/** More posts of the person named last: 任命A为甲局局长，乙办主任. */
export const readMorePosts = (state: State, said: string): boolean => {
  const act = state.acts.at(-1)
  const active = state.verb ?? state.heading
  const clause = active?.family === 'resign' ? petitioned(said) : said
  if (
    !act ||
    !active ||
    state.acts.length === state.before ||
    act.act !== active.act ||
    state.waiting.length > 0
  )
    return false
  if (!isPost(clause) || !endsAsPost(clause) || /^(?:由|会议|经|关于|同意|一致)/u.test(clause))
    return false
  if (takesPost(clause) || readPersons(clause.split('的', 1)[0] ?? '', false)) {
    if (!repeatsPlace(state, clause) || clause.includes('的')) return false
  } else if (readPersons(clause, false)) return false
  act.post = `${act.post}、${cleanPost(clause)}`
  return true
}
