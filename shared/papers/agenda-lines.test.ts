import { describe, expect, it } from 'vitest'
import { itemKindOf, readAgendaLine, readAgendaLines } from './agenda-lines.ts'

describe('an agenda line', () => {
  it.each([
    ['一、审议人事任免案；', '审议人事任免案'],
    ['十二、其他。', '其他'],
    ['（三）审议《河道管理条例（草案）》；', '审议《河道管理条例（草案）》'],
    ['1.听取和审议关于乡村道路建设情况的报告', '听取和审议关于乡村道路建设情况的报告'],
    ['２．　审查和批准上年度市级决算', '审查和批准上年度市级决算'],
    ['　　3、通过会议议程；', '通过会议议程'],
    ['第四项　颁发任命书', '颁发任命书'],
    ['2026年上半年工作情况的报告', '2026年上半年工作情况的报告'],
    ['一号议案的审议', '一号议案的审议'],
  ])('%s', (line, title) => {
    expect(readAgendaLine(line).title).toBe(title)
  })

  it('keeps the mark of what is only handed out', () => {
    expect(readAgendaLine('六、审议关于环境状况的报告（书面）；')).toEqual({
      title: '审议关于环境状况的报告',
      kind: 'report',
      written: true,
    })
  })
})

it('takes every line that says something', () => {
  const text = '一、通过会议议程；\r\n\r\n二、审议人事任免案；\n　\n三、。\n四、其他。'
  expect(readAgendaLines(text).map(({ title }) => title)).toEqual([
    '通过会议议程',
    '审议人事任免案',
    '其他',
  ])
})

it.each([
  ['通过会议议程', 'agenda'],
  ['审议《临江市高技能人才发展促进条例（草案三审稿）》', 'bill'],
  ['听取和审议市人民政府关于乡村道路建设情况的报告', 'report'],
  ['听取和审议上半年国民经济和社会发展计划执行情况的报告', 'plan-budget'],
  ['审查和批准上年度市级决算', 'plan-budget'],
  ['审议关于接受钱有余辞去市人大常委会委员职务的请求的决定（草案）', 'resignation'],
  ['审议人事任免案', 'appointment'],
  ['对审计查出问题整改情况进行满意度测评', 'satisfaction'],
  ['听取和审议《水污染防治法》执法检查报告', 'inspection'],
  ['审议代表资格审查委员会关于代表资格的报告', 'representative'],
  ['审议关于撤销贾某某副市长职务的议案', 'dismissal'],
  ['补选省人民代表大会代表', 'supplementary-election'],
  ['颁发任命书、宪法宣誓', 'other'],
  ['其他', 'other'],
] as const)('takes «%s» for %s', (title, kind) => {
  expect(itemKindOf(title)).toBe(kind)
})
