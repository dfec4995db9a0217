import type { ActKind, NominatorKind } from '../../../shared/contract/appointment.ts'
import type { Client } from '../../../shared/contract/index.ts'
import type { ItemKind } from '../../../shared/contract/session.ts'
import { inventedName, value } from '../../builders/kernel.ts'

/** What a secretary has prepared when the clerk sits down: 41 members, 12 items, acts, nothing opened yet. */
export type Chamber = {
  sessionId: string
  sittingId: string
  members: { id: string; name: string }[]
  items: { id: string; title: string }[]
  /** Acts of the appointments item, in the order of the list: six one by one, then three of one post. */
  actIds: string[]
}

export const chamberSize = 41

const agenda: readonly (readonly [ItemKind, string])[] = [
  ['agenda', '通过会议议程'],
  ['bill', '审议《临江市古树名木保护条例（草案）》'],
  ['bill', '审议《临江市餐厨垃圾管理条例（草案）》'],
  ['report', '听取和审议市人民政府关于义务教育优质均衡发展情况的报告'],
  ['plan-budget', '审查和批准本年度市级预算调整方案'],
  ['resignation', '审议接受委员辞职的决定（草案）'],
  ['inspection', '听取和审议关于检查安全生产条例实施情况的报告'],
  ['bill', '审议《临江市历史街区保护办法（草案）》'],
  ['appointment', '审议人事任免案'],
  ['bill', '审议关于设立城市日的决定（草案）'],
  ['report', '听取上半年环境状况的报告'],
  ['other', '颁发任命书、宪法宣誓'],
]

const acts: readonly (readonly [ActKind, string, string, string])[] = [
  ['remove', '免去', '纪望川', '临江市水利局局长'],
  ['appoint', '决定任命', '梅若华', '临江市水利局局长'],
  ['appoint', '决定任命', '卓以恒', '临江市文化广电和旅游局局长'],
  ['appoint', '任命', '褚明远', '临江市监察委员会委员'],
  ['remove', '免去', '易安平', '临江市人民检察院检察员'],
  ['appoint', '任命', '戚长青', '临江市人民检察院检察员'],
  ['appoint', '任命', '舒望', '临江市中级人民法院审判员'],
  ['appoint', '任命', '游子期', '临江市中级人民法院审判员'],
  ['appoint', '任命', '柏庭', '临江市中级人民法院审判员'],
]

/** Who proposes which of the acts. */
const nominators: readonly (readonly [string, NominatorKind, number, number])[] = [
  ['市长', 'government-head', 0, 3],
  ['市监察委员会主任', 'supervisory-head', 3, 4],
  ['市人民检察院检察长', 'chief-procurator', 4, 6],
  ['市中级人民法院院长', 'court-president', 6, 9],
]

const foundBody = async (client: Client): Promise<void> => {
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: chamberSize, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  for (let n = 0; n < chamberSize; n += 1) {
    const kind = n === 0 ? ('chair' as const) : ('ordinary' as const)
    const facts = { rev: 0, name: inventedName(n), kind, startsOn: '2022-01-10' }
    value(await client.roster.saveMember(facts))
  }
}

const nominate = async (
  client: Client,
  itemId: string,
  { nominator, nominatorKind }: { nominator: string; nominatorKind: NominatorKind },
  list: readonly (readonly [ActKind, string, string, string])[],
): Promise<string[]> => {
  const { id } = value(
    await client.appointment.saveNomination({ rev: 0, itemId, nominator, nominatorKind }),
  )
  const facts = list.map(([act, verb, personName, post]) => ({ act, verb, personName, post }))
  const saved = value(await client.appointment.addActs({ nominationId: id, acts: facts }))
  return saved.acts.map((act) => act.id)
}

/** A body of {@link chamberSize} and a session of one plenary sitting on a day with these items, nothing begun. */
export const prepareSession = async (
  client: Client,
  planned: readonly (readonly [ItemKind, string])[],
  on = '2026-11-26',
): Promise<Omit<Chamber, 'actIds'>> => {
  await foundBody(client)
  const members = value(await client.roster.members({})).map(({ id, name }) => ({ id, name }))
  const day = { startsOn: on, endsOn: on }
  const chairId = members[0]?.id ?? ''
  const session = value(await client.session.save({ rev: 0, number: 20, ...day, chairId }))
  const sessionId = session.id
  const plan = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: `${on}T09:00:00` }
  const sitting = value(await client.session.saveSitting({ ...plan, chairId }))
  const items: Chamber['items'] = []
  for (const [kind, title] of planned) {
    const item = value(await client.session.saveItem({ rev: 0, sessionId, kind, title }))
    items.push({ id: item.id, title })
  }
  return { sessionId, sittingId: sitting.id, members, items }
}

/** Prepares the sitting through the kernel, as weeks of desk work would have; the last member resigns at item 6. */
export const prepareChamber = async (client: Client, on?: string): Promise<Chamber> => {
  const prepared = await prepareSession(client, agenda, on)
  const { members, items } = prepared
  const leaver = members.at(-1)?.name ?? ''
  const post = '临江市第九届人民代表大会常务委员会委员'
  const resignation = [['accept-resignation', '接受', leaver, post]] as const
  const self = { nominator: leaver, nominatorKind: 'self' as const }
  await nominate(client, items[5]?.id ?? '', self, resignation)
  const actIds: string[] = []
  for (const [nominator, nominatorKind, from, to] of nominators) {
    const who = { nominator, nominatorKind }
    actIds.push(...(await nominate(client, items[8]?.id ?? '', who, acts.slice(from, to))))
  }
  return { ...prepared, actIds }
}
