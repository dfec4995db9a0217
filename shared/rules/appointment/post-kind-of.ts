import type { PostKind } from '../../contract/ledger.ts'
import { barePost } from '../posts.ts'
import { ownPlaceOf, placeOf, type PostsOf } from './post-names.ts'

export type KindGuess = { kind: PostKind; sure: boolean }

const sure = (kind: PostKind): KindGuess => ({ kind, sure: true })
const guess = (kind: PostKind): KindGuess => ({ kind, sure: false })

/** Courts and procuratorates of zones and special matters: no congress elects their heads, who are appointed. */
const besideNone =
  /(?:开发|高新|保税|园|示范|试验|地)区|铁路|海事|知识产权|金融法院|互联网法院|农垦|油田|监狱|农场/u
/** These may be districts with a congress of their own. */
const mayBeZone = /(?:新|矿|林|垦|工业|特)区/u

/** What the head of a court or procuratorate other than the body's own may be by its place; undefined: as the title says. */
const headElsewhere = (
  post: string,
  { head, officer }: { head: PostKind; officer: PostKind },
  about: PostsOf | undefined,
): KindGuess | undefined => {
  const place = about ? placeOf(about.bodyName) : ''
  const rest = post.startsWith(place) ? post.slice(place.length) : post
  if (besideNone.test(rest)) return guess(officer)
  return mayBeZone.test(rest) ? guess(head) : undefined
}

const committee = /常务委员会|常委会/u
const congress = /人民代表大会|人大/u

/** Offices the members of the standing committee hold in it. */
const committeeOffice = (post: string): KindGuess | undefined => {
  const office = /(?:常务委员会|常委会)(?:代理?)?(副?主任|秘书长|委员|组成人员)$/u.exec(post)?.[1]
  if (office === '主任') return sure('committee-chair')
  if (office === '副主任') return sure('committee-vice-chair')
  if (office === '秘书长') return sure('committee-secretary-general')
  return office === undefined ? undefined : sure('committee-ordinary')
}

const ofCongress = (post: string): KindGuess | undefined => {
  if (/代表资格审查委员会.*委员$/u.test(post)) return sure('credentials-member')
  if (/调查委员会.*委员$/u.test(post)) return sure('inquiry-member')
  if (/(?:人大|人民代表大会)代表$/u.test(post)) return sure('deputy-above')
  if (!congress.test(post) && !committee.test(post)) {
    return /委员会(?:副?主任委员)$/u.test(post)
      ? guess(post.endsWith('副主任委员') ? 'special-member' : 'special-chair')
      : undefined
  }
  const office = committeeOffice(post)
  if (office) return office
  if (/街道|街工委/u.test(post)) return sure('street-committee')
  if (!committee.test(post) && /委(?:员会)?(?:副?主任委员|委员)$/u.test(post)) {
    return sure(/(?<!副)主任委员$/u.test(post) ? 'special-chair' : 'special-member')
  }
  return committee.test(post) ? sure('committee-office') : guess('committee-office')
}

const ofCourt = (post: string, about?: PostsOf): KindGuess | undefined => {
  if (/陪审员$/u.test(post)) return sure('juror')
  if (/法院.*(?:副院长|庭长|委员|审判员)$|^审判员$|审判委员会(?:专职)?委员$/u.test(post)) {
    return sure('court-officer')
  }
  if (/法院(?:代理?)?院长$/u.test(post)) {
    const kinds = { head: 'court-president', officer: 'court-officer' } as const
    return headElsewhere(post, kinds, about) ?? sure('court-president')
  }
  if (/^(?:代理?)?院长$/u.test(post)) return guess('court-president')
  return /法院/u.test(post) || /审判员$|庭长$/u.test(post) ? guess('court-officer') : undefined
}

