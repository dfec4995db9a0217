import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createClient,
  type Client,
  type KernelEvent,
  type Reply,
} from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/contract/errors.ts'
import type { MemberKind } from '../../shared/contract/roster.ts'
import { toEpoch } from '../../shared/rules/moment.ts'
import { createKernel, type Kernel } from '../../electron/kernel/kernel.ts'
import type { LogLine, Ports } from '../../electron/kernel/ports.ts'
import { createPorts } from '../../electron/ports.ts'

/** A real kernel on a real file in a folder of its own, with a clock the test moves. */
export type TestKernel = {
  kernel: Kernel
  client: Client
  folder: string
  file: string
  /** Puts the clock to a local moment. */
  at: (moment: string) => void
  events: KernelEvent[]
  log: LogLine[]
  /** Files the kernel handed over for saving. */
  saved: { name: string; bytes: Uint8Array }[]
  /** Closes and opens again on the same file, as after a restart. */
  reopen: () => void
  dispose: () => Promise<void>
}

/** `dress`: what a test puts around the ports. */
export const testKernel = (
  moment = '2026-11-26T08:50:00',
  dress = (real: Ports): Ports => real,
): TestKernel => {
  const folder = mkdtempSync(join(tmpdir(), 'yixi-'))
  const file = join(folder, 'yixi.db')
  let clock = toEpoch(moment)
  let ids = 0
  const saved: TestKernel['saved'] = []
  const log: LogLine[] = []
  const events: KernelEvent[] = []
  const ports = dress(
    createPorts({
      saveFiles: async (files) => {
        saved.push(...files)
        return { folder, cancelled: false }
      },
    }),
  )
  const open = (): Kernel => {
    const kernel = createKernel({
      file,
      ports,
      now: () => clock,
      newId: () => `id-${(ids += 1)}`,
      log: (line) => log.push(line),
    })
    kernel.on((event) => events.push(event))
    return kernel
  }
  const own: TestKernel = {
    kernel: open(),
    client: undefined as unknown as Client,
    folder,
    file,
    at: (next) => (clock = toEpoch(next)),
    events,
    log,
    saved,
    reopen: () => {
      own.kernel = open()
    },
    dispose: async () => {
      await own.kernel.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  own.client = createClient({ call: (method, input) => own.kernel.call(method, input) })
  return own
}

/** The value of an answer; a refusal fails the test with its own words. */
export const value = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value
  throw new Error(`refused: ${JSON.stringify(reply.error)}`)
}

/** The refusal of an answer; an answer that went through fails the test. */
export const refusal = (reply: Reply<unknown>): Failure => {
  if (!reply.ok) return reply.error
  throw new Error(`expected a refusal, got ${JSON.stringify(reply.value)}`)
}

const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范'

/** An invented name, different for each number. */
export const inventedName = (n: number): string =>
  `${[...FAMILY][n % 60] ?? '王'}${[...'一二三甲乙丙丁戊己庚'][Math.floor(n / 60) % 10] ?? ''}${[...'文武明志安康'][n % 6] ?? ''}`

const kindOf = (n: number): MemberKind =>
  n === 0 ? 'chair' : n < 4 ? 'vice-chair' : n === 4 ? 'secretary-general' : 'ordinary'

/** A city body with `count` members in office since 2022, and who works chosen. Gives the members' ids in order. */
export const withBody = async (
  own: TestKernel,
  { count = 31, seats = 31 }: { count?: number; seats?: number } = {},
): Promise<string[]> => {
  const { client } = own
  value(await client.journal.signOn({ name: '经办人' }))
  value(
    await client.body.save({
      name: '临江市人民代表大会常务委员会',
      shortName: '市人大常委会',
      level: 'city',
      rev: 0,
      term: { number: 9, seats, startsOn: '2022-01-10' },
    }),
  )
  for (let n = 0; n < count; n += 1) {
    const kind = kindOf(n)
    const rank = kind === 'ordinary' ? null : n + 1
    const facts = { rev: 0, name: inventedName(n), kind, rank, startsOn: '2022-01-10' }
    value(await client.roster.saveMember(facts))
  }
  return value(await client.roster.members({})).map((member) => member.id)
}

/** A session with one open plenary sitting and its roll called: the last `away` members on leave. */
export const withSitting = async (
  own: TestKernel,
  members: readonly string[],
  away = 0,
): Promise<{ sessionId: string; sittingId: string }> => {
  const { client } = own
  const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  const session = value(await client.session.save({ rev: 0, number: 20, ...day }))
  const sitting = value(
    await client.session.saveSitting({
      rev: 0,
      sessionId: session.id,
      kind: 'plenary',
      startsAt: '2026-11-26T09:00:00',
    }),
  )
  own.at('2026-11-26T09:00:00')
  const { id, rev } = sitting
  value(await client.session.setSittingState({ id, rev, state: 'open' }))
  const exceptions = members
    .slice(members.length - away)
    .map((memberId) => ({ memberId, state: 'onLeave' as const, reason: '因病' }))
  value(await client.attendance.callRoll({ sittingId: id, exceptions }))
  own.at('2026-11-26T09:10:00')
  return { sessionId: session.id, sittingId: id }
}
