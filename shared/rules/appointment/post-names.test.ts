import { describe, expect, it } from 'vitest'
import { postOn } from '../../../test/builders/check-input.ts'
import { postKindOf } from './post-kind-of.ts'
import {
  isSamePost,
  matchPost,
  ownPlaceOf,
  placeAboveOf,
  placeOf,
  splitPosts,
} from './post-names.ts'

describe('splitPosts', () => {
  it.each([
    ['临江市财政局局长', ['临江市财政局局长']],
    [
      '临江市中级人民法院刑事审判第二庭副庭长、审判员',
      ['临江市中级人民法院刑事审判第二庭副庭长', '临江市中级人民法院审判员'],
    ],
    [
      '临江市人民检察院副检察长、检察委员会委员、检察员',
      ['临江市人民检察院副检察长', '临江市人民检察院检察委员会委员', '临江市人民检察院检察员'],
    ],
    ['临江市监察委员会副主任、委员', ['临江市监察委员会副主任', '临江市监察委员会委员']],
    ['临江市人大常委会副主任、委员', ['临江市人大常委会副主任', '临江市人大常委会委员']],
    [
      '临江市人大常委会办公室副主任、研究室主任',
      ['临江市人大常委会办公室副主任', '临江市人大常委会研究室主任'],
    ],
    ['临江市人民政府副市长、市公安局局长', ['临江市人民政府副市长', '市公安局局长']],
    ['市人大教育、科学、文化委员会副主任委员', ['市人大教育、科学、文化委员会副主任委员']],
    [
      '临江市第十七届人大常委会委员、法制委员会主任委员',
      ['临江市第十七届人大常委会委员', '临江市第十七届人大法制委员会主任委员'],
    ],
    [
      '临江市人大常委会副主任、代表资格审查委员会主任委员',
      ['临江市人大常委会副主任', '临江市人大常委会代表资格审查委员会主任委员'],
    ],
    [
      '江南省高级人民法院院长、第十四届全国人大代表',
      ['江南省高级人民法院院长', '第十四届全国人大代表'],
    ],
    ['临江市委常委、副市长', ['临江市委常委', '副市长']],
    [' 市人民法院 副院长, 审判员 ', ['市人民法院副院长', '市人民法院审判员']],
    [
      '临江市人大常委会副秘书长、办公室主任职务',
      ['临江市人大常委会副秘书长', '临江市人大常委会办公室主任'],
    ],
    ['临江市人大常委会委员的职务', ['临江市人大常委会委员']],
    ['临江市人大常委会职务', ['临江市人大常委会职务']],
    ['临江市人民政府秘书长、办公室主任', ['临江市人民政府秘书长', '临江市人民政府办公室主任']],
    [
      '临江市人大法制委员会副主任委员、法制工作委员会主任',
      ['临江市人大法制委员会副主任委员', '临江市人大常委会法制工作委员会主任'],
    ],
    [
      '临江市人民代表大会法制委员会委员、法制工作委员会主任',
      ['临江市人民代表大会法制委员会委员', '临江市人民代表大会常务委员会法制工作委员会主任'],
    ],
    ['临江市公安局局长、副市长', ['临江市公安局局长', '副市长']],
    ['', []],
    ['、、', []],
  ])('%s', (post, parts) => {
    expect(splitPosts(post)).toEqual(parts)
  })
})

