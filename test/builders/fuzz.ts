import type Database from 'better-sqlite3'
import { actKinds, nominatorKinds } from '../../shared/contract/appointment.ts'
import { askManners, motions, questionKinds, voteMethods } from '../../shared/contract/ballot.ts'
import { leavingReasons, memberKinds } from '../../shared/contract/roster.ts'
import {
  itemKinds,
  settableItemStates,
  sessionStates,
  sittingKinds,
} from '../../shared/contract/session.ts'
import { parameterDefaults, parameterKeys } from '../../shared/rules/parameters.ts'
import { attendanceMakers } from './fuzz-attendance.ts'
import { ballotMakers } from './fuzz-ballot.ts'
import { ledgerMakers } from './fuzz-ledger.ts'
import { papersMakers } from './fuzz-papers.ts'
import { speechMakers } from './fuzz-speech.ts'

export type FuzzCall = { at: string; method: string; input: unknown }

const tables = [
  'member',
  'session',
  'sitting',
  'item',
  'nomination',
  'act',
  'question',
  'vote',
  'sheet',
  'speech',
  'leave',
  'guest',
  'suspension',
  'person',
  'organ',
  'post',
  'tenure',
  'formality',
]
type Row = { id: string; rev: number }

const names = ['王一文', '李明', '张三丰', '欧阳·娜', '赵', '陈 静']
const posts = ['临江市财政局局长', '临江市人民代表大会常务委员会委员', '临江市第九届人大代表']

/**
 * A source of calls that look valid: rows and revisions mostly as they stand in `db`, now and then ones that do not
 * exist or are stale. `random` gives numbers from 0 up to 1. Methods still wanted get every fifth call, so that a sequence
 * comes to each of them however many others there are.
 */
