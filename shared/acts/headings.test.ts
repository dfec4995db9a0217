import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const appointing =
  '任命 任职 决定任命 提请任命 新任 任命职务 任职人员 任职名单 任命下列人员职务 任命以下同志 会议决定任命 任命如下 决定任命下列人员'
const removing =
  '免去 免职 决定免去 提请免去 免去职务 免职人员 免职名单 免去下列人员职务 免去以下同志的职务 会议决定免去 免除 免职如下 决定免去下列人员'

const decorations: readonly ((word: string) => string)[] = [
  (word) => `${word}：`,
  (word) => word,
  (word) => `一、${word}`,
  (word) => `（一）${word}：`,
  (word) => `${word}（共2人）：`,
  (word) => `${word}（2名）`,
  (word) => `【${word}】`,
  (word) => `第一部分 ${word}`,
  (word) => `${[...word].join('  ')}：`,
]

const rows = '辛文博　县司法局局长\n苗  壮　县水利局局长'
const labels = '县司法局局长：辛文博\n县水利局局长：苗壮'

const title =
  '北川县人大常委会任免名单\n（2025年7月31日北川县第十七届人大常委会第三十一次会议通过）\n'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => `${act} ${persons.join('、')} ${post}`)

const both = (act: string): string[] => [`${act} 辛文博 县司法局局长`, `${act} 苗壮 县水利局局长`]

describe('a short heading', () => {
  it.each(appointing.split(' '))('«%s» appoints, however it is set', (word) => {
    for (const decorate of decorations)
      for (const body of [rows, labels])
        expect(said(`${title}${decorate(word)}\n${body}`), decorate(word)).toEqual(both('appoint'))
  })

  it.each(removing.split(' '))('«%s» removes, however it is set', (word) => {
    for (const decorate of decorations)
      for (const body of [rows, labels])
        expect(said(`${title}${decorate(word)}\n${body}`), decorate(word)).toEqual(both('remove'))
  })

  it.each(['任：', '一、任：', '【任】', '拟任：', '任（共2人）：'])(
    'of one character needs its mark: «%s»',
    (heading) => {
      expect(said(`${title}${heading}\n${rows}`)).toEqual(both('appoint'))
    },
  )

  it('ends where the next begins', () => {
    expect(said(`${title}任：\n苗  壮　县水利局局长\n免：\n辛文博　县司法局局长`)).toEqual([
      'appoint 苗壮 县水利局局长',
      'remove 辛文博 县司法局局长',
    ])
  })
})

describe('the verb of a title', () => {
  it('stands for labels under an organ', () => {
    expect(
      said(
        '大河市人民代表大会常务委员会\n任命人民法院审判人员名单\n大河市人民法院：\n副院长：辛文博\n审判员：辛文博、苗壮',
      ),
    ).toEqual(['appoint 辛文博 大河市人民法院副院长', 'appoint 辛文博、苗壮 大河市人民法院审判员'])
  })
})

describe('what a motion asks for', () => {
  const motion = '北川县人民政府关于提请任免职务的议案\n北川县人大常委会：\n'

  it.each([
    '拟任命苗壮同志为县水利局局长，拟免去其县财政局副局长职务。',
    '建议任命苗壮同志为县水利局局长，建议免去其县财政局副局长职务。',
    '拟提请任命：\n苗壮为县水利局局长。\n拟提请免去：\n苗壮的县财政局副局长职务。',
    '提名苗壮同志为县水利局局长人选；拟免去苗壮同志的县财政局副局长职务。',
  ])('is read: «%s»', (text) => {
    expect(said(motion + text)).toEqual(['appoint 苗壮 县水利局局长', 'remove 苗壮 县财政局副局长'])
  })

  it('stays a proposal where a report tells of it', () => {
    const { acts, unread } = readActs(
      '11月3日，县人大常委会召开会议，听取了关于拟任命苗壮为县水利局局长的情况汇报。',
    )
    expect(acts).toEqual([])
    expect(unread.join('')).toContain('苗壮')
  })
})
