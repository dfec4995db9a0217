/** Reads appointment and removal texts of people's congress committees into acts. */
import { keepProposal, readClause } from './clause.ts'
import { nameAtEnd } from './fragment.ts'
import { unnamedClauses } from './named.ts'
import { isAddressee, isClosing, isMotionTitle, isRefused } from './noise.ts'
import { readPassing } from './passing.ts'
import { isName, namesIn, placesIn } from './persons.ts'
import { isPost, organName } from './posts.ts'
import { settle } from './settle.ts'
import { keepAct, keepUnread, newState } from './state.ts'
import type { State } from './state.ts'
import { blocksOf, isDateLine, withoutMark } from './text.ts'
import type { Block } from './text.ts'
import { toSimplified } from './traditional.ts'
import type { PassingLine, Reading } from './types.ts'
import { headingVerb, titleVerb } from './verbs.ts'
import type { Family, Verb } from './verbs.ts'

/** A clause longer than this is no clause; it is shown, not read. */
const longestClause = 4000

const note =
  /（(?:[^（）]{0,12}(?:女|男|族|党|原|时任|现任|挂职|试用|草案|附后|附件|按|票|赞成|汉|共?[0-9一二三四五六七八九十]{1,4}[名人位]|以下简称|任期|正|副|级|兼|[0-9]{1,2}日|[0-9]{4}年[^（）]*起)[^（）]{0,60})）(?!工作|委员会|[局厅院办部])/gu
const filingNote = /（[^（）]{0,20}(?:须报|报经|报请|备案|提请)[^（）]*）/gu
const whyNote =
  /（(?:(?:均?系|均?因)(?<why>[^（），]{2,24})|(?<kind>[^（），]{0,10}(?:变动|调动|调整|退休|年龄|需要|另有任用|另有安排|去世|调离)[^（），]{0,6}))）/gu

const openBatch = (state: State): void => {
  const { batch } = state
  if (!batch) return
  delete state.batch
  if (batch.names.length === 0) {
    keepUnread(state, batch.text)
    return
  }
  keepAct(state, {
    act: batch.verb.act,
    verb: batch.verb.verb,
    persons: batch.names,
    post: batch.post,
    ...(batch.incomplete ? { listIncomplete: true as const } : {}),
  })
}

const endSentence = (state: State): void => {
  if (state.waiting.length > 0) keepUnread(state, state.waiting.join('、'))
  state.waiting = []
  delete state.verb
  delete state.reason
  state.decided = false
  state.requested = false
}

const bracketed = /(?<=^|[、：；，])([\p{Script=Han}·]{2,15})（([^（）]{3,60})）(?=[、；，]|$)/gu

/** 任命：张三（县人民法院副院长）、… : the bracket holds the post, unless it says where the person came from. */
const postsOutOfBrackets = (state: State, sentence: string): string =>
  sentence.replace(bracketed, (whole: string, name: string, post: string, at: number) => {
    const before = sentence.slice(Math.max(0, at - 400), at)
    const removing = before.lastIndexOf('免')
    const appointing = before.lastIndexOf('任命')
    const none = removing < 0 && appointing < 0
    if (none && !state.heading) return whole
    if (!isName(name) || !isPost(post) || /^(?:原|现|时任|兼|曾)/u.test(post)) return whole
    const off = none ? state.heading?.family === 'remove' : removing > appointing
    return off ? `${name}的${post}职务` : `${name}为${post}`
  })

/** A reason in brackets belongs to the acts of the clause before it; it is marked until they are read. */
const markReasons = (sentence: string): string =>
  sentence
    .replace(/((?:市|县|区|省|州|旗|院|检察)长|主任|主席)（代理?）/gu, '代理$1')
    .replace(
      whyNote,
      (_, why?: string, kind?: string) => `⟦${(why ?? kind ?? '').replace(/^已/u, '')}⟧`,
    )
    .replace(/(⟦[^⟧]*⟧)((?:同志)?[的为任][^、，；⟦]*)/gu, '$2$1')
    .replace(/(?<=任命|免去|接受)(⟦[^⟧]*⟧)([^、，；⟦]+)/gu, '$2$1')

