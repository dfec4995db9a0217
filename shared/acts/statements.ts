/** Keeping what was read, and the statements with a shape of their own: acting and ending. */
import { readEntries } from './entries.ts'
import type { Entry } from './entries.ts'
import { pairsOf } from './orders.ts'
import { cutName, readPersons } from './persons.ts'
import type { Persons } from './persons.ts'
import { cleanPost, isPost, organOf, withoutActing } from './posts.ts'
import { keepAct } from './state.ts'
import type { State } from './state.ts'
import type { ReadAct } from './types.ts'
import type { Verb } from './verbs.ts'

/** What reading entries needs of the state. */
export const context = (state: State) => ({
  places: state.places,
  names: state.names,
  last: state.last,
})

/** Whether every post in the text is held for another: 代理市长, but not 副市长、代理市长. */
const isActing = (post: string): boolean =>
  post.split('、').every((one) => /代理|代主任/u.test(one))

/** 接受其辞去主任职务的请求: the post as whoever asked named it, where that one ends so. */
const postAsked = (state: State, names: readonly string[], post: string): string => {
  const asked = state.petitions.find(
    (one) => one.post.endsWith(post) && names.every((name) => one.names.includes(name)),
  )
  return asked?.post ?? post
}

/** 免去原县民政局局长张三的局长职务: the post as it stood before the name, where the one behind is its end. */
const wholeOf = (post: string, title = ''): string => {
  const held = title.replace(/^原/u, '')
  const other = /(?:副|代理?)$/u.test(held.slice(0, held.length - post.length))
  return post.length < 4 && held.endsWith(post) && !other ? held : post
}

/** Keeps entries read under a verb. 决定A为代理B is acting, 决定A任B an appointment. */
export const keepEntries = (state: State, verb: Verb, entries: readonly Entry[]): void => {
  if (entries.length > 0) state.postFirst = false
  for (const { who, post: said, reason } of entries) {
    const post = verb.family === 'remove' ? wholeOf(said, who.title) : said
    const acting = verb.family === 'decide' && isActing(post)
    const appointed: Verb =
      verb.family === 'decide' && !acting && verb.act === 'act-as'
        ? { act: 'appoint', verb: '任命', family: 'appoint' }
        : verb
    const act: ReadAct = {
      act: appointed.act,
      verb: appointed.verb,
      persons: who.names,
      post: acting
        ? withoutActing(post)
        : verb.family === 'resign'
          ? postAsked(state, who.names, post)
          : post,
      ...(reason === undefined ? {} : { reason }),
      ...(who.incomplete ? { listIncomplete: true as const } : {}),
    }
    keepAct(state, act, who.count)
  }
}

/**
 * 任命了市政府秘书长张三、市财政局局长李四, and lists that give the post before the name.
 * Out: false, with nothing kept, when any part has no such form.
 */
export const readPostsFirst = (state: State, verb: Verb, text: string): boolean => {
  if (verb.family !== 'appoint' && verb.family !== 'remove') return false
  const found: { post: string; names: string[] }[] = []
  for (const item of text.split('、')) {
    const named = readPersons(item, false)
    const post = named?.title
    if (named && post !== undefined && post.length > 2 && isPost(post) && item.startsWith(post)) {
      found.push({ post, names: named.names })
    } else if (named && post === undefined && found.length > 0) {
      found.at(-1)?.names.push(...named.names)
    } else return false
  }
  for (const { post, names } of found) {
    keepAct(state, { act: verb.act, verb: verb.verb, persons: names, post })
  }
  return found.length > 0
}

/** 任命甲、乙分别为A、B. */
export const readPairs = (state: State, verb: Verb, text: string, apart: boolean): boolean => {
  const pairs = pairsOf(text, verb.family, apart)
  if (!pairs) return false
  for (const { name, post } of pairs) {
    const who = { names: [name], incomplete: false }
    keepEntries(state, verb, [{ who, post: cleanPost(post) }])
  }
  return true
}

const bareActing = /^(?:市长|县长|区长|省长|州长|旗长|主席|主任|院长|检察长)$/u

/** Whether the text ends in a name seen elsewhere: 副市长季洁为. */
const endsInSeen = (text: string, names: ReadonlySet<string>): boolean =>
  [2, 3, 4].some((length) => names.has(text.slice(-length)))

/** 杨祯县人大常委会副主任: the post held stands behind the name. */
const holderBefore = (state: State, text: string): Persons | undefined => {
  const cut = cutName(text, state.places)
  return cut && { names: [cut.name], incomplete: false, title: cut.post }
}

/** 决定由张三代理市长职务, 其代理市长职务, 推选副主任徐智瑞代理主任职务. */
export const readActing = (state: State, text: string, verb: Verb): boolean => {
  const tail = text.replace(/(?:的)?(?:决定|决议)(?:（草案）)?$/u, '').replace(/^关于/u, '')
  for (const match of tail.matchAll(/代理/gu)) {
    const left = tail.slice(0, match.index).replace(/^由/u, '')
    const post = cleanPost(tail.slice(match.index + 2).replace(/^(?:其|履行)/u, ''))
    if (!isPost(post) && !bareActing.test(post)) continue
    if (/不再?$/u.test(left)) continue
    // 徐建为代理省长职务: 为 takes a post, 代理 takes 职务, so that 为 ends the name.
    const whole = endsInSeen(left, state.names) || (left.endsWith('为') && tail.endsWith('职务'))
    if (/[为任]$/u.test(left) && !whole && readPersons(left.slice(0, -1))) continue
    const own = left === '' || /^(?:其|他|她)$/u.test(left)
    if (own && state.last.length === 0) continue
    const who = own
      ? { names: state.last, incomplete: false, title: state.acts.at(-1)?.post ?? '' }
      : (readPersons(left) ?? holderBefore(state, left))
    if (!who) continue
    const deputy = bareActing.test(post) ? organOf(who.title ?? '') : ''
    // 推选 is the committee's own word for its own chair.
    const organ = deputy === '' && post === '主任' && verb.verb === '推选代理' ? state.body : deputy
    keepAct(state, {
      act: 'act-as',
      verb: verb.act === 'act-as' ? verb.verb : '决定代理',
      persons: who.names,
      post: organ + post,
    })
    return true
  }
  return false
}

const ending =
  /^(?<left>.+?)(?:的)?(?<kind>职务|资格)(?:也|均|即|予以|同时|随之)?(?<how>相应终止|自行终止|自然终止|随之终止|同时终止|相应撤销|终止)(?:执行)?$/u

/**
 * 朱荣和的省十二届人大常委会委员职务相应终止. A seat lost with a resignation or recall in the same text is no
 * act of its own; any other ended seat stays unread.
 */
export const readEnding = (state: State, clause: string): boolean => {
  const groups = ending.exec(clause)?.groups
  if (!groups) return false
  const left = (groups['left'] ?? '').replace(/^(?:确认|宣布)/u, '')
  const text = groups['kind'] === '资格' ? left : `${left}职务`
  const { entries, rest } = readEntries('remove', text, context(state))
  if (rest !== '' || entries.length === 0) return false
  if (groups['kind'] === '资格') {
    const names = entries.flatMap(({ who }) => who.names)
    state.proposals.push({ text: clause, names })
    state.last = names
    return true
  }
  keepEntries(state, { act: 'end', verb: groups['how'] ?? '终止', family: 'remove' }, entries)
  return true
}
