import { existsSync, renameSync, rmSync } from 'node:fs'
import type { NominatorKind } from '../../shared/contract/appointment.ts'
import type { Question, Tally } from '../../shared/contract/ballot.ts'
import { createClient, type Client, type Reply } from '../../shared/contract/index.ts'
import type { Item, ItemKind, SessionSummary, Sitting } from '../../shared/contract/session.ts'
import { addDays, dayOf, localMoment, toEpoch } from '../../shared/rules/moment.ts'
import { createKernel, type KernelOptions } from '../kernel/kernel.ts'
import { grantLeave, seatEveryone, seatGuests, speakOn } from './chamber.ts'
import { fillLedger } from './ledger.ts'
import { demoMembers, earlierList, proposedList } from './people.ts'

const MINUTE = 60_000

const value = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value
  throw new Error(`demo: ${JSON.stringify(reply.error)}`)
}

type Stage = {
  client: Client
  /** Puts the clock to a local moment. */
  at: (moment: string) => void
  /** Lets minutes go by. */
  pass: (minutes: number) => void
}

const setUp = async ({ client }: Stage, startsOn: string): Promise<void> => {
  value(await client.journal.signOn({ name: '示范操作员' }))
  value(
    await client.body.save({
      name: '临江市人民代表大会常务委员会',
      shortName: '市人大常委会',
      level: 'city',
      rev: 0,
      term: { number: 9, seats: 43, startsOn },
    }),
  )
  for (const member of demoMembers)
    value(await client.roster.saveMember({ ...member, rev: 0, startsOn }))
  await seatEveryone(client)
  await fillLedger(client, startsOn)
}

const memberId = async ({ client }: Stage, name: string): Promise<string> => {
  const member = value(await client.roster.members({})).find((one) => one.name === name)
  if (!member) throw new Error(`demo: nobody is called ${name}`)
  return member.id
}

const addSession = async (
  stage: Stage,
  facts: { number: number; day: string; items: readonly [ItemKind, string][] },
): Promise<{ session: SessionSummary; sitting: Sitting; items: Item[] }> => {
  const { client } = stage
  const chairId = await memberId(stage, '高鹤年')
  const place = '市人大常委会会议厅'
  const days = { startsOn: facts.day, endsOn: facts.day }
  const session = value(
    await client.session.save({ rev: 0, number: facts.number, ...days, place, chairId }),
  )
  const sitting = value(
    await client.session.saveSitting({
      rev: 0,
      sessionId: session.id,
      kind: 'plenary',
      startsAt: `${facts.day}T09:00:00`,
      place,
      chairId,
    }),
  )
  const items: Item[] = []
  for (const [kind, title] of facts.items)
    items.push(value(await client.session.saveItem({ rev: 0, sessionId: session.id, kind, title })))
  return { session, sitting, items }
}

const open = async ({ client }: Stage, sitting: Sitting): Promise<Sitting> =>
  value(await client.session.setSittingState({ id: sitting.id, rev: sitting.rev, state: 'open' }))

const callRoll = async (
  stage: Stage,
  sittingId: string,
  away: readonly [name: string, state: 'onLeave' | 'absent', reason: string][],
): Promise<void> => {
  const exceptions = []
  for (const [name, state, reason] of away)
    exceptions.push({ memberId: await memberId(stage, name), state, reason })
  value(await stage.client.attendance.callRoll({ sittingId, exceptions }))
}

const vote = async (
  { client, pass }: Stage,
  question: Question,
  sittingId: string,
  tally?: Tally,
): Promise<void> => {
  pass(3)
  const opened = value(await client.ballot.open({ questionId: question.id, sittingId }))
  pass(1)
  const totals = tally ? { tally } : {}
  value(await client.ballot.lock({ voteId: opened.id, rev: opened.rev, ...totals }))
}

const device = (against: number, abstain: number, present: number): Tally => ({
  for: present - against - abstain,
  against,
  abstain,
  notPressed: 0,
  spoiled: 0,
})

/** Reads a list's text and puts each act under the nominator whose matter it is; gives the acts' ids. */
const nominate = async ({ client }: Stage, { id: itemId, sessionId }: Item, text: string) => {
  const read = value(await client.appointment.read({ text }))
  if (read.unread.length > 0) throw new Error(`demo: not read: ${read.unread.join(' | ')}`)
  const nominations = new Map<string, string>()
  for (const { act, verb, persons, post } of read.acts) {
    const [nominator, nominatorKind] = nominatorOf(post)
    const known = nominations.get(nominator)
    const facts = { rev: 0, itemId, nominator, nominatorKind }
    const nominationId = known ?? value(await client.appointment.saveNomination(facts)).id
    nominations.set(nominator, nominationId)
    const acts = persons.map((personName) => ({ act, verb, personName, post }))
    value(await client.appointment.addActs({ nominationId, acts }))
  }
  const all = value(await client.appointment.nominations({ sessionId }))
  return all.filter((one) => one.itemId === itemId).flatMap((one) => one.acts.map((act) => act.id))
}

