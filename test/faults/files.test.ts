import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { Workbook } from '@cj-tech-master/excelts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import type { Reply } from '../../shared/contract/index.ts'
import { sentences } from '../../shared/locales/index.ts'
import { readForm } from '../../electron/forms/index.ts'
import { readSheet } from '../../electron/sheets/index.ts'
import { gb18030, lrmFields, lrmOf, lrmxOf, portrait } from '../builders/forms.ts'
import { testKernel, value, withBody, type TestKernel } from '../builders/kernel.ts'
import { mutant, randomOf } from '../builders/mutate.ts'

// Files from outside, hurt in every way: read or refused in a sentence, never a fault, nothing half written.

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const MIB = 1024 * 1024

const knows = (key: string): boolean =>
  typeof key
    .split('.')
    .reduce<unknown>(
      (at, part) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined,
      sentences['zh-CN'],
    ) === 'string'

type Outcome = {
  read: number
  refused: number
  /** Keys of the sentences refused with. */
  sentences: Set<string>
  /** Bytes of heap more than before, and of memory at the most. */
  grown: number
  peak: number
}

/** Reads mutants one after another. */
const readAll = async (
  count: number,
  seed: number,
  make: (random: () => number) => Uint8Array,
  read: (bytes: Uint8Array) => Promise<{ remarks: Message[] }>,
): Promise<Outcome> => {
  const heard = new Set<string>()
  const random = randomOf(seed)
  collect()
  const before = process.memoryUsage()
  let [done, refused, peak] = [0, 0, 0]
  for (let at = 0; at < count; at += 1) {
    const bytes = make(random)
    try {
      const { remarks } = await read(bytes)
      done += 1
      expect(remarks.map(({ key }) => key).filter((key) => !knows(key))).toEqual([])
    } catch (error) {
      if (!(error instanceof Refusal)) {
        const said = `mutant ${at} of seed ${seed}: ${String(error)}`
        throw new Error(said, { cause: error })
      }
      const { code, message } = error.failure
      expect([code, knows(message?.key ?? '')], message?.key).toEqual(['invalid', true])
      heard.add(message?.key ?? '')
      refused += 1
    }
    if (at % 50 === 0) peak = Math.max(peak, process.memoryUsage().rss - before.rss)
  }
  collect()
  const grown = process.memoryUsage().heapUsed - before.heapUsed
  return { read: done, refused, sentences: heard, grown, peak }
}

const expectBounded = ({ grown, peak }: { grown: number; peak: number }): void => {
  expect(grown / MIB).toBeLessThan(64)
  expect(peak / MIB).toBeLessThan(768)
}

const lrmText = (fields = lrmFields()): Uint8Array =>
  Buffer.from(fields.map((field) => `"${field}"`).join(','))
const forms = [
  lrmText(),
  lrmText(lrmFields({ birth: '1979.03', relatives: [] })),
  lrmxOf({ resume: '', rewards: '甲' }, ''),
  lrmxOf(),
  Buffer.from(lrmxOf()).subarray(3),
  lrmxOf({ relatives: [] }, ''),
  lrmOf(),
  lrmOf(lrmFields({ joinedParty: '民盟', resume: '' })),
  gb18030('"甲"'),
]
const csv = Buffer.from(
  '姓名,性别,民族,职务,任职日期,备注\r\n商羽宁,女,回族,委员,2022-01-10,"甲,乙"\r\n穆青河,男,汉族,副主任,2022年1月10日,\r\n',
)
const xlsxParts = async (): Promise<Record<string, Uint8Array>> => {
  const book = new Workbook()
  const sheet = book.addWorksheet('名册')
  sheet.addRow(['姓名', '性别', '职务', '任职日期'])
  sheet.addRow(['商羽宁', '女', '委员', new Date('2022-01-10T00:00:00Z')])
  sheet.addRow(['穆青河', '男', { formula: 'A2', result: '副主任' }, 20220110])
  sheet.mergeCells('A5:B6')
  return unzipSync(await book.xlsx.writeBuffer())
}

/** Bytes that are still text, so that what reads it is reached; some stay as they came out. */
const formMutant = (random: () => number): Uint8Array => {
  const bytes = mutant(random, forms[Math.floor(random() * forms.length)] ?? csv, forms)
  return random() < 0.8 ? Buffer.from(new TextDecoder().decode(bytes)) : bytes
}

it('10,000 forms', async () => {
  const photo = { name: 'a.pic', bytes: portrait(8, 8) }
  const found = await readAll(10_000, 41, formMutant, (bytes) =>
    readForm('甲.lrmx', bytes, bytes.length % 5 === 0 ? photo : undefined),
  )
  // Both ways must have been walked, or the mutants tell nothing.
  expect(Math.min(found.read, found.refused)).toBeGreaterThan(1_000)
  expect(found.sentences.size).toBeGreaterThan(9)
  expectBounded(found)
})

