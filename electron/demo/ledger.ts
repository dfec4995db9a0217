import type { Client, Reply } from '../../shared/contract/index.ts'
import type { PostKind } from '../../shared/contract/ledger.ts'
import { postKindFacts } from '../../shared/rules/appointment/post-kinds.ts'

const value = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value
  throw new Error(`demo: ${JSON.stringify(reply.error)}`)
}

/** Organs the usual catalogue leaves to whoever knows them. */
const ownOrgans = [
  {
    name: '临江市数据局',
    shortName: '市数据局',
    kind: 'government',
    title: '局长',
    post: 'government-member',
  },
  {
    name: '临江市东山区人民检察院',
    shortName: '东山区检察院',
    kind: 'procuratorate',
    title: '检察长',
    post: 'lower-chief-procurator',
  },
] as const

const city = '临江市'
/** Who held what before the first vote of this file; the year is counted from the beginning of the term. */
const opening: readonly (readonly [name: string, post: string, years: number])[] = [
  ['顾长风', `${city}市长`, 0],
  ['季云帆', `${city}副市长`, -1],
  ['喻怀安', `${city}副市长`, 0],
  ['屈平野', `${city}人民政府秘书长`, 0],
  ['严明礼', `${city}监察委员会主任`, 0],
  ['方正则', `${city}中级人民法院院长`, 0],
  ['谭守一', `${city}人民检察院检察长`, 0],
  ['陆明远', `${city}数据局局长`, 0],
  ['葛存义', `${city}水利局局长`, -3],
  ['白鹿鸣', `${city}文化广电和旅游局局长`, 0],
  ['简书成', `${city}财政局局长`, -2],
  ['阮清和', `${city}教育局局长`, 0],
  ['邱砚秋', `${city}监察委员会委员`, 0],
  ['武思源', `${city}中级人民法院审判员`, -6],
  ['甘棠', `${city}中级人民法院民事审判第一庭副庭长`, -4],
  ['毕成章', `${city}人民代表大会常务委员会办公室副主任`, 0],
  ['岑寂', `${city}东山区人民检察院检察长`, -4],
]

const addOrgans = async ({ ledger }: Client, fromOn: string): Promise<void> => {
  for (const { name, shortName, kind, title, post } of ownOrgans) {
    const organ = value(await ledger.saveOrgan({ rev: 0, kind, fromOn, name, shortName }))
    const { verb, single, certificate, oath, filing } = postKindFacts[post satisfies PostKind]
    const facts = { title, kind: post, verb, single, certificate, oath, filing: [...filing] }
    value(await ledger.savePost({ rev: 0, organId: organ.id, fromOn, ...facts }))
  }
}

const yearsFrom = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`

/** The usual catalogue and who held office when the term began; some of it speaks against what is proposed. */
export const fillLedger = async (client: Client, startsOn: string): Promise<void> => {
  value(await client.ledger.addStarter({ fromOn: startsOn }))
  await addOrgans(client, startsOn)
  for (const [personName, postName, years] of opening) {
    const fromOn = yearsFrom(startsOn, years)
    value(await client.ledger.saveTenure({ rev: 0, personName, postName, fromOn }))
  }
}