const nominatorOf = (post: string): [string, NominatorKind] => {
  if (/检察院/u.test(post)) return ['市人民检察院检察长　谭守一', 'chief-procurator']
  if (/法院/u.test(post)) return ['市中级人民法院院长　方正则', 'court-president']
  if (/监察/u.test(post)) return ['市监察委员会主任　严明礼', 'supervisory-head']
  if (/人民政府|局/u.test(post)) return ['市长　顾长风', 'government-head']
  return ['主任会议', 'council']
}

const item = (items: readonly Item[], position: number): Item => {
  const found = items[position - 1]
  if (!found) throw new Error('demo: no such item')
  return found
}

const finishedSession = async (stage: Stage, day: string): Promise<void> => {
  const { client, at, pass } = stage
  at(`${addDays(day, -14)}T15:00:00`)
  const { session, sitting, items } = await addSession(stage, {
    number: 19,
    day,
    items: [
      ['agenda', '通过会议议程'],
      ['report', '听取和审议市人民政府关于乡村道路建设情况的报告'],
      ['bill', '审议《临江市河道管理条例（草案）》'],
      ['appointment', '审议人事任免案'],
    ],
  })
  at(`${day}T09:00:00`)
  await open(stage, sitting)
  await callRoll(stage, sitting.id, [
    ['孔令辰', 'onLeave', '因病'],
    ['沈遇安', 'onLeave', '因公出差'],
    ['林深', 'absent', ''],
  ])
  const ask = { itemId: item(items, 1).id, kind: 'agenda' as const, title: '通过会议议程' }
  await vote(stage, value(await client.ballot.ask(ask)), sitting.id)
  pass(40)
  value(
    await client.session.setItemState({
      id: item(items, 2).id,
      rev: item(items, 2).rev,
      state: 'deliberated',
    }),
  )
  const bill = { itemId: item(items, 3).id, kind: 'bill' as const, title: '《临江市河道管理条例》' }
  await vote(stage, value(await client.ballot.ask(bill)), sitting.id, device(1, 2, 38))
  const actIds = await nominate(stage, item(items, 4), earlierList)
  const asked = { itemId: item(items, 4).id, actIds, manner: 'individually' as const }
  const questions = value(await client.ballot.askActs(asked))
  for (const [index, question] of questions.entries())
    await vote(stage, question, sitting.id, index === 1 ? device(14, 5, 38) : device(0, 1, 38))
  pass(10)
  const last = value(await client.session.get({ id: session.id })).sittings[0]
  if (last)
    value(await client.session.setSittingState({ id: last.id, rev: last.rev, state: 'adjourned' }))
  const { rev } = value(await client.session.get({ id: session.id }))
  value(await client.session.setState({ id: session.id, rev, state: 'closed' }))
}

/** Of these acts those the law and the ledger have nothing against; the others wait for somebody to look at them. */
const clear = async (
  { client }: Stage,
  sessionId: string,
  actIds: readonly string[],
): Promise<string[]> => {
  const found = value(await client.appointment.findings({ sessionId }))
  const doubtful = new Set(
    found.filter(({ severity }) => severity !== 'note').flatMap((finding) => finding.actIds),
  )
  return actIds.filter((id) => !doubtful.has(id))
}

