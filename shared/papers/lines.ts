import { widthOf } from './width.ts'

/** Characters of 二号 that fit one title line: 442.25 pt ÷ 22 pt. */
export const titleWidth = 20

/** Words a title line may not be broken inside; longest first. */
const words = [
  '人民代表大会',
  '常务委员会',
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

/** What must not be parted: numerals with their unit, dates, the words above, the names handed in. */
const unit = /^(?:第[一二三四五六七八九十百零〇\d]+(?:届|次|号)?|\d+年\d+月\d+日)/u

const pieces = (text: string, whole: readonly string[]): string[] => {
  const out: string[] = []
  const keep = [...whole, ...words].sort((a, b) => b.length - a.length)
  let rest = text
  while (rest !== '') {
    const piece =
      unit.exec(rest)?.[0] ?? keep.find((word) => rest.startsWith(word)) ?? [...rest][0] ?? rest
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

const lone = (piece: string | undefined): boolean => [...(piece ?? '')].length === 1

/** A break between two single characters may part a word the table does not know. */
const partedWord = 60
/** A line shorter than both its neighbours spoils the trapezoid or diamond the standard asks for. */
const waist = 20

const shapeCost = (widths: readonly number[], goal: number): number =>
  widths.reduce((cost, width, at) => {
    const [before, after] = [widths[at - 1], widths[at + 1]]
    const dips = before !== undefined && after !== undefined && width < before && width < after
    return cost + (width - goal) ** 2 + (dips ? waist : 0)
  }, 0)

type Split = { lines: string[]; cost: number }

/**
 * The best way to set `list` in exactly `count` lines, or undefined when a line would be too wide.
 * Of equals the one with the longer first line wins.
 */
const bestSplit = (list: readonly string[], count: number, widest: number): Split | undefined => {
  const goal = widthOf(list.join('')) / count
  let best: Split | undefined
  const search = (from: number, lines: string[], parted: number): void => {
    if (lines.length === count - 1) {
      const all = [...lines, list.slice(from).join('')]
      const widths = all.map(widthOf)
      const cost = shapeCost(widths, goal) + parted
      const fits = widths.every((width) => width > 0 && width <= widest)
      if (fits && (best === undefined || cost <= best.cost)) best = { lines: all, cost }
      return
    }
    for (let end = from + 1; end < list.length; end++) {
      const line = list.slice(from, end).join('')
      if (widthOf(line) > widest) return
      const cost = lone(list[end - 1]) && lone(list[end]) ? partedWord : 0
      search(end, [...lines, line], parted + cost)
    }
  }
  search(0, [], 0)
  return best
}

/**
 * Breaks a centred text by meaning into lines of nearly equal length.
 * In: the text in one string, the widest line in Han characters, names that must stay whole.
 * Out: one or more lines; a text that cannot be broken so stays in one piece.
 */
export const balancedLines = (
  text: string,
  widest: number,
  whole: readonly string[] = [],
): string[] => {
  const list = pieces(text, whole)
  const least = Math.max(1, Math.ceil(widthOf(text) / widest))
  for (let count = least; count <= least + 2; count++) {
    const split = bestSplit(list, count, widest)
    if (split) return split.lines
  }
  return [text]
}

/** A title's lines at 二号, broken by meaning. */
export const titleLines = (title: string, whole: readonly string[] = []): string[] =>
  balancedLines(title, titleWidth, whole)
