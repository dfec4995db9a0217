import { createHash } from 'node:crypto'
import {
  filingRoutes,
  oathOrganizers,
  organKinds,
  postKinds,
  type Catalogue,
  type LedgerPreview,
  type Organ,
  type OrganKind,
  type Post,
  type PostKind,
  type PostVersion,
} from '../../../shared/contract/ledger.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import { say } from '../../../shared/locales/say.ts'
import { postKindOf } from '../../../shared/rules/appointment/post-kind-of.ts'
import { organKindOf } from '../../../shared/rules/ledger/organ-kind.ts'
import { barePost } from '../../../shared/rules/posts.ts'
import type { Sheet } from '../ports.ts'
import { readCell } from '../roster/import-values.ts'
import { lawfulFacts } from './lawful.ts'
import {
  fault,
  mark,
  placeholder,
  readTable,
  shownRows,
  tight,
  type Cell,
  type Columns,
  type Judged,
  type TableRow,
} from './sheet.ts'

/** How sheets of organs and posts name their columns. */
const catalogueColumns = {
  organ: '机构 机构名称 机构全称 单位 机关 单位名称',
  shortName: '简称 机构简称',
  organKind: '机构类别 机构类型 机关类别',
  post: '职务 职务名称 职位 岗位',
  kind: '职务类别 职务类型 任免类别',
  verb: '任免用语 任命用语 用语',
  nominators: '提请人 提名人 提请主体 提请机关',
  single: '人数 职数 一职一人',
  acting: '可否代理 可代理 代理',
  certificate: '任命书 颁发任命书',
  oath: '宣誓 宣誓组织 宪法宣誓',
  filing: '备案 报备 报送备案',
  fromOn: '起始日期 生效日期 设立日期 启用日期',
  note: '备注 依据 附注 说明',
} as const satisfies Columns<string>
type CatalogueColumn = keyof typeof catalogueColumns
type Row = Judged<CatalogueColumn>

export type CatalogueImportInput = {
  fileName: string
  sheet: Sheet
  catalogue: Catalogue
  /** The day a new organ or post begins where the sheet states none. */
  since: string
}
/** One write: the organ known, or new and named once by all its rows; a post added (`id` null) or changed. */
export type CatalogueChange = {
  line: number
  organId: string | null
  organ: { name: string; shortName: string; kind: OrganKind; fromOn: string }
  id: string | null
  facts: PostVersion
}

const labels = <Kind extends string>(
  family: string,
  kinds: readonly Kind[],
): ReadonlyMap<string, Kind> =>
  new Map(kinds.map((kind) => [tight(say('zh-CN', { key: `ledger.${family}.${kind}` })), kind]))

const yes = /^(?:是|有|可以?|需要?|颁发|√|Y|yes)$/iu
const no = /^(?:否|无|没有|不可?以?|不需要?|不颁发|×|N|no)$/iu

const readFlag = (text: string): Cell => {
  if (yes.test(tight(text))) return { text, value: 'yes' }
  return no.test(tight(text)) ? { text, value: 'no' } : fault(text, 'ledger.import.flag')
}

const readSingle = (text: string): Cell => {
  const word = tight(text)
  if (/^(?:1人?|一人?|单人|是|yes)$/iu.test(word)) return { text, value: 'one' }
  if (/^(?:\d+人?|多人?|若干人?|不限|否|no)$/iu.test(word)) return { text, value: 'many' }
  return fault(text, 'ledger.import.single')
}

const readLabel = (text: string, family: string, kinds: readonly string[]): Cell => {
  const all = labels(family, kinds)
  const value = all.get(tight(text))
  const known = [...all.keys()].join('、')
  return value ? { text, value } : fault(text, 'ledger.import.label', { known })
}

const readFiling = (text: string): Cell => {
  if (no.test(tight(text))) return { text, value: 'none' }
  const all = labels('filing', filingRoutes)
  const routes = tight(text)
    .split(/[、,;]/u)
    .map((part) => all.get(part))
  if (routes.includes(undefined))
    return fault(text, 'ledger.import.label', { known: [...all.keys()].join('、') })
  return { text, value: routes.join(',') }
}

const readOne = (column: CatalogueColumn, text: string): Cell => {
  const word = tight(text)
  if (word === '' || placeholder.test(word)) return { text, value: '' }
  switch (column) {
    case 'organKind':
      return readLabel(text, 'organKind', organKinds)
    case 'kind':
      return readLabel(text, 'postKind', postKinds)
    case 'oath':
      return readLabel(text, 'oath', oathOrganizers)
    case 'filing':
      return readFiling(text)
    case 'single':
      return readSingle(text)
    case 'acting':
    case 'certificate':
      return readFlag(text)
    case 'fromOn':
      return readCell('startsOn', text, 'city')
    case 'note':
      return readCell('note', text, 'city')
    case 'nominators':
      return {
        text,
        value: word
          .split(/[、,;]/u)
          .filter(Boolean)
          .slice(0, 8)
          .join('、'),
      }
    default:
      return { text, value: barePost(text) }
  }
}

const cellsOf = ({ texts }: TableRow<CatalogueColumn>): Row['cells'] => {
  const columns = Object.keys(texts) as CatalogueColumn[]
  return Object.fromEntries(columns.map((column) => [column, readOne(column, texts[column] ?? '')]))
}

const stated = ({ cells }: Row, column: CatalogueColumn): string => cells[column]?.value ?? ''

