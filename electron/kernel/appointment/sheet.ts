import { verbChoices } from '../../../shared/acts/verb-choices.ts'
import type { ActKind, SheetAct } from '../../../shared/contract/appointment.ts'
import { Refusal, type Message } from '../../../shared/contract/errors.ts'
import type { Level } from '../../../shared/contract/body.ts'
import type { PostOn } from '../../../shared/contract/ledger.ts'
import { postKindOf } from '../../../shared/rules/appointment/post-kind-of.ts'
import { postKindFacts, verbFor } from '../../../shared/rules/appointment/post-kinds.ts'
import { matchPost, splitPosts } from '../../../shared/rules/appointment/post-names.ts'
import { monthOf } from '../../../shared/rules/month.ts'
import type { Sheet } from '../ports.ts'
import { readCell, readName } from '../roster/import-values.ts'

/** How tables of nominations name their columns; the first that fits counts. */
const columns = {
  name: '姓名 名字 人员姓名 拟任免人员 拟任人选 干部姓名',
  proposed: '拟任职务 拟任 拟任命职务 任命职务 任职职务 任职',
  removed: '拟免职务 拟免 拟免去职务 免去职务 免职职务 免职',
  post: '职务 任免职务 拟任免职务 提请职务',
  current: '现任职务 现职务 现任 现任单位及职务 现工作单位及职务',
  verb: '任免 任免类别 任免类型 任免情况 类别 事项 任免事项',
  reason: '理由 任免理由 事由 任职理由 免职理由 任免事由 原因',
  sex: '性别',
  birth: '出生年月 出生日期 出生时间 生日',
  nationality: '民族',
} as const
type ColumnName = keyof typeof columns
const names = Object.keys(columns) as ColumnName[]

/** Rows from the top among which the header is looked for: titles and remarks may stand above it. */
const reach = 30

const tight = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '')
const headerOf = (text: string): string => tight(text).replaceAll(/\(.*?\)|[*:]/gu, '')
const meaningOf = (text: string): ColumnName | undefined =>
  names.find((name) => columns[name].split(' ').includes(headerOf(text)))

type Header = { at: number; places: Partial<Record<ColumnName, number>>; unused: string[] }

const findHeader = (fileName: string, { rows }: Sheet): Header => {
  const at = rows
    .slice(0, reach)
    .findIndex((cells) => cells.some((cell) => meaningOf(cell) === 'name'))
  const refuse = (key: string, params: NonNullable<Message['params']>): never => {
    throw new Refusal({ code: 'invalid', message: { key, params: { file: fileName, ...params } } })
  }
  if (at < 0) return refuse('appointment.sheet.noHeader', { rows: Math.min(reach, rows.length) })
  const places: Header['places'] = {}
  const unused: string[] = []
  ;(rows[at] ?? []).forEach((cell, place) => {
    const name = meaningOf(cell)
    const before = name && places[name]
    if (before !== undefined) refuse('appointment.sheet.twice', { column: cell.trim() })
    if (name) places[name] = place
    else if (cell.trim() !== '') unused.push(cell.trim())
  })
  const posts: ColumnName[] = ['proposed', 'removed', 'post', 'current']
  if (posts.every((name) => places[name] === undefined)) refuse('appointment.sheet.noPost', {})
  return { at, places, unused }
}

/** Rows under the header, a cell merged downwards repeated in each of its rows — a name never. */
const rowsUnder = (sheet: Sheet, { at, places }: Header): { line: number; cells: string[] }[] =>
  sheet.rows.slice(at + 1).map((row, index) => {
    const line = sheet.firstLine + at + 1 + index
    const cells = [...row]
    for (const { top, left, bottom, right } of sheet.merged)
      if (left === right && top < line && line <= bottom && left - 1 !== places.name)
        cells[left - 1] = sheet.rows[top - sheet.firstLine]?.[left - 1] ?? ''
    return { line, cells }
  })

const aside = /^(?:合计|总计|小计|共计|总数|注:|备注:|说明:|填表|制表|审核)/u
const placeholder = /^(?:[-—–―/\\]+|无)$/u

/** What the column of acts says: the verb word for word where it is one, else only that it gives or takes. */
const wordsFor: readonly (readonly [RegExp, ActKind])[] = [
  [/撤/u, 'dismiss'],
  [/辞/u, 'accept-resignation'],
  [/代理/u, 'act-as'],
  [/批准.*免/u, 'approve-remove'],
  [/批准.*任/u, 'approve-appoint'],
  [/免/u, 'remove'],
  [/任/u, 'appoint'],
]
const usualVerb: Partial<Record<ActKind, string>> = {
  dismiss: '撤销',
  'accept-resignation': '接受',
  'act-as': '决定代理',
  'approve-remove': '批准免去',
  'approve-appoint': '批准任命',
}
type Doing = { act: ActKind; verb: string }

const doingOf = (word: string): Doing | undefined => {
  const exact = verbChoices.find(({ verb }) => verb === word)
  if (exact) return exact
  const act = wordsFor.find(([pattern]) => pattern.test(word))?.[1]
  return act && { act, verb: usualVerb[act] ?? '' }
}

