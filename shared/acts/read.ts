/** Reads appointment and removal texts of people's congress committees into acts. */
import { keepProposal, readClause } from './clause.ts'
import { nameAtEnd } from './fragment.ts'
import { unnamedClauses } from './named.ts'
import { closeBatch, committeeIn, endOrBear, opensBatch, openTitled } from './batch.ts'
import { headsPiece, organOfTitle, readHeading, readLabelOrgan } from './headings.ts'
import { sideNote, postsOutOfBrackets, withoutBrackets } from './brackets.ts'
import { isAddressee, isClosing, isMotionTitle, isRefused, isReport } from './noise.ts'
import { readPassing } from './passing.ts'
import { inThirdPerson } from './letters.ts'
import { loosened } from './loosened.ts'
import { namesIn, placesIn, readPersons } from './persons.ts'
import { bodyOf, organAlone, organOfBringer, postUnder } from './organs.ts'
import { isPost } from './posts.ts'
import { namesWhole, takeUpBatch } from './rosters.ts'
import { settle } from './settle.ts'
import { signatureOf } from './signature.ts'
import { keepAct, keepUnread, newState } from './state.ts'
import type { RowFact } from './table.ts'
import type { State } from './state.ts'

import { headerVerb, rowVerb, statedInRow } from './row-verbs.ts'
import type { Block } from './text.ts'
import { blocksOf, isDateLine, withoutMark } from './text.ts'
import {
  bareTitle,
  isNoted,
  isRoster,
  isTitleBlock,
  listedIn,
  noteVerb,
  postOfTitle,
} from './titles.ts'
import { toSimplified } from './traditional.ts'
import type { PassingLine, Reading } from './types.ts'
import { headingVerb, titleVerb } from './verbs.ts'
import { completesListed } from './waiting.ts'

/** A clause longer than this is no clause; it is shown, not read. */
const longestClause = 4000

/** Behind a motion's closing words only a new heading opens a list again. */
const closeList = (state: State): void => {
  closeBatch(state)
  delete state.heading
  state.inList = false
  state.closed = true
}

const endSentence = (state: State): void => {
  if (state.waiting.length > 0 && !completesListed(state, state.waiting))
    keepUnread(state, state.waiting.join('、'))
  state.waiting = []
  delete state.verb
  delete state.reason
  state.decided = false
  state.requested = false
}

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

/** 庭长职务、保留审判员职务: a clause of its own. */
const staying = /[、并但](?=(?:但|并)?(?:保留|继续[担任]|仍[担任]))/gu

const joined =
  /(?:(?<!一)并|同时|且)(?=(?:会议|也|还)*(?:由|其)?(?:决定|代理|任命|免去|免除|接受|批准|撤销))/gu

const nextDecision = /(?<=(?:决定|决议|任命|请求)(?:（草案）)?)[、和及](?=关于)/gu

/** 通过了关于甲的决定、关于乙的决定: each decision by itself. */
const severally = (text: string): string =>
  text.replace(nextDecision, (mark: string, at: number) =>
    /通过(?!.*(?:听取|审议))/u.test(text.slice(Math.max(0, at - 200), at)) ? '，' : mark,
  )

