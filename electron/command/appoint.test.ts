import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import { say } from '../../shared/locales/say.ts'
import { checkFile } from '../../shared/rules/appointment/check-file.ts'
import { checkAppointmentsCommand } from './appoint.ts'

type Out = {
  findings: {
    code: string
    severity: string
    article: string
    acts: string[]
    sentence: string
    wayOut: string
  }[]
}

/** Runs the command on an input in memory, in Chinese. */
const check = async (input: unknown, schema = false): Promise<{ exit: number; out: string }> => {
  const written: string[] = []
  const exit = await checkAppointmentsCommand.run(
    { values: schema ? { schema: true } : {}, positionals: [] },
    {
      read: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(input))),
      write: (text) => {
        written.push(text)
        return Promise.resolve()
      },
      tell: () => undefined,
      sentence: (message: Message) => say('zh-CN', message),
    },
  )
  return { exit, out: written.join('') }
}

const refusalOf = async (input: unknown): Promise<string> => {
  const refusal = await check(input).catch((error: unknown) => error)
  return refusal instanceof Refusal && refusal.failure.message
    ? say('zh-CN', refusal.failure.message)
    : ''
}

const county = { level: 'county', bodyName: '青山区人民代表大会常务委员会' }
const nominated = (act: string, post: string, nominatorKind = 'council') => ({
  ...county,
  nominations: [{ nominatorKind, acts: [{ act, personName: '王一', post }] }],
})

describe('appoint check', () => {
  it('gives each finding its article, sentence and way out, and ends with 1 where the law forbids', async () => {
    const file = {
      ...nominated('act-as', '青山区人民政府区长'),
      ledger: { tenures: [{ personName: '李四', postName: '青山区副区长' }] },
    }
    const { exit, out } = await check(file)
    expect(exit).toBe(1)
    const { findings } = JSON.parse(out) as Out
    expect(findings[0]).toMatchObject({
      code: 'acting-deputy',
      severity: 'block',
      article: '组织法 50(13)',
      acts: ['a1'],
    })
    for (const { sentence, wayOut } of findings) {
      expect(sentence).toMatch(/。$/u)
      expect(wayOut).toMatch(/。$/u)
    }
  })

  it('ends with 0 where nothing forbids, warnings or not', async () => {
    const file = nominated('appoint', '青山区财政局局长', 'government-head')
    const held = { tenures: [{ personName: '李四', postName: '青山区财政局局长' }] }
    expect((await check(file)).exit).toBe(0)
    const { exit, out } = await check({ ...file, ledger: held })
    expect(exit).toBe(0)
    expect((JSON.parse(out) as Out).findings.map(({ code }) => code)).toContain('occupied')
  })

  it.each(['青山区人民代表大会常务委员会委员', '区人大常委会副主任'])(
    'counts an office the ledger has in the committee as membership: %s',
    async (postName) => {
      const codes = async (post: string, ended = {}, kind = 'government-head') => {
        const tenures = [{ personName: '王一', postName, fromOn: '2022-01-10', ...ended }]
        const { out } = await check({ ...nominated('appoint', post, kind), ledger: { tenures } })
        return (JSON.parse(out) as Out).findings.map(({ code, article }) => `${code} ${article}`)
      }
      expect(await codes('青山区财政局局长')).toContain('incompatible 组织法 47③')
      expect(await codes('青山区财政局局长', { toOn: '2024-05-01' })).toEqual(['materials '])
      expect(await codes('青山区人民法院人民陪审员', {}, 'court-president')).toContain(
        'juror-member 人民陪审员法 6(1)',
      )
      // Who sits on it is a deputy of the congress, and may sit on its committees.
      expect(await codes('青山区人大法制委员会委员', {}, 'council')).toEqual(['materials '])
      expect(await codes('青山区人大常委会代表资格审查委员会委员', {}, 'council')).toEqual([
        'materials ',
      ])
    },
  )

  it('finds posts of the catalogue by name, and takes their facts', async () => {
    const file = nominated('appoint', '青山区财政局局长', 'government-head')
    const ledger = {
      posts: [{ name: '青山区财政局局长', kind: 'government-member', single: false }],
      tenures: [{ personName: '李四', postName: '青山区财政局局长' }],
    }
    const { out } = await check({ ...file, ledger })
    expect((JSON.parse(out) as Out).findings.map(({ code }) => code)).not.toContain('occupied')
  })

  it('names the field that does not fit, and the rule the law forbids', async () => {
    expect(await refusalOf({ nominations: [{ acts: [{ act: 'appoint', post: '局长' }] }] })).toBe(
      '“nominations.0.acts.0.personName”：没有填。输入的格式见 yixi appoint check --schema。',
    )
    expect(await refusalOf({ ...nominated('appoint', '局长'), ledgers: {} })).toContain('ledgers')
    const rules = { autoEndCauses: ['died', 'retired'] }
    expect(await refusalOf({ ...nominated('appoint', '局长'), rules })).toContain(
      '“rules.autoEndCauses”：退休不能自行终止',
    )
    const stated = { examPass: 0 }
    expect(await refusalOf({ ...nominated('appoint', '局长'), rules: stated })).toContain(
      '不能小于 1',
    )
  })

  it('says of texts, lists and the whole input what is wrong, and each time where their form stands', async () => {
    const schema = '输入的格式见 yixi appoint check --schema。'
    const [act] = nominated('appoint', '局长').nominations[0]?.acts ?? []
    const named = (personName: string) => ({ nominations: [{ acts: [{ ...act, personName }] }] })
    const field = 'nominations.0.acts.0.personName'
    expect(await refusalOf(named(' '))).toBe(`“${field}”：没有填。${schema}`)
    expect(await refusalOf(named('王'.repeat(401)))).toBe(
      `“${field}”：不能多于 400 个字符。${schema}`,
    )
    expect(await refusalOf({ nominations: [] })).toBe(`“nominations”：没有填。${schema}`)
    expect(await refusalOf([])).toBe(`输入须是对象。${schema}`)
    expect(await refusalOf({ ...nominated('appoint', '局长'), ledgers: {} })).toBe(
      `输入没有“ledgers”这一项，请核对写法。${schema}`,
    )
  })

  it('prints the schema it checks by', async () => {
    const { exit, out } = await check(null, true)
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toEqual(z.toJSONSchema(checkFile, { io: 'input' }))
    expect(JSON.parse(out)).toMatchObject({ required: ['nominations'] })
  })
})
