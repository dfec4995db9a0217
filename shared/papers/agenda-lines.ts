/** Reads an agenda as offices write it (documents.md §3.2) back into items: the counterpart of agenda.ts. */
import type { ItemKind } from '../contract/session.ts'

export type AgendaLine = { title: string; kind: ItemKind; written: boolean }

/** First hit wins: a resignation is also «审议», a budget report also «报告». */
const kindWords: readonly (readonly [RegExp, ItemKind])[] = [
  [/补选/u, 'supplementary-election'],
  [/满意度|测评/u, 'satisfaction'],
  [/撤职|撤销.*职务|罢免/u, 'dismissal'],
  [/辞去|辞职/u, 'resignation'],
  [/任免|任命(?!书)|免去|免职/u, 'appointment'],
  [/代表资格|代表.*(?:建议|议案)|代表变动|闭会期间代表/u, 'representative'],
  [/执法检查|实施情况/u, 'inspection'],
  [/(?:通过|审议|审议通过).*议程/u, 'agenda'],
  [/预算|决算|计划|审计/u, 'plan-budget'],
  [/听取.*报告|报告$/u, 'report'],
  [/条例|议案|决定|决议|办法|规定|法规|法(?:（|\()/u, 'bill'],
]

/** The kind an item's title speaks of; `other` when it names none. */
export const itemKindOf = (title: string): ItemKind =>
  kindWords.find(([words]) => words.test(title))?.[1] ?? 'other'

const numbering =
  /^(?:第[一二三四五六七八九十百\d]+项[、：:．.\s]*|[（(][一二三四五六七八九十百\d]+[）)][、．.\s]*|[一二三四五六七八九十百]+[、．.]\s*|[\d０-９]+[、．.)）]\s*|[①-⑳]\s*|[-•·*]\s+)/u
const ending = /[\s；;。，,]+$/u
const writtenMark = /[（(]书面[）)]$/u

/** One line as an item; its number, closing mark and «（书面）» are taken off the title. Empty titles are possible. */
export const readAgendaLine = (line: string): AgendaLine => {
  const bare = line
    .replace(/\u3000/gu, ' ')
    .trim()
    .replace(numbering, '')
    .replace(ending, '')
  const written = writtenMark.test(bare)
  const title = bare.replace(writtenMark, '').trim()
  return { title, kind: itemKindOf(title), written }
}

/** Every line that says something, in order. In: pasted text. Out: items with titles never empty. */
export const readAgendaLines = (text: string): AgendaLine[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map(readAgendaLine)
    .filter(({ title }) => title !== '')