/** Reads a clause piece by piece, giving each piece's acts the reason marked behind it. */
const readMarked = (state: State, clause: string, colon: boolean): void => {
  for (const piece of clause.split(/(?<=⟧)/u)) {
    const [text = '', why] = piece.split('⟦')
    const from = state.acts.length
    readClause(state, text.replace(/^、/u, ''), colon)
    if (why === undefined) continue
    for (const act of state.acts.slice(from)) act.reason ??= why.slice(0, -1)
  }
}

const joined =
  /(?:(?<!一)并|同时|且)(?=(?:会议|也|还)*(?:由|其)?(?:决定|代理|任命|免去|免除|接受|批准|撤销))/gu

const nextDecision = /(?<=(?:决定|决议|任命|请求)(?:（草案）)?)[、和及](?=关于)/gu

/** 通过了关于甲的决定、关于乙的决定: each decision by itself. */
const severally = (text: string): string =>
  text.replace(nextDecision, (mark: string, at: number) =>
    /通过(?!.*(?:听取|审议))/u.test(text.slice(Math.max(0, at - 200), at)) ? '，' : mark,
  )

const readClauses = (state: State, text: string): void => {
  const clauses = severally(text.replace(joined, '，')).split(/(?<=[，；：])/u)
  for (const piece of clauses) {
    const mark = piece.at(-1) ?? ''
    const clause = /[，；：]/u.test(mark) ? piece.slice(0, -1) : piece
    if (clause.length > longestClause) {
      keepUnread(state, clause)
      continue
    }
    const { batch } = state
    const held = batch?.names.length
    readMarked(state, withoutMark(clause), mark === '：')
    if (batch && state.batch === batch && batch.names.length === held && clause !== '') {
      openBatch(state)
    }
    if (mark === '；') {
      delete state.reason
      if (state.waiting.length > 0) keepUnread(state, state.waiting.join('、'))
      state.waiting = []
    }
  }
}

const adopts = /通过|作出|决定/u
const isDecision = /(?:决定|决议)(?:（草案）)?$|^关于.+(?:决定|决议)/u

/** Decisions named by their titles: 表决通过《关于接受…的决定》. Out: the sentence without them. */
const readQuoted = (state: State, sentence: string): string => {
  let adopted = false
  let from = 0
  for (const match of sentence.matchAll(/《([^《》]{2,200})》(?:（草案）)?/gu)) {
    const before = sentence.slice(from, match.index)
    if (/听取|审议(?!.*通过)|提交|提请/u.test(before)) adopted = false
    if (adopts.test(before)) adopted = true
    from = match.index + match[0].length
    const title = (match[1] ?? '').replace(/（草案）$/u, '')
    if (!/任命|免去|接受|代理|罢免|撤销|辞去/u.test(title)) continue
    if (adopted && isDecision.test(title)) readTitle(state, title)
    else if (/辞去|代理|罢免.{2}|任命.{2,4}为|免去.{2}/u.test(title)) keepProposal(state, title)
  }
  return sentence.replace(/《[^《》]{2,200}》(?:（草案）)?/gu, '')
}

const readTitle = (state: State, title: string): void => {
  const weak = state.weak
  const unread = state.unread.length
  state.weak = true
  state.last = []
  readClauses(
    state,
    title
      .replace(/^.*?关于/u, '')
      .replace(/(?:的)?(?:决定|决议|公告|通知)(?:（草案）)?$/u, '')
      .replace(note, ''),
  )
  endSentence(state)
  state.titles.push(...state.unread.splice(unread))
  state.weak = weak
}

/** Where a report turns to what somebody was before. */
const biography = /此前|之前|曾[任在经担]|历任|先后|简历|资料显示|出生|[0-9]月生/u

/** What was not adopted is shown; the parts of its sentence parted by ； stand for themselves. */
const withoutRefused = (state: State, sentence: string): string =>
  sentence
    .split(/(?<=；)/u)
    .filter((part) => {
      const refused =
        isRefused.test(part) && /任命|免去|接受|代理|罢免|撤销|议案|^.{2,20}未/u.test(part)
      if (refused) keepUnread(state, part)
      return !refused
    })
    .join('')

