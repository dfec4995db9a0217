import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.flatMap(({ act, persons, post }) =>
    persons.map((name) => `${act} ${name} ${post}`),
  )

describe('a place named again among one person’s posts', () => {
  it.each(['钱江区', '兰湖区', '北川区', '金山县', '安宁市'])('is nobody: %s', (place) => {
    const posts = `${place}第十六届人民代表大会常务委员会委员、${place}第十六届人民代表大会监察和司法委员会委员`
    const texts = [
      `闻人杰的${posts}职务相应终止。`,
      `因工作调动，王杰的${posts}职务自行终止。`,
      `撤销王杰的${posts}职务。`,
      `接受王杰辞去${posts}职务的请求。`,
    ]
    for (const text of texts) {
      expect(readActs(text).acts.map((act) => act.post)).toEqual([posts])
      expect(readActs(text).acts[0]?.persons).toHaveLength(1)
      expect(readActs(text).unread).toEqual([])
    }
  })

  it.each([
    '免去王杰的钱江区财政局局长、钱江区审计局局长职务。',
    '免去王杰钱江区财政局局长、钱江区审计局局长职务。',
    '免去王杰的钱江区财政局局长，钱江区审计局局长职务。',
    '免去王杰担任的钱江区财政局局长，钱江区审计局局长职务。',
  ])('is nobody where offices follow: «%s»', (text) => {
    expect(said(text)).toEqual(['remove 王杰 钱江区财政局局长、钱江区审计局局长'])
  })

  it.each([
    [
      '免去李明的县财政局局长、周华县审计局局长职务。',
      ['remove 李明 县财政局局长', 'remove 周华 县审计局局长'],
    ],
    [
      '免去：\n周华县财政局局长职务；\n李明县审计局局长职务。',
      ['remove 周华 县财政局局长', 'remove 李明 县审计局局长'],
    ],
  ])('leaves those whose posts begin with their level: «%s»', (text, acts) => {
    expect(said(text)).toEqual(acts)
  })
})
