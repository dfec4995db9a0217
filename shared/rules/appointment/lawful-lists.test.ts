import { describe, expect, it } from 'vitest'
import type { ActKind, NominatorKind } from '../../contract/appointment.ts'
import type { Level } from '../../contract/body.ts'
import type { PostOn } from '../../contract/ledger.ts'
import { onlyHolder, starterCatalogue } from '../ledger/starter.ts'
import { actOn, checkInput, person, postOn, tenure } from '../../../test/builders/check-input.ts'
import { checkNominations } from './check.ts'
import { matchPost, splitPosts } from './post-names.ts'

/*
 * Ordinary sessions with nothing wrong in them: a list as offices send it, a catalogue and a full ledger. A warning here
 * would cry wolf, and people who have to go past warnings each time stop reading them.
 */

type Row = readonly [from: NominatorKind, act: ActKind, person: string, post: string]
type List = { level: Level; bodyName: string; rows: readonly Row[]; more: readonly string[] }

const verbs: Partial<Record<ActKind, string>> = { appoint: '任命', remove: '免去' }

const catalogue = ({ bodyName, level }: List): PostOn[] =>
  starterCatalogue(bodyName, level).flatMap(({ name, posts }) =>
    posts.map(({ title, kind }) =>
      postOn(name + title, kind, {
        organName: name,
        title,
        fromOn: '2018-01-01',
        single: onlyHolder(title, kind),
      }),
    ),
  )

/** Whoever leaves held it, whoever acts was a deputy; the rest of the ledger as given. */
const findings = (list: List, catalogued: boolean): string[] => {
  const { level, bodyName, rows, more } = list
  const posts = catalogued ? catalogue(list) : []
  const placed = (name: string): PostOn | null => {
    const { certainty, postId } = matchPost(name, posts, bodyName)
    return certainty === 'exact' ? (posts.find(({ id }) => id === postId) ?? null) : null
  }
  const held = (name: string, written: string) =>
    splitPosts(written).map((one) => {
      const post = placed(one)
      return tenure(name, post?.fullName ?? one, { postId: post?.id ?? null, fromOn: '2022-03-01' })
    })
  const leaving = rows.filter(([, act]) => !['appoint', 'approve-appoint', 'act-as'].includes(act))
  const members = ['钱一', '周三', '周六', '周七', '周八']
  const names = [...new Set([...members, ...rows.map(([, , name]) => name)])]
  const input = checkInput(
    rows.map(([from, act, name, post], index) => {
      const own = splitPosts(post).map((one) => ({ name: one, post: placed(one) }))
      const decided = own.some((one) => one.post?.verb.startsWith('决定') === true)
      const verb = `${decided ? '决定' : ''}${verbs[act] ?? ''}`
      return actOn(act, name, post, { id: `a${index}`, from, personId: name, posts: own, verb })
    }),
    {
      level,
      bodyName,
      receivedOn: '2026-05-08',
      term: { number: 17, startsOn: '2022-01-10', governmentElectedOn: '2022-01-12' },
      tenures: [
        ...leaving.flatMap(([, , name, post]) => held(name, post)),
        ...more.flatMap((one) => {
          const [name = '', post = ''] = one.split(' ')
          return held(name, post)
        }),
      ],
      persons: names.map((name) =>
        person(name, { member: members.includes(name), deputy: members.includes(name) || null }),
      ),
    },
  )
  return checkNominations(input)
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, code, message }) => `${severity} ${code} ${JSON.stringify(message.params)}`)
}

const city: List = {
  level: 'city',
  bodyName: '临江市人民代表大会常务委员会',
  more: [
    '何市 临江市人民政府市长',
    '韩七 临江市人民政府副市长',
    '吴一 临江市人民检察院副检察长、检察员',
    '王六 临江市中级人民法院副院长、审判员',
    '王二 临江市中级人民法院审判员',
    '周六 临江市人民代表大会监察和司法委员会委员',
  ],
  rows: [
    ['self', 'accept-resignation', '钱一', '临江市人大常委会委员职务'],
    ['self', 'accept-resignation', '孙二', '临江市人民政府副市长职务'],
    ['self', 'accept-resignation', '孙三', '临江市人民检察院检察长职务'],
    ['self', 'accept-resignation', '孙四', '临江市中级人民法院院长职务'],
    ['council', 'act-as', '吴一', '临江市人民检察院检察长'],
    ['council', 'act-as', '王六', '临江市中级人民法院院长'],
    ['government-head', 'remove', '李一', '临江市人民政府副市长'],
    ['government-head', 'appoint', '李二', '临江市人民政府副市长、市公安局局长'],
    ['government-head', 'remove', '李九', '临江市公安局局长'],
    ['government-head', 'appoint', '钱一', '临江市财政局局长'],
    ['government-head', 'remove', '李三', '临江市财政局局长职务'],
    ['government-head', 'remove', '李四', '市发展和改革委员会主任'],
    ['government-head', 'appoint', '李五', '市发展和改革委员会主任'],
    ['government-head', 'remove', '李六', '临江市人民政府秘书长、办公室主任'],
    ['government-head', 'appoint', '李四', '临江市人民政府秘书长、办公室主任'],
    ['government-head', 'remove', '李七', '临江市卫生健康委员会主任'],
    ['government-head', 'appoint', '李八', '临江市卫生健康委员会主任'],
    ['council', 'remove', '周二', '临江市人大常委会副秘书长、办公室主任职务'],
    ['council', 'appoint', '周一', '临江市人大常委会副秘书长、办公室主任'],
    ['council', 'appoint', '周三', '临江市人民代表大会常务委员会财政经济工作委员会主任'],
    ['council', 'remove', '周四', '临江市人大常委会财政经济工作委员会副主任职务'],
    ['council', 'appoint', '周三', '临江市人民代表大会法制委员会副主任委员'],
    [
      'council',
      'appoint',
      '周六',
      '临江市人大监察和司法委员会副主任委员、监察和司法工作委员会主任',
    ],
    ['council', 'remove', '周七', '临江市人民代表大会社会建设委员会委员'],
    ['council', 'appoint', '周六', '临江市人大常委会代表资格审查委员会委员'],
    ['council', 'remove', '周八', '临江市人大常委会代表资格审查委员会副主任委员'],
    ['supervisory-head', 'appoint', '郑一', '临江市监察委员会副主任'],
    ['supervisory-head', 'appoint', '郑二', '临江市监委委员'],
    ['supervisory-head', 'remove', '郑三', '临江市监察委员会委员'],
    ['court-president', 'appoint', '王一', '临江市中级人民法院副院长、审判委员会委员、审判员'],
    ['court-president', 'remove', '王三', '临江市中级人民法院刑事审判第一庭庭长、审判员'],
    ['court-president', 'appoint', '王二', '临江市中级人民法院刑事审判第一庭庭长'],
    ['court-president', 'remove', '王二', '临江市中级人民法院刑事审判第二庭副庭长'],
    ['court-president', 'appoint', '王四', '临江市中级人民法院审判员'],
    ['court-president', 'appoint', '王五', '临江市中级人民法院审判员'],
    ['court-president', 'appoint', '王七', '临江市中级人民法院执行局局长'],
    ['court-president', 'appoint', '王八', '临江经济技术开发区人民法院院长、审判员'],
    ['chief-procurator', 'appoint', '冯一', '临江市人民检察院副检察长、检察委员会委员、检察员'],
    ['chief-procurator', 'appoint', '冯二', '临江市人民检察院检察员'],
    ['chief-procurator', 'remove', '冯三', '临江市人民检察院检察委员会委员、检察员职务'],
    ['chief-procurator', 'appoint', '冯六', '临江市城郊地区人民检察院检察长'],
    ['chief-procurator', 'approve-remove', '冯五', '临江市青山区人民检察院检察长'],
    ['chief-procurator', 'approve-appoint', '冯四', '临江市青山区人民检察院检察长'],
  ],
}