/** The body's own place, with all, some or none of the places around it: «江南省临江市», «临江市». */
const isOwnPlace = (place: string, { bodyName }: PostsOf): boolean => {
  const own = ownPlaceOf(bodyName)
  return own !== '' && place.endsWith(own) && /^$|[省区州市盟]$/u.test(place.slice(0, -own.length))
}

/** A procuratorate of a place below the body's own; not where the place is the body's own. */
const isBelow = (post: string, about: PostsOf | undefined): boolean => {
  if (!about || about.level === 'county') return false
  const place = placeOf(about.bodyName)
  const before = /^(.*?)人民检察院/u.exec(post)?.[1] ?? ''
  if (before === '' || before === place.slice(-1) || isOwnPlace(before, about)) return false
  // Where nobody says which city the body's is, a city's own procuratorate is taken for the body's.
  return about.level === 'province' || (place === '' ? /[县区旗]$/u : /[县区旗市]$/u).test(before)
}

const ofProcuratorate = (post: string, about?: PostsOf): KindGuess | undefined => {
  if (/副检察长$|检察员$|检(?:察)?委(?:员)?会(?:专职)?委员$/u.test(post)) {
    return sure('procuratorate-officer')
  }
  if (/检察长$/u.test(post)) {
    const head = isBelow(post, about) ? 'lower-chief-procurator' : 'chief-procurator'
    const elsewhere = headElsewhere(post, { head, officer: 'procuratorate-officer' }, about)
    if (elsewhere) return elsewhere
    if (head === 'lower-chief-procurator') return sure(head)
    return /检察院/u.test(post) ? sure('chief-procurator') : guess('chief-procurator')
  }
  return /检察院/u.test(post) ? guess('procuratorate-officer') : undefined
}

const ofSupervision = (post: string): KindGuess | undefined => {
  if (!/监察委员会|监委/u.test(post)) return undefined
  if (/(?:监察委员会|监委)(?:代理?)?主任$/u.test(post)) return sure('supervisory-head')
  return /(?:监察委员会|监委)(?:副主任|委员)$/u.test(post)
    ? sure('supervisory-member')
    : guess('supervisory-member')
}

const ofGovernment = (post: string): KindGuess => {
  const head = /(?<![小社城园片景战])(?:市长|县长|区长|省长|州长|旗长)$/u
  if (/副(?:市长|县长|区长|省长|州长|旗长)$|政府副主席$/u.test(post)) {
    return sure('government-deputy')
  }
  if (head.test(post) || /政府(?:代理?)?主席$/u.test(post)) return sure('government-head')
  // Commissions written without whose they are: the committee's (a party's are not appointed to here).
  if (/(?:工作委员会|工委)(?:副?主任|委员)$/u.test(post)) {
    return guess(/街道|街工委/u.test(post) ? 'street-committee' : 'committee-office')
  }
  if (/副[^副]{1,4}$|助理|调研员|分局|支队|街道|管理委员会|管委会/u.test(post))
    return guess('other')
  if (/政府(?:秘书长|办公[室厅]主任)$|(?:局局长|厅厅长)$/u.test(post)) {
    return sure('government-member')
  }
  if (/(?:发展和改革|卫生健康|住房和城乡建设|国有资产监督管理).*委员会主任$/u.test(post)) {
    return sure('government-member')
  }
  return /(?:局长|厅长|科长|委员会主任|委主任|办公[室厅]主任|秘书长)$/u.test(post)
    ? guess('government-member')
    : guess('other')
}

/**
 * What a post not in the catalogue is to the law, by its name alone. `sure` false: the name allows another reading, and
 * nothing may be forbidden on it.
 * @param about whose posts these are; tells the own procuratorate from those below
 */
export const postKindOf = (name: string, about?: PostsOf): KindGuess => {
  const post = barePost(name).replace(/职务$/u, '')
  return (
    ofCourt(post, about) ??
    ofProcuratorate(post, about) ??
    ofSupervision(post) ??
    ofCongress(post) ??
    ofGovernment(post)
  )
}