const readSentence = (state: State, raw: string): void => {
  const whole = markReasons(postsOutOfBrackets(state, raw))
    .replace(note, '')
    .replace(filingNote, '')
    .replace(/\[[^\]]{0,20}\]/gu, '')
  const sentence = withoutRefused(state, whole)
  if (sentence === '' || isClosing(sentence)) return
  if (/辞职[0-9一二三四五六七八九十]{1,3}人/u.test(sentence)) state.resignationsAdopted = true
  const before = { acts: state.acts.length, unread: state.unread.length }
  state.heard = state.proposals.length
  if (biography.test(sentence)) state.adopted = false
  state.decided =
    /(?:会议|常委会)[^，]{0,14}(?:决定|表决|通过|任免了)|表决通过|经表决|(?:发布|公布)[^，]{0,8}任免|^经[^，]{2,20}(?:决定|审议)/u.test(
      sentence,
    )
  readClauses(state, readQuoted(state, sentence))
  const { verb } = state
  if (
    /(?:通过|决定)了?[^，]{0,60}(?:任免|任职|免职|任命)|(?:会议|常委会)[^，]{0,14}任免了/u.test(
      sentence,
    )
  )
    state.adopted = true
  endSentence(state)
  if (verb && raw.endsWith('；')) state.verb = verb
  if (state.acts.length === before.acts && state.unread.length > before.unread) {
    const apart = state.unread.splice(before.unread).filter((one) => !raw.includes(one))
    state.unread.push(...apart)
    keepUnread(state, raw)
  }
}

const isTitleBlock = (text: string, next: Block | undefined, index: number): boolean => {
  if (/[。；：，！]$/u.test(text) || text.length > 160) return false
  if (
    /(?:决定|决议|名单|公告|通知|公报)$/u.test(text) &&
    !/(?:会议|表决|审议)(?:决定|决议)$/u.test(text)
  )
    return true
  if (next?.kind === 'text' && /^（\d{4}年/u.test(next.text)) return true
  return index === 0 && next !== undefined && !/[。；，：]/u.test(text)
}

const readText = (state: State, text: string, next: Block | undefined, index: number): void => {
  state.before = state.acts.length
  if (isDateLine(text)) {
    delete state.heading
    return
  }
  const organ = withoutMark(text)
  if (/(?:法院|检察院|监察委员会)$/u.test(organ) && organName.test(organ)) state.organ = organ
  if (isTitleBlock(text, next, index)) {
    delete state.heading
    state.organ = ''
    const verb = /名单$|(?:任命|免职|免去)）$/u.test(text) ? titleVerb(text) : undefined
    if (/名单$/u.test(text)) state.inList = true
    if (verb) state.heading = verb
    if (!/名单$/u.test(text)) readTitle(state, withoutMark(text))
    return
  }
  if (
    /任免(?:名单|事项)?如下|名单如下|(?:任免(?:事项|名单|人员|案)?|(?:会议[^，]{0,8}|，)决定|通过)(?:如下)?：$/u.test(
      text,
    )
  )
    state.inList = true
  for (const sentence of withoutMark(text).split(/(?<=[。！？…])/u)) {
    readSentence(state, withoutMark(sentence.replace(/[。！？…]+$/u, '')))
  }
}

const headerVerb = (cells: readonly string[]): Verb | undefined => {
  const text = cells.join('')
  if (/免(?:去)?职务/u.test(text) && !/任免/u.test(text))
    return { act: 'remove', verb: '免去', family: 'remove' }
  if (/任(?:命)?职务/u.test(text) && !/现任/u.test(text))
    return { act: 'appoint', verb: '任命', family: 'appoint' }
  return undefined
}

/** The verb of a row: its heading's, unless its column says otherwise. */
const rowVerb = (state: State, family: Family | undefined): Verb | undefined => {
  const heading = state.heading ?? state.verb
  if (family === undefined || heading?.family === family) return heading
  return family === 'remove'
    ? { act: 'remove', verb: '免去', family }
    : { act: 'appoint', verb: '任命', family }
}

