import { widthOf } from './width.ts'

/** Characters of 二号 that fit one title line: 442.25 pt ÷ 22 pt. */
export const titleWidth = 20

/** Words a title line may not be broken inside; longest first. */
const words = [
  '人民代表大会常务委员会',
  '人民代表大会',
  '常务委员会',
  '代表资格审查委员会',
  '监察委员会',
  '中级人民法院',
  '高级人民法院',
  '人民法院',
  '人民检察院',
  '人民政府',
  '副主任委员',
  '主任委员',
  '副检察长',
  '检察长',
  '副主任',
  '秘书长',
  '副院长',
  '自治区',
  '自治州',
  '自治县',
  '职务',
  '请求',
  '决定',
  '会议',
  '议程',
  '名单',
  '情况',
  '报告',
  '关于',
  '接受',
  '辞去',
  '代理',
  '免去',
  '任命',
]

/** Cuts a title into pieces that stay whole: known words, names handed in, numerals of «第…届/次». */
const pieces = (title: string, whole: readonly string[]): string[] => {
  const out: string[] = []
  let rest = title
  const keep = [...whole, ...words].sort((a, b) => b.length - a.length)
  while (rest !== '') {
    const numeral = /^第[一二三四五六七八九十百零〇\d]+[届次号]/u.exec(rest)?.[0]
    const piece = numeral ?? keep.find((word) => rest.startsWith(word)) ?? [...rest][0] ?? rest
    out.push(piece)
    rest = rest.slice(piece.length)
  }
  return attach(out)
}

const closing = /^[的》）」』”、，。]/u
const opening = /[《（「『“]$/u

/** Marks and «的» never open a line; an opening bracket never ends one. */
const attach = (list: readonly string[]): string[] => {
  const out: string[] = []
  for (const piece of list) {
    const last = out.at(-1)
    if (last !== undefined && (closing.test(piece) || opening.test(last))) {
      out[out.length - 1] = last + piece
    } else out.push(piece)
  }
  return out
}

/**
 * Breaks a title by meaning into lines of nearly equal length, none over {@link titleWidth}.
 * In: the title in one string and the names that must stay whole. Out: one or more lines.
 */
export const titleLines = (title: string, whole: readonly string[] = []): string[] => {
  const total = widthOf(title)
  if (total <= titleWidth) return [title]
  for (let count = Math.ceil(total / titleWidth); ; count++) {
    const lines = fill(pieces(title, whole), total / count, count)
    if (lines !== undefined || count > 12) return lines ?? [title]
  }
}

/** Fills `count` lines to about `goal` each; undefined when one would be too wide. */
const fill = (list: readonly string[], goal: number, count: number): string[] | undefined => {
  const lines: string[] = ['']
  for (const piece of list) {
    const line = lines.at(-1) ?? ''
    const before = widthOf(line)
    const after = before + widthOf(piece)
    const closer = Math.abs(after - goal) > Math.abs(before - goal)
    const turn =
      line !== '' && lines.length < count && (after > titleWidth || (after > goal && closer))
    if (turn) lines.push(piece)
    else lines[lines.length - 1] = line + piece
  }
  return lines.every((line) => widthOf(line) <= titleWidth) ? lines : undefined
}