export const fuzzCalls = (
  random: () => number,
  db: Database.Database,
): ((wanted?: readonly string[]) => FuzzCall) => {
  const below = (most: number): number => Math.floor(random() * most)
  const chance = (share: number): boolean => random() < share
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const read = new Map(
    tables.map((name) => [name, db.prepare<[], Row>(`SELECT id, rev FROM ${name}`)] as const),
  )
  const row = (table: string): Row => {
    const rows = read.get(table)?.all() ?? []
    // Places are mostly the first ones, what happens in them is mostly the latest.
    const likely = table === 'sitting' || table === 'session' ? rows[0] : rows.at(-1)
    const known = likely && chance(0.6) ? likely : pick(rows)
    const found = known === undefined || chance(0.08) ? { id: 'nobody', rev: 1 } : known
    return chance(0.03) ? { ...found, rev: found.rev + 1 } : found
  }
  const id = (table: string): string => row(table).id
  const fresh = (table: string): { id?: string; rev: number } =>
    chance(0.5) ? { rev: 0 } : row(table)
  const orNull = <T>(make: () => T): T | null => (chance(0.5) ? null : make())
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = (): string => `2026-11-${two(24 + below(5))}`
  const moment = (): string => `${day()}T${two(8 + below(10))}:${two(below(60))}:00`
  const maybe = <T extends object>(make: () => T): Partial<T> => (chance(0.15) ? make() : {})
  const count = (): number => (chance(0.1) ? below(12) : pick([0, 0, 0, 1, 5, 8, 9]))
  const act = () => ({
    act: pick(actKinds),
    verb: pick(['任命', '免去', '接受', '撤销']),
    personName: pick(names),
    post: pick(posts),
  })
  const present = db.prepare<[string], { present: number }>('SELECT present FROM vote WHERE id = ?')
  /** Mostly totals that agree with those present, now and then any. */
  const tally = (voteId: string) => {
    const all = present.get(voteId)?.present ?? 9
    const yes = chance(0.5) ? all : below(all + 1)
    if (chance(0.2)) return { for: count(), against: count(), abstain: count(), issued: count() }
    const rest = { against: all - yes, abstain: 0 }
    return chance(0.5) ? { for: yes, ...rest } : { for: yes, ...rest, issued: all, collected: all }
  }
  const parameter = () => pick(parameterKeys)
  const kit = { below, chance, pick, row, id, maybe, count }

  const makers: Record<string, () => unknown> = {
    'body.get': () => ({}),
    'body.save': () => ({
      name: '临江市人民代表大会常务委员会',
      shortName: '市人大常委会',
      level: chance(0.9) ? 'city' : 'county',
      rev: 1 + below(3),
      term: { number: chance(0.05) ? 10 : 9, seats: 29 + below(3), startsOn: '2022-01-10' },
    }),
    'body.parameters': () => ({}),
    'body.setParameter': () => {
      const key = parameter()
      const given = chance(0.7) ? parameterDefaults[key] : pick([1, 'x', null, 'quota', true])
      return { key, value: given, rev: below(2) }
    },
    'body.resetParameter': () => ({ key: parameter(), rev: below(2) }),
    'roster.members': () => ({}),
    'roster.membership': () => maybe(() => ({ at: moment() })),
    'roster.find': () => ({ text: pick(['王', 'lm', '', '%']) }),
    'roster.saveMember': () => ({
      ...fresh('member'),
      name: pick(names),
      kind: pick(memberKinds),
      startsOn: day(),
      ...maybe(() => ({ endsAt: chance(0.5) ? day() : moment(), endReason: pick(leavingReasons) })),
    }),
    'roster.placeMembers': () => ({
      places: [{ ...row('member'), place: orNull(() => 1 + below(9)) }],
    }),
    'roster.removeMember': () => row('member'),
    'session.list': () => ({}),
    'session.get': () => ({ id: id('session') }),
    'session.nextNumber': () => ({}),
    'session.save': () => ({
      ...fresh('session'),
      number: 1 + below(40),
      startsOn: day(),
      endsOn: day(),
      extraordinary: chance(0.3),
      chairId: orNull(() => id('member')),
    }),
    'session.setState': () => ({
      ...row('session'),
      state: chance(0.9) ? 'open' : pick(sessionStates),
    }),
    'session.saveSitting': () => ({
      ...fresh('sitting'),
      sessionId: id('session'),
      kind: pick(sittingKinds),
      startsAt: moment(),
      chairId: orNull(() => id('member')),
    }),
    'session.openingDoubts': () => ({ sittingId: id('sitting') }),
    'session.setSittingState': () => ({
      ...row('sitting'),
      state: chance(0.8) ? 'open' : 'adjourned',
    }),
    'session.removeSitting': () => row('sitting'),
    'session.saveItem': () => ({
      ...fresh('item'),
      sessionId: id('session'),
      kind: pick(itemKinds),
      title: pick(['一项议题', '《条例》']),
    }),
    'session.moveItem': () => ({ ...row('item'), position: 1 + below(9) }),
    'session.setItemState': () => ({ ...row('item'), state: pick(settableItemStates) }),
    'session.removeItem': () => row('item'),
    'attendance.roll': () => ({ sittingId: id('sitting'), ...maybe(() => ({ at: moment() })) }),
    'attendance.callRoll': () => ({
      sittingId: id('sitting'),
      exceptions: chance(0.8) ? [] : [{ memberId: id('member'), state: 'onLeave' }],
      ...maybe(() => ({ at: moment() })),
    }),
    'attendance.mark': () => ({
      sittingId: id('sitting'),
      memberId: id('member'),
      state: chance(0.8) ? 'present' : pick(['onLeave', 'absent']),
      video: chance(0.05),
      ...maybe(() => ({ at: moment() })),
    }),
    'attendance.arrive': () => ({
      sittingId: id('sitting'),
      memberId: id('member'),
      ...maybe(() => ({ at: moment() })),
    }),
    'attendance.depart': () => ({
      sittingId: id('sitting'),
      memberId: id('member'),
      ...maybe(() => ({ at: moment() })),
    }),
    'appointment.nominations': () => ({ sessionId: id('session') }),
    'appointment.saveNomination': () => ({
      ...fresh('nomination'),
      itemId: id('item'),
      nominator: '市长周启航',
      nominatorKind: chance(0.7) ? 'government-head' : pick(nominatorKinds),
    }),
    'appointment.removeNomination': () => row('nomination'),
    'appointment.read': () => ({ text: '任命：\n王一文为临江市财政局局长。' }),
    'appointment.addActs': () => ({ nominationId: id('nomination'), acts: [act(), act()] }),
    'appointment.saveAct': () => ({ ...row('act'), ...act() }),
    'appointment.moveAct': () => ({ ...row('act'), position: 1 + below(5) }),
    'appointment.withdrawAct': () => ({ ...row('act'), reason: '提请人撤回' }),
    'appointment.removeAct': () => row('act'),
    'ballot.questions': () => ({ sessionId: id('session') }),
    'ballot.question': () => ({ id: id('question') }),
    'ballot.ask': () => ({
      itemId: id('item'),
      kind: pick(questionKinds),
      title: '一问',
      motion: orNull(() => pick(motions)),
      ...maybe(() => ({ method: pick(voteMethods) })),
    }),
    'ballot.askActs': () => ({
      itemId: id('item'),
      ...(chance(0.7) ? { goPast: '主任会议研究同意' } : {}),
      actIds: Array.from({ length: 1 + below(3) }, () => id('act')),
      manner: pick(askManners),
    }),
    'ballot.drop': () => row('question'),
    'ballot.open': () => ({
      questionId: id('question'),
      sittingId: id('sitting'),
      ...maybe(() => ({ method: pick(voteMethods) })),
    }),
    'ballot.weigh': () => ({ voteId: id('vote'), ...maybe(() => ({ tally: tally('') })) }),
    ...attendanceMakers(kit, day, names),
    ...ballotMakers(kit, db, tally),
    ...ledgerMakers(kit, day, names, posts),
    ...speechMakers(kit, db, moment, names),
    'ballot.void': () => {
      const { id: voteId, rev } = row('vote')
      return { voteId, rev, reason: '表决器故障' }
    },
    'ballot.correct': () => {
      const { id: voteId, rev } = row('vote')
      return {
        voteId,
        rev,
        tally: tally(voteId),
        baseChoice: { base: 'actual', note: '主任会议决定' },
        reason: '录入有误',
        witness: pick(['见证人', '见证人', '经办人']),
      }
    },
    'journal.operators': () => ({}),
    'journal.operator': () => ({}),
    'journal.signOn': () => ({ name: pick(['经办人', '另一人']) }),
    'journal.entries': () => maybe(() => ({ before: 1 + below(300) })),
    'journal.backups': () => ({}),
    'journal.place': () => ({}),
    ...papersMakers(kit),
  }
  const often =
    /^(?:ballot\.(?:ask|open|lock|weigh|correct)|attendance\.callRoll|appointment\.(?:save|add))/u
  const seldom =
    /remove|drop|void|fallBack|withdraw|session\.set|session\.saveSitting|body\.save|roster\.saveMember|depart|(?:eaves|veGuest|[gG]uests|eats|uspensions|endSuspension|ermitVideo|forecast|warnings)$/u
  const beside = /^(?:speech|incident)\.|(?:Leave|Suspension)$/u
  const known =
    /^(?:ledger\.(?!saveTenure|asOf)|(?:formality|dossier)\.)|^appointment\.(?:takeB|o|p|m|f|c|d|res|readS|sayD|saveM)/u
  const weight = (method: string): number =>
    seldom.test(method) || known.test(method)
      ? 1
      : often.test(method)
        ? 12
        : beside.test(method)
          ? 2
          : 4
  const methods = Object.keys(makers).flatMap((name) => Array<string>(weight(name)).fill(name))
  let clock = Date.parse('2026-11-26T09:10:00Z')
  return (wanted = []) => {
    // Time goes on, and once in a while somebody puts the clock back.
    clock += chance(0.02) ? -600_000 : below(90) * 1000
    const at = new Date(clock).toISOString().slice(0, 19)
    const method = pick(wanted.length > 0 && chance(0.2) ? wanted : methods)
    return { at, method, input: makers[method]?.() }
  }
}