const shownBefore = (organ: Organ, post: PostVersion): Row['was'] => ({
  organ: organ.versions.at(-1)?.name ?? '',
  shortName: organ.versions.at(-1)?.shortName ?? '',
  organKind: organ.kind,
  post: post.title,
  kind: post.kind,
  verb: post.verb,
  nominators: post.nominators.join('、'),
  single: post.single ? 'one' : 'many',
  acting: post.acting ? 'yes' : 'no',
  certificate: post.certificate ? 'yes' : 'no',
  oath: post.oath,
  filing: post.filing.join(',') || 'none',
  fromOn: post.fromOn,
  note: post.note,
})

/** What the sheet states over what is stored; a new post has what the law gives its kind. */
const factsOf = (row: Row, before: PostVersion | undefined, since: string): PostVersion => {
  const title = stated(row, 'post')
  const said = stated(row, 'kind') as PostKind | ''
  const kind = said || (before?.kind ?? postKindOf(stated(row, 'organ') + title).kind)
  const base = before ?? lawfulFacts({ title, kind }, stated(row, 'fromOn') || since)
  const flag = (column: 'acting' | 'certificate'): boolean =>
    stated(row, column) === '' ? base[column] : stated(row, column) === 'yes'
  const filing = stated(row, 'filing')
  const nominators = stated(row, 'nominators')
  return {
    ...base,
    kind,
    fromOn: stated(row, 'fromOn') || base.fromOn,
    verb: stated(row, 'verb') || base.verb,
    nominators: nominators === '' ? base.nominators : nominators.split('、'),
    single: stated(row, 'single') === '' ? base.single : stated(row, 'single') === 'one',
    acting: flag('acting'),
    certificate: flag('certificate'),
    oath: (stated(row, 'oath') || base.oath) as PostVersion['oath'],
    filing:
      filing === ''
        ? base.filing
        : (filing.split(',').filter((one) => one !== 'none') as PostVersion['filing']),
    note: stated(row, 'note') || base.note,
  }
}

type Draft = CatalogueChange & { row: Row; same: boolean }

const draftOf = (
  line: number,
  cells: Row['cells'],
  organs: ReadonlyMap<string, Organ>,
  posts: ReadonlyMap<string, Post>,
  since: string,
): Draft => {
  const row: Row = { line, cells, was: null }
  const name = stated(row, 'organ')
  const organ = organs.get(name)
  const post = posts.get(`${organ?.id ?? ''} ${stated(row, 'post')}`)
  const before = post?.versions.at(-1)
  const facts = factsOf(row, before, since)
  if (organ && before) row.was = shownBefore(organ, before)
  for (const column of ['organ', 'post'] as const)
    if (stated(row, column) === '') mark(row, column, 'error', { key: 'ledger.import.missing' })
  return {
    line,
    row,
    same:
      before !== undefined && JSON.stringify(before) === JSON.stringify({ ...before, ...facts }),
    organId: organ?.id ?? null,
    organ: {
      name,
      shortName: stated(row, 'shortName') || (organ?.versions.at(-1)?.shortName ?? ''),
      kind: (stated(row, 'organKind') || (organ?.kind ?? organKindOf(name))) as OrganKind,
      fromOn: stated(row, 'fromOn') || since,
    },
    id: post?.id ?? null,
    facts,
  }
}

const checkTwice = (drafts: readonly Draft[]): void => {
  for (const own of Map.groupBy(
    drafts,
    ({ organ, facts }) => `${organ.name} ${facts.title}`,
  ).values())
    for (const { row } of own.slice(1))
      mark(row, 'post', 'error', {
        key: 'ledger.import.twiceRow',
        params: { line: own[0]?.line ?? 0 },
      })
}

/** The organ as the sheet would have it, where that differs from what is stored. */
export const organChanged = (organ: Organ, said: CatalogueChange['organ']): boolean =>
  organ.kind !== said.kind || (organ.versions.at(-1)?.shortName ?? '') !== said.shortName

/**
 * Says, cell by cell, what importing a sheet of organs and posts would do, and lists in `changes` what confirming it
 * would write (nothing while any row is in error). Pure. A changed post gets a further version where the sheet states
 * another first day, else its last version is mended. The same sheet once imported gives no changes.
 * @throws Refusal `invalid` for a sheet without a header or with a column twice
 */
export const previewCatalogue = (
  input: CatalogueImportInput,
): LedgerPreview & { changes: CatalogueChange[] } => {
  const { catalogue, sheet, fileName, since } = input
  const table = readTable(fileName, sheet, catalogueColumns, ['organ', 'post'])
  const organs = new Map(
    catalogue.organs.map((organ) => [barePost(organ.versions.at(-1)?.name ?? ''), organ]),
  )
  const byId = new Map(catalogue.organs.map((organ) => [organ.id, organ]))
  const posts = new Map(
    catalogue.posts.map((post) => [
      `${post.organId} ${barePost(post.versions.at(-1)?.title ?? '')}`,
      post,
    ]),
  )
  const drafts = table.rows.map((row) => draftOf(row.line, cellsOf(row), organs, posts, since))
  checkTwice(drafts)
  const { rows, counts } = shownRows(drafts.map(({ row }) => row))
  const isChange = ({ same, organId, organ }: Draft): boolean => {
    const known = byId.get(organId ?? '')
    return !same || !known || organChanged(known, organ)
  }
  const remarks: Message[] = table.remarks
  const state = [sheet.rows, sheet.firstLine, sheet.merged, catalogue, since]
  return {
    columns: table.columns,
    rows,
    counts,
    remarks,
    token: createHash('sha256').update(JSON.stringify(state)).digest('hex'),
    changes:
      counts.error > 0
        ? []
        : drafts.filter(isChange).map(({ row: _, same: __, ...change }) => change),
  }
}