it('2,000 pictures', async () => {
  const jpeg = Buffer.from('ffd8ffe00010ffe10004abcdffc0000b080010000a010111ffd9', 'hex')
  const bmp = Buffer.concat([Buffer.from('BM'), Buffer.alloc(52, 1)])
  const pictures = [portrait(20, 30), jpeg, bmp]
  const make = (random: () => number): Uint8Array =>
    mutant(random, pictures[Math.floor(random() * 3)] ?? jpeg, pictures)
  const whole = lrmOf()
  const found = await readAll(2_000, 43, make, (bytes) =>
    readForm('甲.lrm', whole, { name: '甲.pic', bytes }),
  )
  expect(found.read).toBeGreaterThan(500)
  expectBounded(found)
})

it('3,000 sheets of text', async () => {
  const texts = [csv, gb18030(csv.toString()), Buffer.from(`\ufeff${csv.toString()}`, 'utf16le')]
  const make = (random: () => number): Uint8Array =>
    mutant(random, texts[Math.floor(random() * 3)] ?? csv, texts)
  const found = await readAll(3_000, 44, make, (bytes) => readSheet('名册.csv', bytes))
  expect(Math.min(found.read, found.refused)).toBeGreaterThan(200)
  expectBounded(found)
})

it('1,200 workbooks, hurt inside their archive or as a whole', async () => {
  const parts = await xlsxParts()
  const names = Object.keys(parts)
  const whole = zipSync(parts)
  const make = (random: () => number): Uint8Array => {
    if (random() < 0.2) return mutant(random, whole, [whole, csv])
    const name = names[Math.floor(random() * names.length)] ?? ''
    const likely = random() < 0.6 ? 'xl/worksheets/sheet1.xml' : name
    const hurt = mutant(random, parts[likely] ?? csv, Object.values(parts))
    return zipSync({ ...parts, [likely]: hurt }, { level: 1 })
  }
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? csv)).toContain('<sheetData>')
  const found = await readAll(1_200, 45, make, (bytes) => readSheet('名册.xlsx', bytes))
  expect(Math.min(found.read, found.refused)).toBeGreaterThan(120)
  expectBounded(found)
})

let own: TestKernel
beforeEach(() => (own = testKernel()))
afterEach(() => own.dispose())

/** Everything in the file, as one number to compare. */
const stateOf = (db: Database.Database): string => {
  const tables = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all()
  const hash = createHash('sha256')
  for (const { name } of tables) {
    hash.update(JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all()))
  }
  return hash.digest('hex')
}

it('1,000 mutants through the kernel: refused ones and mere readings leave the file as it was', async () => {
  await withBody(own, { count: 5 })
  const random = randomOf(46)
  const db = new Database(own.file, { readonly: true })
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const parts = await xlsxParts()
  let state = stateOf(db)
  const counts = { read: 0, refused: 0, kept: 0 }
  const told = (reply: Reply<unknown>): boolean => {
    if (reply.ok) return true
    const { code, message, fields } = reply.error
    const said = message ?? Object.values(fields ?? {})[0]
    expect(['invalid', 'rule', 'conflict'], JSON.stringify(reply.error)).toContain(code)
    expect(said === undefined || knows(said.key), said?.key).toBe(true)
    counts.refused += 1
    return false
  }
  const unchanged = (): void => expect(stateOf(db)).toBe(state)

  for (let at = 0; at < 1_000; at += 1) {
    if (at % 2 === 0) {
      const bytes = formMutant(random)
      const file = { fileName: '甲.lrmx', base64: base64(bytes) }
      const reply = await own.client.dossier.readForm(file)
      expect(told(await own.client.dossier.readProposal(file))).toBe(reply.ok)
      unchanged()
      if (!told(reply) || !reply.ok) continue
      counts.read += 1
      const { token, personId } = reply.value
      told(await own.client.dossier.attachForm({ ...file, token: `${token}x`, personId }))
      unchanged()
      if (at % 4 !== 0) continue
      const kept = told(await own.client.dossier.attachForm({ ...file, token, personId }))
      if (!kept) unchanged()
      state = stateOf(db)
      counts.kept += kept ? 1 : 0
    } else {
      const sheet = at % 4 === 1
      const hurt = mutant(random, sheet ? csv : (parts['xl/worksheets/sheet1.xml'] ?? csv), [csv])
      const bytes = sheet ? hurt : zipSync({ ...parts, 'xl/worksheets/sheet1.xml': hurt })
      const file = { fileName: sheet ? 'a.csv' : 'a.xlsx', base64: base64(bytes) }
      for (const reply of [
        await own.client.roster.readSheet(file),
        await own.client.appointment.readSheet(file),
        await own.client.ledger.readTenureSheet(file),
        await own.client.ledger.readCatalogueSheet(file),
      ]) {
        if (told(reply)) counts.read += 1
      }
      told(await own.client.roster.importSheet({ ...file, token: 'no such token' }))
      told(await own.client.ledger.importTenureSheet({ ...file, token: 'no such token' }))
      told(await own.client.ledger.importCatalogueSheet({ ...file, token: 'no such token' }))
      unchanged()
    }
  }
  db.close()
  expect(own.log.filter(({ level }) => level === 'error')).toEqual([])
  expect(Math.min(counts.read, counts.refused, counts.kept)).toBeGreaterThan(10)
  expect(value(await own.client.journal.verify({ taskId: 'seals' })).broken).toBeNull()
})
