import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

// Whose an act is where the words before it only look like a name, or speak of somebody else.

const told = (text: string): string[] =>
  readActs(text).acts.flatMap(({ act, persons, post }) =>
    persons.flatMap((name) => post.split('、').map((one) => `${act} ${name} ${one}`)),
  )

const lost = (text: string): string => readActs(text).unread.join('｜')

describe('a post behind a comma', () => {
  it.each(['于是', '经考察', '经公示', '经酝酿'])('is nobody’s called %s', (word) => {
    expect(told(`${word}，免去县财政局局长职务。`)).toEqual([])
    const text = `任命李晓明为县财政局局长。${word}，免去其县审计局局长职务。`
    expect(told(text)).toEqual(['appoint 李晓明 县财政局局长', 'remove 李晓明 县审计局局长'])
  })

  it.each(['作了说明', '主持会议', '受县人民政府委托作了关于任免案的说明'])(
    'is not theirs who only %s',
    (did) => {
      const text = `任命李晓明同志为县财政局局长，王海波同志${did}，免去其县审计局局长职务。`
      expect(told(text)).toContain('remove 李晓明 县审计局局长')
      expect(told(text).join()).not.toContain('王海波')
    },
  )

  it.each([
    ['王海波', '免去王海波青岭县副县长职务'],
    ['周华', '免去周华青岭县副县长职务'],
  ])('takes no name into the post: %s', (name, clause) => {
    expect(told(`王海波同志挂职期满返回原单位，${clause}。`)).toEqual([
      `remove ${name} 青岭县副县长`,
    ])
  })

  it.each(['任县政协副主席', '调任市财政局副局长', '转任市审计局副局长'])(
    'is none the committee gives: %s',
    (clause) => {
      const text = `免去周华同志的县水务局局长职务，${clause}。`
      expect(told(text)).toEqual(['remove 周华 县水务局局长'])
      expect(lost(text)).toContain(clause)
    },
  )

  it('is none to be given now in the course of a life', () => {
    const text = '李晓明同志2010年任县财政局局长，2015年免去县财政局局长职务，任县审计局局长。'
    expect(told(text)).toEqual([])
    expect(lost(text)).toContain('李晓明')
  })
})

describe('who removes', () => {
  it.each([
    '县长王海波免去李晓明的县审计局局长职务。',
    '任命周华为县财政局局长，县长王海波免去李晓明的县审计局局长职务。',
  ])('is not who is removed: %s', (text) => {
    expect(told(text)).toContain('remove 李晓明 县审计局局长')
    expect(told(text).join()).not.toContain('王海波')
  })
})

describe('a post said before the name', () => {
  it.each([
    ['任命县司法局代理局长周华为局长。', 'appoint 周华 局长'],
    ['任命县财政局副局长周华为局长。', 'appoint 周华 局长'],
    ['免去原县民政局局长周华的局长职务。', 'remove 周华 县民政局局长'],
  ])('is the one behind it only where that one ends: %s', (text, act) => {
    expect(told(text)).toEqual([act])
  })
})

describe('an office of the party', () => {
  it('beside one that is not leaves that one to be read', () => {
    const text = '任命周华为县委组织部副部长、县人力资源和社会保障局局长。'
    expect(told(text)).toContain('appoint 周华 县人力资源和社会保障局局长')
  })
})

describe('a bracket', () => {
  it('that removes is no side note', () => {
    const text = '任命李晓明为县财政局局长（免去其县审计局局长职务，另行安排工作）。'
    expect(lost(text)).toContain('免去其县审计局局长职务')
  })
})