describe('matchPost', () => {
  const body = '临江市人民代表大会常务委员会'
  const posts = [
    postOn('临江市人民政府副市长', 'government-deputy'),
    postOn('临江市人民政府市长', 'government-head'),
    postOn('临江市财政局局长', 'government-member'),
    postOn('临江市发展和改革委员会主任', 'government-member'),
    postOn('临江市人大常委会办公室主任', 'committee-office'),
    postOn('临江市中级人民法院审判员', 'court-officer'),
    postOn('临江市人民检察院检察员', 'procuratorate-officer'),
  ]
  const match = (name: string): string => {
    const { postId, certainty } = matchPost(name, posts, body)
    return `${certainty} ${postId ?? '-'}`
  }

  it.each([
    ['临江市人民政府副市长', 'exact 临江市人民政府副市长'],
    ['市政府副市长', 'exact 临江市人民政府副市长'],
    ['临江市副市长', 'exact 临江市人民政府副市长'],
    ['代市长', 'exact 临江市人民政府市长'],
    ['代理临江市人民政府市长', 'exact 临江市人民政府市长'],
    ['财政局局长', 'exact 临江市财政局局长'],
    ['市财政局长', 'exact 临江市财政局局长'],
    ['临江市人民代表大会常务委员会办公室主任', 'exact 临江市人大常委会办公室主任'],
    ['第十七届人大常委会办公室主任', 'exact 临江市人大常委会办公室主任'],
    ['临江市人民检察院检察员职务', 'exact 临江市人民检察院检察员'],
    ['市发改委主任', 'likely 临江市发展和改革委员会主任'],
    ['省财政局局长', 'likely 临江市财政局局长'],
    ['审判员', 'none -'],
    ['市财政局副局长', 'none -'],
    ['市教育局局长', 'none -'],
    ['', 'none -'],
  ])('%s → %s', (name, expected) => {
    expect(match(name)).toBe(expected)
  })

  it('knows a district by its own name, with and without the city around it', () => {
    const district = '澜川市梅岭区人民代表大会常务委员会'
    const court = [postOn('澜川市梅岭区人民法院院长', 'court-president')]
    for (const name of ['澜川市梅岭区人民法院院长', '梅岭区人民法院院长', '区法院院长'])
      expect(matchPost(name, court, district).certainty).toBe('exact')
    for (const name of ['澜川市人民法院院长', '青山区人民法院院长'])
      expect(matchPost(name, court, district).certainty).not.toBe('exact')
    expect(isSamePost('市区长', '区长', '沙市区人民代表大会常务委员会')).toBe(false)
  })

  it.each([
    ['澜川市梅岭区', '梅岭区'],
    ['云江省临江市青山区', '青山区'],
    ['临江市市中区', '市中区'],
    ['达州市通川区', '通川区'],
    ['沙市区', '沙市区'],
    ['津市市', '津市市'],
    ['云江自治区', '云江自治区'],
  ])('%s is by itself %s', (place, own) => {
    expect(ownPlaceOf(`${place}人民代表大会常务委员会`)).toBe(own)
  })

  it.each([
    ['澜川市梅岭区', 'county', '澜川市'],
    ['云江省临江市青山区', 'county', '临江市'],
    ['云江自治州青山县', 'county', '云江自治州'],
    ['云江省临江市', 'city', '云江省'],
    ['云江自治区临江市', 'city', '云江自治区'],
    ['云江省青山县', 'county', ''],
    ['青山盟梅岭旗', 'county', ''],
    ['沙市区', 'county', ''],
    ['临江市', 'city', ''],
    ['云江省', 'province', ''],
  ] as const)('above %s (%s) stands «%s», if its name tells', (place, level, above) => {
    expect(placeAboveOf({ bodyName: `${place}人民代表大会常务委员会`, level })).toBe(above)
  })

  it('does not choose between two equals', () => {
    const twins = [
      postOn('临江市财政局局长', 'government-member', { id: 'a' }),
      postOn('临江市财政局局长', 'government-member', { id: 'b' }),
    ]
    expect(matchPost('市财政局局长', twins, body)).toMatchObject({
      postId: null,
      certainty: 'exact',
      candidates: [{ id: 'a' }, { id: 'b' }],
    })
  })

  it('takes the place from the organs where nobody says whose they are', () => {
    const named = posts.map((post) => ({ ...post, organName: post.fullName }))
    expect(matchPost('财政局局长', named).postId).toBe('临江市财政局局长')
    expect(placeOf(body)).toBe('临江市')
    expect(isSamePost('市财政局局长', '临江市财政局局长', body)).toBe(true)
    expect(isSamePost('市财政局局长', '江北市财政局局长', body)).toBe(false)
  })
})