/** 张三　任命为县财政局局长: a row whose post says the verb too, as a sentence. */
const statedInRow = (names: readonly string[], post: string): string | undefined => {
  if (/^(?:决定)?任命为/u.test(post)) return `${names.join('、')}${post}`
  const off = /^(?:决定)?免去其?的?(?<post>.+)$/u.exec(post)?.groups?.['post']
  return off === undefined ? undefined : `免去${names.join('、')}的${off}`
}

/** 院长　石立 under a motion: who signed it. */
const isSignature = (post: string, next: Block | undefined): boolean =>
  next && isDate(next)
    ? /(?<!副)(?:省|市|县|区|州|旗|院|检察)长$/u.test(post)
    : (!next || next.kind === 'gap') &&
      /(?<!副)[省市县区州旗]长$|^(?:代理?)?(?:主席|主任|院长|检察长)$/u.test(post)
/** 石泉县人民政府县长：伍子明 under a motion or over a date: who signed it, and no act. */
const signed =
  /^.{0,24}(?<!副)(?:[省市县区州旗]长|主席|主任|院长|检察长)：(?<name>[\p{Script=Han}·]{2,12})$/u
const isSigned = (state: State, text: string, next: Block | undefined): boolean => {
  const name = signed.exec(text)?.groups?.['name']
  if (name === undefined || !isName(name)) return false
  if (next && isDate(next)) return true
  return state.motion && (!next || next.kind === 'gap')
}
const isDate = (block: Block): boolean => block.kind === 'text' && isDateLine(block.text)

const readBlock = (state: State, block: Block, next: Block | undefined, index: number): void => {
  if (block.kind === 'gap') return
  if (block.kind === 'names') {
    if (state.batch) state.batch.names.push(...block.names)
    else if (state.heading) {
      state.waiting.push(...block.names)
      state.rows = true
    } else keepUnread(state, block.names.join('　'))
    return
  }
  if (block.kind === 'row') {
    openBatch(state)
    const said = block.said === undefined ? statedInRow(block.names, block.post) : undefined
    if (said !== undefined) {
      readSentence(state, said)
      return
    }
    const verb = block.said === undefined ? rowVerb(state, block.family) : headingVerb(block.said)
    if (block.family === undefined && isSignature(block.post, next)) return
    if (verb && isPost(block.post)) {
      keepAct(state, {
        act: verb.act,
        verb: verb.verb,
        persons: block.names,
        post: block.post.replace(/(?:的)?职务$/u, ''),
      })
    } else keepUnread(state, `${block.names.join('、')}　${block.post}`)
    return
  }
  if (block.kind === 'header') {
    const verb = headerVerb(block.cells)
    if (verb) state.heading ??= verb
    return
  }
  if (isSigned(state, block.text, next)) {
    // A list may end in a post and its holder just so; only a motion's own head is certain.
    if (!state.motion || !/长：/u.test(block.text)) keepUnread(state, block.text)
    return
  }
  readText(state, block.text, next, index)
  state.rows = false
}

/**
 * Reads a proposed or published text into acts.
 * In: any text, as pasted. Out: the acts it states as decided, each once; `unread` holds every stretch that
 * speaks of persons or posts and was not understood; `passing` the first passing line. Never throws.
 */
export const readActs = (text: string): Reading => {
  const blocks = blocksOf(toSimplified(text))
  const lines = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
  const whole = lines.join('\n')
  const state = newState(placesIn(whole), namesIn(whole))
  const head = lines.slice(0, 3)
  state.resignationsAdopted = head.some(isMotionTitle)
  state.motion = state.resignationsAdopted || head.some(isAddressee)
  let passing: PassingLine | undefined
  blocks.forEach((block, index) => {
    const line =
      block.kind === 'text' && /^（?\d{4}年.*通过）?$/u.test(block.text)
        ? readPassing(block.text)
        : undefined
    if (line) {
      passing ??= line
      return
    }
    if (block.kind === 'text' && state.batch?.names.length) openBatch(state)
    readBlock(state, block, blocks[index + 1], index)
  })
  openBatch(state)
  endSentence(state)
  const { acts, unread } = settle(state)
  const broken = nameAtEnd(whole, { acts, unread })
  if (broken !== undefined) unread.push(broken)
  unread.push(...unnamedClauses(whole, acts, unread))
  return { acts, unread, ...(passing ? { passing } : {}) }
}