describe('rows', () => {
  const jurors = '任命下列人员为县人民法院人民陪审员：\n'

  it.each([
    '李明　男　王芳　女　张伟　男\n刘洋　女　陈静　女　赵磊　男',
    '李明　汉　王芳　回　张伟　汉\n刘洋　满　陈静　汉　赵磊　汉',
  ])('take no sex and no people into a name: %s', (rows) => {
    expect(told(jurors + rows).filter((one) => /[男女汉回满] /u.test(one))).toEqual([])
    for (const name of rows.match(/\p{Script=Han}{2}/gu) ?? [])
      expect(told(jurors + rows).join() + lost(jurors + rows)).toContain(name)
  })

  it('name nobody twice for a row of sums', () => {
    const rows = '序号\t姓名\t性别\t民族\n1\t李晓明\t男\t汉\n2\t周华\t女\t汉\n合计\t\t\t'
    expect(told(jurors + rows)).toEqual([
      'appoint 李晓明 县人民法院人民陪审员',
      'appoint 周华 县人民法院人民陪审员',
    ])
  })

  it.each(['县审计局\t局长\t\t', '一、政府部门\t\t\t', '合计\t\t1\t1'])(
    'by posts go on behind one that names nobody: %j',
    (row) => {
      const head = '单位\t职务\t任\t免\n县财政局\t局长\t李晓明\t周华\n'
      expect(told(`${head}${row}\n县水利局\t局长\t李强\t赵明`)).toEqual([
        'appoint 李晓明 县财政局局长',
        'remove 周华 县财政局局长',
        'appoint 李强 县水利局局长',
        'remove 赵明 县水利局局长',
      ])
    },
  )

  it.each([
    ['of names for themselves', '李晓明　周华　王海波\n'.repeat(8000)],
    ['and pages with nothing between them', '- 1 -\n\n'.repeat(30_000)],
  ])('%s are read in a time that grows with their number', (_, rows) => {
    const begun = performance.now()
    readActs(rows)
    expect(performance.now() - begun).toBeLessThan(4000)
  })
})

describe('a list of those an act names in part', () => {
  const act = '任命李晓明等3人为县人民法院审判员。\n附件：\n'

  it('is of as many as the act says', () => {
    expect(told(`${act}李晓明　周华　王海波`)).toHaveLength(3)
    expect(told(`${act}李晓明、周华、王海波`)).toHaveLength(3)
  })

  it.each(['李晓明　周华　王海波　赵刚', '李晓明、周华、王海波、赵刚', '李晓明　周华'])(
    'is none of more or fewer: %s',
    (names) => {
      const read = readActs(act + names)
      expect(read.acts.map(({ persons }) => persons)).toEqual([['李晓明']])
      expect(read.acts[0]?.listIncomplete).toBe(true)
      expect(read.unread.join()).toContain('周华')
    },
  )
})

describe('a table of one post a row', () => {
  it.each([
    ['拟任职务\t拟任人选\t现任职务', 'appoint'],
    ['拟免职务\t拟免人员\t备注', 'remove'],
  ])('under %j gives or takes it', (head, act) => {
    const aside = act === 'appoint' ? '县审计局局长' : ''
    expect(told(`${head}\n县财政局局长\t李晓明\t${aside}`)).toEqual([`${act} 李晓明 县财政局局长`])
  })
})

describe('a numbered entry with a comma behind its name', () => {
  it('under removals says who holds the post, and appoints nobody', () => {
    const text = '免去：\n1.李晓明，任县财政局局长\n2.周华，任县审计局局长'
    expect(told(text)).toEqual([])
    expect(lost(text)).toContain('周华')
  })

  it('under appointments behind removals appoints again', () => {
    const text = '免职：\n1.周华，免去县审计局局长职务\n任职：\n1.李晓明，任县财政局局长'
    expect(told(text)).toEqual(['remove 周华 县审计局局长', 'appoint 李晓明 县财政局局长'])
  })
})

describe('two names in a line of their own', () => {
  it.each([
    ['免去：\n周华、王海波\n的县人民法院审判员职务', 'remove'],
    ['任命李晓明为县财政局局长\n周华、王海波\n为县人民法院审判员', 'appoint'],
  ])('go on in the next: %s', (text, act) => {
    const both = told(text).join() + lost(text)
    expect(both).toContain('县人民法院审判员')
    if (act === 'remove') expect(told(text)).toHaveLength(2)
  })
})