describe('postKindOf', () => {
  const about = { level: 'city', bodyName: '临江市人民代表大会常务委员会' } as const

  it.each([
    ['临江市人民代表大会常务委员会主任', 'committee-chair', true],
    ['临江市第十七届人大常委会副主任', 'committee-vice-chair', true],
    ['临江市人大常委会秘书长', 'committee-secretary-general', true],
    ['市人大常委会委员', 'committee-ordinary', true],
    ['市人大常委会副秘书长', 'committee-office', true],
    ['市人大常委会法制工作委员会委员', 'committee-office', true],
    ['青山区人大常委会东山街道工作委员会主任', 'street-committee', true],
    ['市人大财政经济委员会主任委员', 'special-chair', true],
    ['市十七届人民代表大会法制委员会委员', 'special-member', true],
    ['县人事代表选举委员会主任委员', 'special-chair', false],
    ['市人大常委会代表资格审查委员会副主任委员', 'credentials-member', true],
    ['特定问题调查委员会委员', 'inquiry-member', true],
    ['临江市人民政府市长', 'government-head', true],
    ['代理区长', 'government-head', true],
    ['代院长', 'court-president', false],
    ['临江市常务副市长', 'government-deputy', true],
    ['临江市人民政府秘书长', 'government-member', true],
    ['市公安局局长', 'government-member', true],
    ['市公安局江北分局局长', 'other', false],
    ['市财政局副局长', 'other', false],
    ['高新区管理委员会主任', 'other', false],
    ['第一小学校长', 'other', false],
    ['市人民政府办公室主任', 'government-member', true],
    ['办公室主任', 'government-member', false],
    ['市监察委员会主任', 'supervisory-head', true],
    ['市监委委员', 'supervisory-member', true],
    ['市中级人民法院院长', 'court-president', true],
    ['市中级人民法院立案庭副庭长', 'court-officer', true],
    ['审判委员会委员', 'court-officer', true],
    ['临江市人大财经委主任委员', 'special-chair', true],
    ['财经工委主任', 'committee-office', false],
    ['东山街道工作委员会主任', 'street-committee', false],
    // No congress elects these heads: nothing may be forbidden on their names.
    ['临江经济技术开发区人民法院院长', 'court-officer', false],
    ['临江海事法院院长', 'court-officer', false],
    ['临江高新技术产业开发区人民检察院检察长', 'procuratorate-officer', false],
    ['临江市城郊地区人民检察院检察长', 'procuratorate-officer', false],
    ['临江新区人民法院院长', 'court-president', false],
    ['临江新区人民检察院检察长', 'lower-chief-procurator', false],
    ['青山区人民法院院长', 'court-president', true],
    ['青山区人民法院人民陪审员', 'juror', true],
    ['市人民检察院检察长', 'chief-procurator', true],
    ['青山县人民检察院检察长', 'lower-chief-procurator', true],
    ['市人民检察院检委会委员', 'procuratorate-officer', true],
    ['江南省第十四届人民代表大会代表', 'deputy-above', true],
  ])('%s is %s', (name, kind, sure) => {
    expect(postKindOf(name, about)).toEqual({ kind, sure })
  })

  it('takes a city’s procuratorate for the body’s own where nobody says whose the posts are', () => {
    const nobody = { level: 'city', bodyName: '' } as const
    expect(postKindOf('临江市人民检察院检察长', nobody).kind).toBe('chief-procurator')
    expect(postKindOf('青山县人民检察院检察长', nobody).kind).toBe('lower-chief-procurator')
    expect(postKindOf('江北市人民检察院检察长', about).kind).toBe('lower-chief-procurator')
  })

  it.each(['临江市', '江南省临江市'])(
    'knows the own procuratorate of %s, with the places around it or without',
    (place) => {
      const own = { level: 'city', bodyName: `${place}人民代表大会常务委员会` } as const
      const kind = (post: string) => postKindOf(post, own).kind
      expect(kind('临江市人民检察院检察长')).toBe('chief-procurator')
      expect(kind('江南省临江市人民检察院检察长')).toBe('chief-procurator')
      expect(kind('市人民检察院检察长')).toBe('chief-procurator')
      expect(kind('临江市江南区人民检察院检察长')).toBe('lower-chief-procurator')
      expect(kind('南临江市人民检察院检察长')).toBe('lower-chief-procurator')
    },
  )

  it('knows the own court of a district that is called a zone', () => {
    const own = { level: 'county', bodyName: '临江新区人民代表大会常务委员会' } as const
    const president = { kind: 'court-president', sure: true }
    expect(postKindOf('临江新区人民法院院长', own)).toEqual(president)
    expect(postKindOf('临江新区人民检察院检察长', own).sure).toBe(true)
  })
})
