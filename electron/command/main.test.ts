import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import golden from '../../test/golden/rules/decide.json' with { type: 'json' }
import { terminalLocale } from './io.ts'

/** A text that holds a part, wherever JSON gave it. */
const holding = (part: string): unknown => expect.stringContaining(part)

const program = fileURLToPath(new URL('main.ts', import.meta.url))

type Ended = { code: number | null; out: string; said: string }

/** Runs the command line as a process of its own, in Chinese, with these bytes on its stdin. */
const yixi = (args: string, input: string | Uint8Array = ''): Promise<Ended> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args.split(' ')], {
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
    })
    const [out, said]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', fail)
    child.on('close', (code) =>
      done({ code, out: Buffer.concat(out).toString(), said: Buffer.concat(said).toString() }),
    )
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })

/** «张三» and «丁一» a line each, in GBK. */
const gbkNames = Uint8Array.from([0xd5, 0xc5, 0xc8, 0xfd, 0x0a, 0xb6, 0xa1, 0xd2, 0xbb, 0x0a])

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixi-command-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('decide', () => {
  it('gives every golden case its verdict, and nothing more than asked for', async () => {
    const file = join(folder, 'cases.json')
    await writeFile(file, JSON.stringify(golden))
    const { code, out, said } = await yixi(`decide ${file}`)
    expect([code, said]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual(golden.map(({ id, expect: right }) => ({ id, ...right })))
  })

  it('takes one case from stdin, with a byte order mark', async () => {
    const { code, out } = await yixi('decide -', `\ufeff${JSON.stringify(golden[0])}`)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toHaveLength(1)
  })

  it('names the case and field that does not fit and decides the others', async () => {
    const [first, second, third] = golden
    const cases = [
      { ...first, present: -1 },
      second,
      {
        ...third,
        rules: { level: 'city', base: 'actual', quorum: { num: 1, den: 3, strict: true } },
      },
      { ...first, id: 7, tally: { for: 1.5, against: 0, abstain: 0 } },
      { ...first, id: 'k', question: { kind: 'dismisal', method: 'device' } },
      'no case',
    ]
    const { code, out, said } = await yixi('decide', JSON.stringify(cases))
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual([
      { id: '1', error: { field: 'present', message: '不能小于 0。' } },
      { id: '2', ...second?.expect },
      { id: '3', error: { field: 'rules.quorum', message: holding('第五十一条') } },
      { id: 7, error: { field: 'tally.for', message: '须是整数。' } },
      { id: 'k', error: { field: 'question.kind', message: holding('dismissal') } },
      { error: { field: '', message: '须是对象。' } },
    ])
    expect(said).toContain('事例 1，present：不能小于 0。')
    expect(said).toContain('第 6 条')
  })
})

describe('names sort', () => {
  it('sorts by strokes and reports characters to be checked', async () => {
    const { code, out, said } = await yixi('names sort', '李𠮷\r\n王东峰\n\n王　宁\n')
    expect([code, out]).toEqual([0, '王宁\n王东峰\n李𠮷\n'])
    expect(said).toContain('𠮷')
  })

  it('reads GBK', async () => {
    expect(await yixi('names sort -', gbkNames)).toEqual({ code: 0, out: '丁一\n张三\n', said: '' })
  })

  it('keeps a name that looks wrong and says so', async () => {
    const { code, out, said } = await yixi('names sort', '张3\n丁一\n')
    expect([code, out]).toEqual([0, '丁一\n张3\n'])
    expect(said).toBe('第 1 行“张3”：姓名里不能有“3”，请改正。\n')
  })
})

describe('acts', () => {
  const text = '任命：\n张三为某某市财政局局长。\n免去：\n李四的某某市审计局局长职务。\n'

  it('read, printed and read again are the same', async () => {
    const read = await yixi('acts read', text)
    expect(read.code).toBe(0)
    const { acts } = JSON.parse(read.out) as { acts: { persons: string[]; act: string }[] }
    expect(acts.map(({ act, persons }) => [act, ...persons])).toEqual([
      ['appoint', '张三'],
      ['remove', '李四'],
    ])
    const printed = await yixi('acts print', read.out)
    expect(printed.code).toBe(0)
    expect((await yixi('acts read', printed.out)).out).toBe(read.out)
  })

  it('in batches keep their ids and name the one that does not fit', async () => {
    const { code, out } = await yixi(
      'acts read --batch',
      JSON.stringify([{ id: 'a', text }, { id: 'b' }]),
    )
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { id: 'a', acts: [{ persons: ['张三'] }, { persons: ['李四'] }], unread: [] },
      { id: 'b', error: { field: 'text', message: '没有填。' } },
    ])
  })

  it('that are no acts are not printed', async () => {
    const { code, out, said } = await yixi('acts print', '{"acts":[{"act":"appoint"}]}')
    expect([code, out]).toEqual([1, ''])
    expect(said).toContain('acts.0.verb')
  })
})

