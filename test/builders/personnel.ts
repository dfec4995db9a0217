import type { Client } from '../../shared/contract/index.ts'
import { inventedName, value } from './kernel.ts'

/** A body of {@link hourSize} in the middle of its term, its catalogue, and a session that is to decide on persons. */
export const hourSize = 31

/** What five organs propose for one session, as one list: thirty acts, two of them against what the ledger knows. */
export const hourList = `临江市人民代表大会常务委员会任免名单（草案）
决定免去：
卢景明的临江市财政局局长职务；
邢守正的临江市水利局局长职务。
决定任命：
余青信为临江市财政局局长；
何书兰为临江市水利局局长；
方明远为临江市教育局局长；
邵正平为临江市审计局局长；
唐若谷为临江市民政局局长；
温以宁为临江市统计局局长。
任命：
柏庭、舒望为临江市监察委员会委员；
陈华荣为临江市中级人民法院刑事审判第一庭庭长、审判员；
高文康、戚长青、梅若华、卓以恒、阿依古丽·艾山、纪望川为临江市中级人民法院审判员；
游子期、殷若水、解玉山、单长河为临江市人民检察院检察员；
沙启明为临江市人民代表大会常务委员会研究室副主任；
卫东篱为临江市人民代表大会常务委员会办公室副主任。
免去：
褚明远的临江市监察委员会委员职务；
左思齐、鲁望舒的临江市中级人民法院审判员职务；
贺知秋的临江市中级人民法院立案庭副庭长、审判员职务；
霍春生、郭自明的临江市人民检察院检察员职务；
毕成章的临江市人民代表大会常务委员会法制工作委员会副主任职务。
`

/** Who holds what when the list comes in. 阮清和 stands in the way of 方明远; 郭自明 of the list is 郭子明. */
const holders: readonly (readonly [string, string])[] = [
  ['顾长风', '临江市市长'],
  ['严明礼', '临江市监察委员会主任'],
  ['方正则', '临江市中级人民法院院长'],
  ['谭守一', '临江市人民检察院检察长'],
  ['卢景明', '临江市财政局局长'],
  ['邢守正', '临江市水利局局长'],
  ['阮清和', '临江市教育局局长'],
  ['褚明远', '临江市监察委员会委员'],
  ['左思齐', '临江市中级人民法院审判员'],
  ['鲁望舒', '临江市中级人民法院审判员'],
  ['贺知秋', '临江市中级人民法院立案庭副庭长'],
  ['贺知秋', '临江市中级人民法院审判员'],
  ['霍春生', '临江市人民检察院检察员'],
  ['郭子明', '临江市人民检察院检察员'],
  ['毕成章', '临江市人民代表大会常务委员会法制工作委员会副主任'],
]

/** Everything that stands before the list comes in; gives the session, its item and its open sitting. */
export const prepareHour = async (
  client: Client,
): Promise<{ sessionId: string; itemId: string; sittingId: string }> => {
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: hourSize, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  for (let n = 0; n < hourSize; n += 1) {
    const kind = n === 0 ? ('chair' as const) : ('ordinary' as const)
    const facts = { rev: 0, name: inventedName(n), kind, startsOn: '2022-01-10' }
    value(await client.roster.saveMember(facts))
  }
  value(await client.ledger.addStarter({ fromOn: '2022-01-10' }))
  for (const [personName, postName] of holders)
    value(await client.ledger.saveTenure({ rev: 0, personName, postName, fromOn: '2022-03-01' }))
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const sessionId = value(await client.session.save({ rev: 0, number: 20, ...days })).id
  const item = { rev: 0, sessionId, kind: 'appointment' as const, title: '人事任免案' }
  const itemId = value(await client.session.saveItem(item)).id
  const startsAt = '2026-11-26T09:00:00'
  const { id: sittingId, rev } = value(
    await client.session.saveSitting({ rev: 0, sessionId, kind: 'plenary', startsAt }),
  )
  value(await client.session.setSittingState({ id: sittingId, rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId, exceptions: [] }))
  return { sessionId, itemId, sittingId }
}
