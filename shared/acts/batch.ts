/** Names that follow their post: 任命下列人员为…： and 主任委员：…. */
import { isName, isNameAlone, isYou, readAmong, readPersons } from './persons.ts'
import type { Persons } from './persons.ts'
import { cleanPost, isPost } from './posts.ts'
import { keepAct, keepUnread } from './state.ts'
import type { State } from './state.ts'
import type { Verb } from './verbs.ts'

const unnamed =
  /^(?<said>以下|下列|如下)?(?:各位)?(?:[0-9一二三四五六七八九十]{0,4}[名位人])?(?:人员|同志)?(?:为|担任|任)(?<post>.+?)(?:（(?:共)?[0-9]{1,4}[名人位]）)?$/u
const removed =
  /^(?:以下|下列|如下)(?:[0-9一二三四五六七八九十]{0,4}[名位])?(?:人员|同志)(?:的)?(?<post>.+)$/u

/** Posts that say nothing of their organ: it stands in the title, in a heading, or behind the names. */
const bareLabel = /^(?:副?主任委员|委员|副?主任|副?主席|秘书长|召集人)$/u

/** Clauses between a list's opening and its names that are borne with: 任期五年, 名单如下. */
const patience = 2

/**
 * 任命下列人员为…： or 任命审判员： — the names follow. In: what stands behind the verb; whether a colon follows it.
 * Out: whether it opened a batch.
 */
export const opensBatch = (state: State, text: string, verb: Verb, colon: boolean): boolean => {
  const said = text.replace(/（(?:共|计)?[0-9一二三四五六七八九十]{1,5}[名人位]）$/u, '')
  const { said: announced, post: made } = unnamed.exec(said)?.groups ?? {}
  const off = verb.family === 'remove' ? removed.exec(said)?.groups?.['post'] : undefined
  if (!colon && announced === undefined && off === undefined) return false
  const post = made ?? off ?? (isPost(said) ? said : undefined)
  if (post === undefined) return false
  const clean = cleanPost(post.replace(/(?:的)?(?:有|是|名单)$/u, ''))
  if (!isPost(clean)) return false
  // 任命县人大常委会工作机构负责人：the posts and names stand on lines of their own.
  const general = /(?:负责人|负责同志|组成人员|工作人员)$/u.test(clean)
  if (general) {
    state.heading = verb
    state.inList = true
  }
  closeBatch(state)
  state.batch = {
    verb,
    post: clean,
    names: [],
    text: general ? '' : text,
    incomplete: false,
    sure: colon,
    patience,
  }
  return true
}

/** Names alone follow a title that says their post. */
export const openTitled = (state: State, verb: Verb, post: string): void => {
  state.batch = { verb, post, names: [], text: '', incomplete: false, sure: true, patience }
}

/** Ends the batch: its names get their post; without any its opening is shown. */
export const closeBatch = (state: State): void => {
  const { batch } = state
  if (!batch) return
  delete state.batch
  if (batch.names.length === 0) {
    keepUnread(state, batch.text)
    return
  }
  const bare = bareLabel.test(batch.post)
  keepAct(state, {
    act: batch.verb.act,
    verb: batch.verb.verb,
    persons: batch.names,
    post: batch.post,
    ...(batch.incomplete ? { listIncomplete: true as const } : {}),
  })
  const act = state.acts.at(-1)
  if (bare && act) state.labelled.push({ act, label: batch.post })
}

/**
 * A clause gave the batch no name: it ends, unless its names are still to come. In: the clause, and how many acts there were
 * before it.
 */
export const endOrBear = (state: State, clause: string, acts: number): void => {
  const { batch } = state
  if (batch && isBorne(state, clause) && state.acts.length === acts) batch.patience -= 1
  else closeBatch(state)
}

/** Whether the clause may stand between a batch that is open and its names: 任期五年, 名单如下. */
const isBorne = ({ batch }: State, clause: string): boolean =>
  batch?.names.length === 0 && batch.patience > 0 && /^[^、]{1,16}$/u.test(clause)

/** {@link isBorne}; a row run together (李晓明县人民法院马晓峰) is shown, since it names persons. */
export const bears = (state: State, clause: string): boolean => {
  const borne = isBorne(state, clause)
  if (borne && clause.length > 4 && isName(clause.slice(0, 3))) keepUnread(state, clause)
  return borne
}

/** Names in the open batch: strictly read when something stood between it and them. */
export const namesOfBatch = (
  { sure, patience: left }: NonNullable<State['batch']>,
  clause: string,
) => (sure && left === patience ? (calledYou(clause) ?? readPersons(clause)) : readAmong(clause))

/** 审判员：由金山: right behind the colon 由 is a surname, since nobody is told by whom. */
const calledYou = (clause: string): Persons | undefined => {
  const names = clause.split('、')
  const sure = names.every((name) => isYou(name, true) || isNameAlone(name))
  return sure && names.some((name) => isYou(name, true)) ? { names, incomplete: false } : undefined
}

const members = /^(?<names>[^为]*)为(?<organ>\p{Script=Han}{4,60}?)(?:的)?(?:组成人员|成员)$/u

/** 主任委员：甲；委员：乙为…委员会组成人员: the organ stands behind the last names. */
export const readMembers = (state: State, clause: string): boolean => {
  const { batch } = state
  if (state.labelled.length === 0 && !(batch && bareLabel.test(batch.post))) return false
  const { names = '', organ } = members.exec(clause)?.groups ?? {}
  if (organ === undefined) return false
  if (names !== '') {
    const more = readPersons(names)
    if (!batch || !more) return false
    batch.names.push(...more.names)
  }
  closeBatch(state)
  for (const { act, label } of state.labelled) act.post = organ + label
  state.labelled = []
  return true
}

/** The committee whose members a title speaks of: 关于设立区人大常委会代表资格审查委员会及其组成人员任命的决定. */
export const committeeIn = (title: string): string =>
  /(?:设立|成立)(?<organ>\p{Script=Han}{2,40}?(?:委员会|工委))(?=并|和任命|及任命)/u.exec(title)
    ?.groups?.['organ'] ??
  /^(?:.{0,40}(?:关于|设立|成立|任命|通过))?(?<organ>\p{Script=Han}{2,40}?委员会)(?=及其|(?:的)?(?:副?主任委员|组成人员|委员(?!会)|成员))/u.exec(
    title,
  )?.groups?.['organ'] ??
  ''