const jurors = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const county: List = {
  level: 'county',
  bodyName: '青山区人民代表大会常务委员会',
  more: ['何区 青山区人民政府副区长', '王四 青山区人民法院审判员'],
  rows: [
    ['self', 'accept-resignation', '孙二', '青山区人民政府区长职务'],
    ['council', 'appoint', '李二', '青山区人民政府副区长'],
    ['council', 'act-as', '李二', '青山区人民政府区长'],
    ['government-head', 'remove', '李一', '青山区人民政府副区长'],
    ['government-head', 'remove', '李四', '区教育局局长'],
    ['government-head', 'appoint', '李三', '区教育局局长'],
    ['government-head', 'remove', '李六', '青山区人民政府办公室主任'],
    ['government-head', 'appoint', '李五', '青山区人民政府办公室主任'],
    ['government-head', 'appoint', '李七', '青山区市场监督管理局局长'],
    ['government-head', 'appoint', '李八', '青山区卫生健康委员会主任'],
    ['council', 'appoint', '周一', '青山区人大常委会办公室主任'],
    ['council', 'appoint', '周二', '青山区人大常委会城南街道工作委员会主任'],
    ['council', 'appoint', '周四', '青山区人民代表大会常务委员会城南街道工作委员会副主任'],
    ['council', 'remove', '周五', '青山区人大常委会代表工作委员会副主任职务'],
    ['council', 'appoint', '周三', '青山区人民代表大会法制委员会委员'],
    ['council', 'remove', '周七', '青山区人大常委会代表资格审查委员会主任委员'],
    ['council', 'appoint', '周六', '青山区人大常委会代表资格审查委员会主任委员'],
    ['council', 'appoint', '周八', '青山区第十七届人民代表大会常务委员会代表资格审查委员会委员'],
    ['supervisory-head', 'appoint', '郑一', '青山区监察委员会副主任'],
    ['supervisory-head', 'appoint', '郑二', '区监委委员'],
    ['supervisory-head', 'remove', '郑三', '青山区监察委员会委员'],
    ...jurors.map((name): Row => [
      'court-president',
      'appoint',
      `邵${name}`,
      '青山区人民法院人民陪审员',
    ]),
    ['court-president', 'remove', '邵行', '青山区人民法院人民陪审员'],
    ['court-president', 'appoint', '王一', '青山区人民法院副院长、审判委员会委员、审判员'],
    ['court-president', 'appoint', '王二', '青山区人民法院城南人民法庭庭长'],
    ['court-president', 'remove', '王三', '青山区人民法院民事审判庭庭长、审判员'],
    ['court-president', 'appoint', '王四', '青山区人民法院民事审判庭庭长'],
    ['chief-procurator', 'appoint', '冯一', '青山区人民检察院副检察长、检察委员会委员、检察员'],
    ['chief-procurator', 'remove', '冯二', '青山区人民检察院检察员'],
    ['chief-procurator', 'appoint', '冯三', '青山区人民检察院检察员'],
  ],
}

describe.each([
  ['city', city],
  ['county', county],
] as const)('an ordinary lawful list of a %s', (_, list) => {
  it.each([true, false])('is warned of nothing (with a catalogue: %s)', (catalogued) => {
    expect(list.rows.length).toBeGreaterThanOrEqual(39)
    expect(findings(list, catalogued)).toEqual([])
  })

  it('is warned of where the nominators are changed about', () => {
    const rows = list.rows.map(([, ...rest]): Row => ['chair', ...rest])
    expect(findings({ ...list, rows }, true).length).toBeGreaterThan(20)
  })
})
