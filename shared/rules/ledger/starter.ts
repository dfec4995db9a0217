import type { Level } from '../../contract/body.ts'
import type { OrganKind, PostKind } from '../../contract/ledger.ts'
import { placeOf } from '../appointment/post-names.ts'
import { kindAtLevel, postKindFacts } from '../appointment/post-kinds.ts'

/** For posts the congress elects: the committee has no verb of its own for them. */
export const electedVerb = '选举'

export type StarterPost = { title: string; kind: PostKind }
export type StarterOrgan = {
  kind: OrganKind
  name: string
  shortName: string
  posts: StarterPost[]
}

/** Whether a post has one holder at a time: where the law says so, else where its title is that of a head. */
export const onlyHolder = (title: string, kind: PostKind): boolean =>
  postKindFacts[kind].single || /^(?!.*副).*(?:主任|主任委员|局长|庭长|秘书长)$/u.test(title)

const post = (title: string, kind: PostKind): StarterPost => ({ title, kind })
const posts = (kind: PostKind, ...titles: string[]): StarterPost[] =>
  titles.map((title) => post(title, kind))

const committee = (name: string, size: 'city' | 'county'): StarterOrgan => ({
  kind: 'standing-committee',
  name,
  shortName: '人大常委会',
  posts: [
    post('主任', 'committee-chair'),
    post('副主任', 'committee-vice-chair'),
    post('秘书长', 'committee-secretary-general'),
    post('委员', 'committee-ordinary'),
    // Deputies of a secretary-general a county has none of (组织法 47).
    ...(size === 'city' ? posts('committee-office', '副秘书长') : []),
  ],
})

/** Offices and working commissions of the committee. */
const offices: Readonly<Record<'city' | 'county', readonly string[]>> = {
  city: [
    '办公室',
    '研究室',
    '法制工作委员会',
    '监察和司法工作委员会',
    '财政经济工作委员会',
    '预算工作委员会',
    '教育科学文化卫生工作委员会',
    '农业与农村工作委员会',
    '城乡建设和环境资源保护工作委员会',
    '社会建设工作委员会',
    '民族宗教侨务外事工作委员会',
    '代表工作委员会',
  ],
  county: [
    '办公室',
    '监察和司法工作委员会',
    '财政经济工作委员会',
    '教育科学文化卫生工作委员会',
    '农业与农村工作委员会',
    '城乡建设和环境资源保护工作委员会',
    '社会建设工作委员会',
    '代表工作委员会',
  ],
}

const special: Readonly<Record<'city' | 'county', readonly string[]>> = {
  city: [
    '法制委员会',
    '监察和司法委员会',
    '财政经济委员会',
    '教育科学文化卫生委员会',
    '农业与农村委员会',
    '城乡建设和环境资源保护委员会',
    '社会建设委员会',
  ],
  county: ['法制委员会', '监察和司法委员会', '财政经济委员会', '社会建设委员会'],
}

/** Departments whose heads the committee decides on. Ecology and planning of a district hang on the city's. */
const departments = [
  '发展和改革委员会',
  '教育局',
  '科学技术局',
  '工业和信息化局',
  '民族宗教事务局',
  '公安局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源和规划局',
  '住房和城乡建设局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '商务局',
  '文化广电和旅游局',
  '卫生健康委员会',
  '退役军人事务局',
  '应急管理局',
  '审计局',
  '市场监督管理局',
  '统计局',
  '医疗保障局',
]
const cityDepartments = ['生态环境局', '城市管理局', '国有资产监督管理委员会', '外事办公室']

const headOf = (department: string): string => (/局$/u.test(department) ? '局长' : '主任')

const government = (place: string, city: boolean): StarterOrgan[] => {
  const office = place.slice(-1)
  const leaders = [
    post(`${office}长`, 'government-head'),
    post(`副${office}长`, 'government-deputy'),
  ]
  const secretary = city ? posts('government-member', '秘书长') : []
  const names = city ? [...departments, ...cityDepartments] : ['人民政府办公室', ...departments]
  return [
    {
      kind: 'government',
      name: `${place}人民政府`,
      shortName: '政府',
      posts: [...leaders, ...secretary],
    },
    ...names.map((name): StarterOrgan => ({
      kind: 'government',
      name: place + name,
      shortName: name,
      posts: posts('government-member', headOf(name)),
    })),
  ]
}

const divisions = {
  city: [
    '立案庭',
    '刑事审判第一庭',
    '刑事审判第二庭',
    '民事审判第一庭',
    '民事审判第二庭',
    '行政审判庭',
    '审判监督庭',
  ],
  county: ['立案庭', '刑事审判庭', '民事审判庭', '行政审判庭'],
} as const

const court = (place: string, size: 'city' | 'county'): StarterOrgan => ({
  kind: 'court',
  name: size === 'city' ? `${place}中级人民法院` : `${place}人民法院`,
  shortName: '法院',
  posts: [
    post('院长', 'court-president'),
    ...posts('court-officer', '副院长', '审判委员会委员'),
    ...divisions[size].flatMap((division) =>
      posts('court-officer', `${division}庭长`, `${division}副庭长`),
    ),
    ...posts('court-officer', '审判员'),
    ...(size === 'county' ? posts('juror', '人民陪审员') : []),
  ],
})

/**
 * Organs and posts usual at a level, under the names they bear in the body's place. Street committees, lower
 * procuratorates and departments of the place's own are left to whoever knows them.
 * @param bodyName the body's full name, from which its place is taken
 */
export const starterCatalogue = (bodyName: string, level: Level): StarterOrgan[] => {
  const place = placeOf(bodyName)
  const size = level === 'county' ? 'county' : 'city'
  const congress = `${place}人民代表大会`
  const organs: StarterOrgan[] = [
    committee(bodyName, size),
    {
      kind: 'credentials-committee',
      name: `${bodyName}代表资格审查委员会`,
      shortName: '代表资格审查委员会',
      posts: posts('credentials-member', '主任委员', '副主任委员', '委员'),
    },
    ...special[size].map((name): StarterOrgan => ({
      kind: 'special-committee',
      name: congress + name,
      shortName: name,
      posts: [post('主任委员', 'special-chair'), ...posts('special-member', '副主任委员', '委员')],
    })),
    ...offices[size].map((name): StarterOrgan => ({
      kind: 'committee-office',
      name: bodyName + name,
      shortName: name,
      posts: posts(
        'committee-office',
        '主任',
        '副主任',
        ...(name.endsWith('委员会') ? ['委员'] : []),
      ),
    })),
    ...government(place, size === 'city'),
    {
      kind: 'supervisory',
      name: `${place}监察委员会`,
      shortName: '监委',
      posts: [post('主任', 'supervisory-head'), ...posts('supervisory-member', '副主任', '委员')],
    },
    court(place, size),
    {
      kind: 'procuratorate',
      name: `${place}人民检察院`,
      shortName: '检察院',
      posts: [
        post('检察长', 'chief-procurator'),
        ...posts('procuratorate-officer', '副检察长', '检察委员会委员', '检察员'),
      ],
    },
  ]
  return organs.map((organ) => ({
    ...organ,
    posts: organ.posts.filter(({ kind }) => kindAtLevel(kind, level)),
  }))
}
