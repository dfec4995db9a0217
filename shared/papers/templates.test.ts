import { describe, expect, it } from 'vitest'
import { decisionFacts, head } from '../../test/papers/facts.ts'
import { decisionPapers, decisionSettings } from './decision.ts'
import { listPapers, listSettings } from './list.ts'
import { act } from '../../test/papers/facts.ts'
import { plainText } from './plain.ts'
import {
  defaultTemplates,
  filled,
  readTemplate,
  shownTemplate,
  templateFault,
  templateKeys,
} from './templates.ts'

describe('an office’s own sentences', () => {
  it.each(templateKeys)('%s is without fault as it comes, and reads back as it is shown', (key) => {
    expect(templateFault(key, defaultTemplates[key])).toBeUndefined()
    expect(readTemplate(shownTemplate(defaultTemplates[key]))).toBe(defaultTemplates[key])
    expect(shownTemplate(defaultTemplates[key])).not.toMatch(/[a-z]/u)
  })

  it('takes the comma along with what is empty, and no other', () => {
    expect(
      filled('{reason}，{law}，{meeting}决定，{act}。', { meeting: '会议', act: '接受' }),
    ).toBe('会议决定，接受。')
  })

  it.each([
    ['{reason}，{act}。', '工作变动', '因工作变动，接受。'],
    ['{law}，{reason}，{act}。', '工作变动', '因工作变动，接受。'],
    ['{reason}，{act}。', '鉴于王一已调任外地', '鉴于王一已调任外地，接受。'],
    ['{reason}，{act}。', '因工作变动', '因工作变动，接受。'],
    ['因{reason}，{act}。', '工作变动', '因工作变动，接受。'],
    ['{reason}，{act}。', '', '接受。'],
  ])('makes a reason a clause where it stands alone: %s with %s', (text, reason, said) => {
    expect(filled(text, { reason, act: '接受' })).toBe(said)
  })

  it('refuses a slot it does not know, and a sentence that has lost whom it is about', () => {
    expect(templateFault('notice', '{meeting}{person}')).toMatchObject({ reason: 'slot' })
    expect(templateFault('resignation', '{meeting}决定。')).toMatchObject({ reason: 'missing' })
    expect(templateFault('certificateNumber', '〔{year}〕')).toMatchObject({ reason: 'missing' })
    expect(readTemplate('｛姓名｝为{ 职务 }')).toBe('{person}为{post}')
  })

  it('words a decision as the office does, in several paragraphs', () => {
    const [paper] = decisionPapers(
      { ...decisionFacts, acts: decisionFacts.acts.slice(0, 1) },
      { ...decisionSettings, citations: {} },
      {
        ...defaultTemplates,
        resignation:
          '根据{person}的请求，{shortMeeting}决定：{act}。\n报{congressOfTerm}第六次会议备案。',
      },
    )
    if (!paper) throw new Error('no decision')
    expect(plainText(paper)).toContain(
      '根据陶喆的请求，临江市第十七届人大常委会第三十五次会议决定：接受陶喆辞去临江市第十七届人民代表大会常务委员会副主任职务的请求。\n报临江市第十七届人民代表大会第六次会议备案。\n',
    )
  })

  it('parts a list into appointments and removals where the office does', () => {
    const acts = [
      act('appoint', '任命', '陆堃', '临江市中级人民法院审判员'),
      act('remove', '免去', '龚䶮', '临江市人民检察院检察员', { position: 2 }),
    ]
    const settings = { ...listSettings, separate: true }
    const lists = listPapers({ ...head, acts }, settings)
    expect(lists.map(({ title }) => title.at(-1))).toEqual(['任命名单', '免职名单'])
    expect(listPapers({ ...head, acts: acts.slice(0, 1) }, settings)).toHaveLength(1)
    const turned = listPapers({ ...head, acts }, { ...settings, removeFirst: true })
    expect(turned.map(({ title }) => title.at(-1))).toEqual(['免职名单', '任命名单'])
  })
})