/** Whose catalogue the posts are looked for in. */
export type Own = { posts: readonly PostOn[]; bodyName: string; level: Level }

/** The verb the catalogue has for a post, or the law for its kind; else the plain one, and that is said. */
const verbOf = (
  act: ActKind,
  post: string,
  { posts, ...about }: Own,
): { verb: string; says: Message[] } => {
  const [first = post] = splitPosts(post)
  const { postId, certainty } = matchPost(first, posts, about.bodyName)
  const known = certainty === 'exact' ? posts.find(({ id }) => id === postId) : undefined
  const { kind, sure } = postKindOf(first, about)
  const verb = verbFor(act, known?.verb ?? (sure ? postKindFacts[kind].verb : '任命'))
  const told = known !== undefined || sure
  return {
    verb,
    says: told ? [] : [{ key: 'appointment.sheet.verbAssumed', params: { verb } }],
  }
}

type Line = { line: number; text: (name: ColumnName) => string }

const birthOf = ({ text }: Line): { birth: string | null; says: Message[] } => {
  const word = text('birth')
  if (word === '') return { birth: null, says: [] }
  const birth = monthOf(word)
  return birth
    ? { birth, says: [] }
    : { birth: null, says: [{ key: 'appointment.sheet.birth', params: { text: word } }] }
}

/** What a row does: by its columns for posts taken up and given up, else by the one post and the word beside it. */
const deedsOf = ({ text }: Line): { doing: Doing | undefined; post: string }[] => {
  const word = text('verb')
  const said = doingOf(word)
  const proposed = text('proposed')
  const removed = text('removed')
  const deeds = [
    ...(removed ? [{ given: 'remove' as const, post: removed }] : []),
    ...(proposed ? [{ given: 'appoint' as const, post: proposed }] : []),
  ].map(({ given, post }) => {
    const gives = said && !/remove|dismiss|resignation/u.test(said.act)
    const fits = said !== undefined && gives === (given === 'appoint')
    return { doing: fits ? said : { act: given, verb: '' }, post }
  })
  if (deeds.length > 0) return deeds
  const post = text('post') || text('current')
  return post || word ? [{ doing: said, post }] : []
}

const actsOf = (row: Line, own: Own): SheetAct[] => {
  const { line, text } = row
  const read = readName(text('name'))
  const sexCell = text('sex') ? readCell('sex', text('sex'), 'city') : read.sex
  const folk = text('nationality')
    ? readCell('nationality', text('nationality'), 'city')
    : read.nationality
  const { birth, says } = birthOf(row)
  const sex = sexCell?.value
  const general = [read.name.say, sexCell?.say, folk?.say].flatMap((say) => say ?? []).concat(says)
  const deeds = deedsOf(row)
  return (deeds.length > 0 ? deeds : [{ doing: undefined, post: '' }]).map(({ doing, post }) => {
    const act = doing?.act ?? 'appoint'
    // What cannot be told is left open: nobody is appointed who was to be removed.
    const unclear = { verb: '', says: [{ key: 'appointment.sheet.doing' }] }
    const given = doing?.verb ? { verb: doing.verb, says: [] } : verbOf(act, post, own)
    const verb = doing ? given : unclear
    return {
      line,
      act,
      verb: verb.verb,
      personName: read.name.value || text('name'),
      post,
      reason: text('reason'),
      person: {
        sex: sex === 'male' || sex === 'female' ? sex : null,
        birth,
        nationality: folk?.value || null,
      },
      says: [...general, ...verb.says],
    }
  })
}

/**
 * Reads a sheet of nominations into acts, a post taken up and a post given up each by itself. A row is never dropped in
 * silence: what cannot be understood stays a row with what is wrong beside it, totals and footnotes are remarks.
 * @throws Refusal `invalid` without a row of headings, with a column twice, or without any column of posts
 */
export const readNominations = (
  fileName: string,
  sheet: Sheet,
  own: Own,
): { acts: SheetAct[]; remarks: Message[] } => {
  const header = findHeader(fileName, sheet)
  const acts: SheetAct[] = []
  const skipped: number[] = []
  for (const { line, cells } of rowsUnder(sheet, header)) {
    const text = (name: ColumnName): string => {
      const word = cells[header.places[name] ?? -1]?.trim() ?? ''
      return placeholder.test(tight(word)) ? '' : word
    }
    const first = cells.map(tight).find((cell) => cell !== '')
    if (first === undefined) continue
    if (aside.test(first) || names.every((name) => text(name) === '')) skipped.push(line)
    else acts.push(...actsOf({ line, text }, own))
  }
  const remarks: Message[] = [...sheet.remarks]
  if (skipped.length > 0)
    remarks.push({ key: 'appointment.sheet.skipped', params: { lines: skipped.join('、') } })
  if (header.unused.length > 0)
    remarks.push({
      key: 'appointment.sheet.unused',
      params: { columns: header.unused.join('、') },
    })
  if (acts.length === 0) remarks.push({ key: 'appointment.sheet.nobody' })
  return { acts, remarks }
}