const runningSession = async (stage: Stage, day: string): Promise<void> => {
  const { client, pass } = stage
  const { session, sitting, items } = await addSession(stage, {
    number: 20,
    day,
    items: [
      ['agenda', '通过会议议程'],
      ['bill', '审议《临江市高技能人才发展促进条例（草案三审稿）》'],
      ['report', '听取和审议上半年国民经济和社会发展计划执行情况的报告'],
      ['plan-budget', '审查和批准上年度市级决算'],
      ['resignation', '审议关于接受钱有余辞去市人大常委会委员职务的请求的决定（草案）'],
      ['appointment', '审议人事任免案'],
      ['satisfaction', '对审计查出问题整改情况进行满意度测评'],
      ['other', '颁发任命书、宪法宣誓'],
    ],
  })
  const slips = [
    ['田守拙', '因病'],
    ['李拾光', '在外地培训'],
    ['宋知白', '因公出国'],
  ] as const
  const asked = []
  for (const [name, reason] of slips) asked.push([await memberId(stage, name), reason] as const)
  await grantLeave(client, session.id, addDays(day, -2), asked)
  pass(5)
  await open(stage, sitting)
  await seatGuests(client, sitting.id)
  await callRoll(stage, sitting.id, [
    ['田守拙', 'onLeave', '因病'],
    ['李拾光', 'onLeave', '在外地培训'],
    ['宋知白', 'onLeave', '因公出国'],
    ['郑重', 'absent', ''],
  ])
  const present = demoMembers.length - 4
  const agenda = { itemId: item(items, 1).id, kind: 'agenda' as const, title: '通过会议议程' }
  await vote(stage, value(await client.ballot.ask(agenda)), sitting.id)
  const bill = {
    itemId: item(items, 2).id,
    kind: 'bill' as const,
    title: '《临江市高技能人才发展促进条例》',
  }
  await vote(stage, value(await client.ballot.ask(bill)), sitting.id, device(0, 0, present))
  const report = item(items, 3)
  const speakers = [
    [await memberId(stage, '马知远'), 8] as const,
    [await memberId(stage, '江映月'), 6] as const,
  ]
  await speakOn(client, { sittingId: sitting.id, itemId: report.id }, speakers, pass)
  value(await client.session.setItemState({ id: report.id, rev: report.rev, state: 'deliberated' }))
  const budget = {
    itemId: item(items, 4).id,
    kind: 'bill' as const,
    title: '关于批准上年度市级决算的决议',
  }
  await vote(stage, value(await client.ballot.ask(budget)), sitting.id, device(0, 1, present))
  await resign(stage, item(items, 5), sitting, present)
  const proposed = await nominate(stage, item(items, 6), proposedList)
  const actIds = await clear(stage, session.id, proposed)
  const put = { itemId: item(items, 6).id, actIds, manner: 'individually' as const }
  const questions = value(await client.ballot.askActs(put))
  for (const question of questions.slice(0, 3))
    await vote(stage, question, sitting.id, device(1, 1, present - 1))
}

/** One member's resignation is accepted: those after it are decided by one member fewer. */
const resign = async (
  stage: Stage,
  matter: Item,
  sitting: Sitting,
  present: number,
): Promise<void> => {
  const { client } = stage
  const nomination = value(
    await client.appointment.saveNomination({
      rev: 0,
      itemId: matter.id,
      nominator: '钱有余',
      nominatorKind: 'self',
    }),
  )
  const act = {
    act: 'accept-resignation' as const,
    verb: '接受',
    personName: '钱有余',
    post: '临江市第九届人民代表大会常务委员会委员',
    reason: '因工作变动',
  }
  const added = value(
    await client.appointment.addActs({ nominationId: nomination.id, acts: [act] }),
  )
  const asked = {
    itemId: matter.id,
    actIds: added.acts.map((one) => one.id),
    manner: 'individually' as const,
  }
  for (const question of value(await client.ballot.askActs(asked)))
    await vote(stage, question, sitting.id, device(0, 0, present))
}

/**
 * Fills a new file with an example body: a roster, one finished and one running session, the latter about an hour
 * old at `now`. Goes through the kernel's own front door with a clock that it moves. Throws when the file holds data.
 */
export const makeDemo = async (options: KernelOptions): Promise<void> => {
  if (existsSync(options.file)) throw new Error('demo: there is data already')
  const end = options.now()
  let clock = end
  // Made under another name: a half-made example never passes for data.
  const draft = `${options.file}.demo`
  for (const tail of ['', '-wal', '-shm']) rmSync(draft + tail, { force: true })
  const kernel = createKernel({ ...options, file: draft, now: () => clock })
  const stage: Stage = {
    client: createClient(kernel),
    at: (moment) => (clock = toEpoch(moment)),
    pass: (minutes) => (clock += minutes * MINUTE),
  }
  try {
    const today = dayOf(localMoment(end))
    const startsOn = `${Number(today.slice(0, 4)) - 2}-01-15`
    stage.at(`${startsOn}T10:00:00`)
    await setUp(stage, startsOn)
    await finishedSession(stage, addDays(today, -58))
    clock = end - 60 * MINUTE
    await runningSession(stage, today)
    clock = end
  } finally {
    await kernel.close()
  }
  renameSync(draft, options.file)
}