describe('what cannot be read', () => {
  const refused: [string, string | Uint8Array, string][] = [
    ['decide', '', '没有内容'],
    ['decide', ' \n', '没有内容'],
    ['decide', '{"a":', 'JSON 不完整'],
    ['decide', '[1,\n2 3]', '第 2 行第 3 列'],
    ['decide', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]), 'UTF-8'],
    ['decide nowhere.json', '', '找不到文件“nowhere.json”'],
    ['acts read --batch', '{}', '数组'],
  ]
  for (const [args, input, sentence] of refused) {
    it(`${args}: ${sentence}`, async () => {
      const { code, out, said } = await yixi(args, input)
      expect([code, out]).toEqual([1, ''])
      expect(said).toContain(sentence)
    })
  }

  it('a folder is not a file', async () => {
    const { code, said } = await yixi(`decide ${folder}`)
    expect(code).toBe(1)
    expect(said).toContain('EISDIR')
  })
})

describe('the command line itself', () => {
  const wrong: [string, string][] = [
    ['names', '没有“names”这个命令'],
    ['toString', '没有“toString”这个命令'],
    ['decide --fast', '没有“--fast”这个选项'],
    ['decide a b', '多了一个参数“b”'],
    ['acts read --batch=1', '选项“--batch”的写法不对'],
    ['sessions', '--data'],
    ['backup --data somewhere', '--to'],
    ['export --data somewhere --session last', '--out'],
  ]
  for (const [args, sentence] of wrong) {
    it(`«${args}» ends with 2`, async () => {
      const { code, out, said } = await yixi(args)
      expect([code, out]).toEqual([2, ''])
      expect(said).toContain(sentence)
    })
  }

  it('tells its usage when asked', async () => {
    const { code, out } = await yixi('--help')
    expect(code).toBe(0)
    for (const words of ['decide', 'names sort', 'acts read', 'acts print']) {
      expect(out).toContain(words)
    }
  })

  it('a reader that stops early is no failure', async () => {
    const many = JSON.stringify(Array.from({ length: 4000 }, () => golden[1]))
    const code = await new Promise((done) => {
      const child = spawn(process.execPath, [program, 'decide'])
      child.stdout.once('data', () => child.stdout.destroy())
      child.on('close', done)
      child.stdin.end(many)
    })
    expect(code).toBe(0)
  })

  it('speaks the terminal’s language', () => {
    expect(terminalLocale({ LANG: 'zh_CN.UTF-8' }, 'en-US')).toBe('zh-CN')
    expect(terminalLocale({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'zh-CN')).toBe('en')
    expect(terminalLocale({}, 'zh-CN')).toBe('zh-CN')
    expect(terminalLocale({}, 'en-US')).toBe('en')
    for (const LANG of ['C', 'C.UTF-8', 'POSIX'])
      expect(terminalLocale({ LANG }, 'en-US')).toBe('zh-CN')
  })
})