const readClauses = (state: State, text: string): void => {
  const clauses = severally(text.replace(joined, '，').replace(staying, '，')).split(
    /(?<=[，；：])/u,
  )
  for (const piece of clauses) {
    const mark = piece.at(-1) ?? ''
    const clause = /[，；：]/u.test(mark) ? piece.slice(0, -1) : piece
    if (clause.length > longestClause) {
      keepUnread(state, clause)
      continue
    }
    const { batch } = state
    const held = batch?.names.length
    const acts = state.acts.length
    state.held = organOfBringer(clause) ?? state.held
    if (mark === '：') readLabelOrgan(state, withoutMark(clause))
    readMarked(state, withoutMark(clause), mark === '：')
    if (batch && state.batch === batch && batch.names.length === held && clause !== '') {
      endOrBear(state, clause, acts)
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
  return sentence
    .replace(/(?<![根依])据《[^《》]{2,40}》报道/gu, '')
    .replace(/《[^《》]{2,200}》(?:（草案）)?/gu, '')
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
      .replace(sideNote, ''),
  )
  endSentence(state)
  state.titles.push(...state.unread.splice(unread))
  state.weak = weak
}

/** Where a report turns to what somebody was before. */
const biography = /参加工作|期间|此前|之前|曾[任在经担]|历任|先后|简历|资料显示|出生|[0-9]月生/u

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
  const sentence = withoutRefused(state, withoutBrackets(postsOutOfBrackets(raw, state.heading)))
  if (sentence === '') return
  if (isClosing(sentence)) {
    closeList(state)
    return
  }
  if (/辞职[0-9一二三四五六七八九十]{1,3}人/u.test(sentence)) state.resignationsAdopted = true
  const before = { acts: state.acts.length, unread: state.unread.length }
  state.heard = state.proposals.length
  state.spoken = state.acts.length
  state.told = false
  state.elsewhere = false
  state.life = biography.test(sentence)
  if (state.life) state.adopted = false
  state.decided =
    /(?:会议|常委会)[^，]{0,14}(?:决定|表决|通过|任免了)|表决通过|经表决|(?:发布|公布)[^，]{0,8}任免|^经[^，]{2,20}(?:决定|审议)/u.test(
      sentence,
    )
  readClauses(state, readQuoted(state, sentence))
  const { verb } = state
  if (
    /人事(?:任免)?[^，]{0,6}通过|(?:通过|决定)了?[^，]{0,60}(?:任免|任职|免职|任命)|(?:会议|常委会)[^，]{0,14}任免了|任[免命]了(?:一批|部分|有关|[0-9一二三四五六七八九十]{1,3}[名位])/u.test(
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

/** （一）副主任 with nothing but names under it: the post of those names. */
const readLabel = (state: State, text: string, next: Block | undefined): boolean => {
  const post = withoutMark(text)
  const verb = state.verb ?? state.heading
  if (next?.kind !== 'names' || !verb || state.waiting.length > 0) return false
  const posts = post.split('、')
  if (post.includes('，') || !posts.every(isPost) || readPersons(posts[0] ?? '', false))
    return false
  return opensBatch(state, post, verb, true)
}

/** 决定任命了市政府秘书长和部分组成部门主要负责人。名单如下：: the verb of the list that follows. */
const announcing =
  /(?<verb>(?:决定)?(?:任命|免去))了?(?![^。]*(?:任命|免去))[^。]{2,60}(?:负责人|负责同志|人员|干部|同志)(?:的?职务)?[。，](?:具体)?名单如下：$/u

/** 任命县人民法院人民陪审员（20名） right over nothing but names: they are those. */
const opened = (text: string, next: Block | undefined): string => {
  const made =
    /^(?:现|拟|提请|决定|批准)*(?:任命|免去)(?<post>.{3,60}?)(?:职务)?(?:（(?:共)?[0-9一二三四五六七八九十]{1,4}[名人]）)?$/u
  const post = next?.kind === 'names' ? made.exec(text)?.groups?.['post'] : undefined
  return post !== undefined && isPost(post) && !readPersons(post, false) ? `${text}：` : text
}

const readText = (state: State, text: string, next: Block | undefined, index: number): void => {
  state.before = state.acts.length
  if (!state.inList && !state.heading) state.held = ''
  if (isDateLine(text)) {
    delete state.heading
    state.scopes = []
    return
  }
  const title = bareTitle(text)
  if (/^附/u.test(text)) state.closed = false
  if (isTitleBlock(title, next, index) && !(index === 0 && headsPiece(text) && !isNoted(next))) {
    delete state.heading
    state.closed = false
    state.scopes = []
    state.held = ''
    state.committee = committeeIn(text) || organOfTitle(title)
    state.labelled = []
    state.approving = /批准(?:任|免)/u.test(title)
    const verb = /名单$|(?:任命|免职|免去)）$/u.test(title) ? titleVerb(title) : undefined
    if (/名单$/u.test(title)) state.inList = true
    const passed = next?.kind === 'text' && /常(?:务委员|委)会.*通过）?$/u.test(next.text)
    const noted = next?.kind === 'text' ? noteVerb(title, next.text) : undefined
    const set = verb ?? noted
    if (passed && /(?:任免|任职|任命|免职)的决定$/u.test(title)) state.inList = true
    if (set) state.heading = set
    else if (passed && isRoster(title, state.committee))
      state.heading = { act: 'appoint', verb: '任命', family: 'appoint' }
    if (!/名单$/u.test(title)) readTitle(state, withoutMark(text))
    const post = postOfTitle(title)
    const listed = next?.kind === 'names' ? listedIn(title) : undefined
    if (post !== '' && set) openTitled(state, set, post)
    else if (listed) openTitled(state, listed.verb, listed.post)
    return
  }
  if (readHeading(state, text) || readLabel(state, text, next)) return
  if (
    /任免(?:名单|事项)?如下|名单如下|(?:任免(?:人员)?(?:事项|名单|案)?|(?:会议[^，]{0,8}|，)决定|通过|进行(?:了)?表决)(?:如下)?：$/u.test(
      text,
    )
  )
    state.inList = true
  const announced = announcing.exec(text)?.groups?.['verb']
  const verb = announced === undefined ? undefined : headingVerb(announced, true)
  if (verb) state.heading = verb
  for (const sentence of opened(withoutMark(text), next).split(/(?<=[。！？…])/u)) {
    readSentence(state, withoutMark(sentence.replace(/[。！？…]+$/u, '')))
  }
}

/** 局长： over 张三　县教育局: the post stands above, its organ in the row. Out: whether the row names an organ and no post. */
const readOrganRow = (state: State, { names, post: organ }: RowFact): boolean => {
  if (organAlone(organ) === undefined) return false
  const { batch } = state
  const post = batch && postUnder(batch.post, organ)
  if (batch && post !== undefined && post !== batch.post) {
    batch.text = ''
    keepAct(state, { act: batch.verb.act, verb: batch.verb.verb, persons: names, post })
  } else keepUnread(state, `${names.join('、')}　${organ}`)
  return true
}

/** Reads a row of names and their post; `sure` tells that nothing of it may be a signature. */
const readRow = (state: State, row: RowFact & { postFirst?: true }, sure: boolean): void => {
  takeUpBatch(state, row)
  closeBatch(state)
  const said = row.said === undefined ? statedInRow(row.names, row.post) : undefined
  if (said !== undefined) {
    readSentence(state, said)
    return
  }
  const verb = row.said === undefined ? rowVerb(state, row.family) : headingVerb(row.said, true)
  if (verb && isPost(row.post) && sure) {
    state.rowsRead = true
    keepAct(state, {
      act: verb.act,
      verb: verb.verb,
      persons: row.names,
      post: row.post.replace(/(?:的)?职务$/u, ''),
    })
  } else {
    const names = row.names.join('、')
    keepUnread(state, row.postFirst ? `${row.post}　${names}` : `${names}　${row.post}`)
  }
}

const readBlock = (state: State, blocks: readonly Block[], index: number): void => {
  const [block, next] = [blocks[index], blocks[index + 1]]
  if (!block || block.kind === 'gap') return
  const signature = signatureOf(block, { before: blocks[index - 1], next }, state)
  if (signature === 'certain') {
    if (block.kind === 'text') state.signatures.add(block.text)
    return
  }
  if (block.kind === 'names') {
    if (block.doubtful) keepUnread(state, block.doubtful.join('、'))
    if (state.batch) state.batch.names.push(...block.names)
    else if (state.heading) {
      state.waiting.push(...block.names)
      state.rows = true
    } else if (!namesWhole(state, blocks, index)) keepUnread(state, block.names.join('　'))
    return
  }
  if (block.kind === 'row') {
    if (!readOrganRow(state, block)) readRow(state, block, signature === undefined)
    return
  }
  if (block.kind === 'header') {
    const verb = headerVerb(block.cells)
    state.closed = false
    if (verb) state.heading ??= verb
    return
  }
  if (signature === 'likely') {
    keepUnread(state, block.text)
    return
  }
  readText(state, block.text, next, index)
  state.rows = false
}

/** The line under a title, 通过 or, in brackets, 任命. */
const isPassing = /^（?\d{4}年.*通过）?$|^（\d{4}年[^（）]{4,80}(?:任命|免去)）$/u

/**
 * Reads a proposed or published text into acts.
 * In: any text, as pasted. Out: the acts it states as decided, each once; `unread` holds every stretch that
 * speaks of persons or posts and was not understood; `passing` the first passing line. Never throws.
 */
export const readActs = (text: string): Reading => {
  const blocks = blocksOf(inThirdPerson(loosened(toSimplified(text))))
  const lines = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []))
  const whole = lines.join('\n')
  const state = newState(placesIn(whole), namesIn(whole))
  state.body = bodyOf(whole)
  const head = lines.slice(0, 3)
  state.resignationsAdopted = head.some(isMotionTitle)
  state.motion = state.resignationsAdopted || head.some(isAddressee)
  state.asks = state.motion || !isReport(whole)
  let passing: PassingLine | undefined
  blocks.forEach((block, index) => {
    const line =
      block.kind === 'text' && isPassing.test(block.text) ? readPassing(block.text) : undefined
    if (line) {
      passing ??= line
      return
    }
    if (block.kind === 'text' && state.batch?.names.length) closeBatch(state)
    readBlock(state, blocks, index)
  })
  closeBatch(state)
  endSentence(state)
  const { acts, unread } = settle(state)
  const unsigned = lines.filter((line) => !state.signatures.has(line)).join('\n')
  const broken = nameAtEnd(unsigned, { acts, unread })
  if (broken !== undefined) unread.push(broken)
  unread.push(...unnamedClauses(unsigned, acts, unread))
  return { acts, unread, ...(passing ? { passing } : {}) }
}
