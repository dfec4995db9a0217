import { join } from 'node:path'
import Database from 'better-sqlite3'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { ledgerSql } from '../../electron/kernel/ledger/sql.ts'
import { addDays } from '../../shared/rules/moment.ts'
import { chamber } from '../builders/chamber.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../builders/kernel.ts'
import { compared, figures, ratioOf, repeated, sorted } from './measure.ts'

const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢'
const GIVEN = '文武明志安康宁远平德民和正清源海山青云立'

/** An invented name, different for each number below 20,000. */
const nameOf = (n: number): string => {
  const [family, given] = [[...FAMILY], [...GIVEN]]
  const first = given[Math.floor(n / family.length) % given.length] ?? ''
  const second = given[Math.floor(n / family.length / given.length) % given.length] ?? ''
  return `${family[n % family.length] ?? ''}${first}${second}`
}

type Line = { name: string; post: string; from: string; to: string }

/** Tenures of some years each in a post, one after another over thirty years, as a sheet. */
const linesOf = (posts: readonly string[], count: number, seed: number): Line[] =>
  Array.from({ length: count }, (_, n) => {
    const slot = Math.floor(n / posts.length)
    const from = addDays('1996-02-01', slot * 880 + (n % 29) + seed)
    const to = addDays(from, 850)
    return {
      name: nameOf((n * 7 + seed) % 1400),
      post: posts[n % posts.length] ?? '',
      from,
      to: to > '2026-01-01' ? '' : to,
    }
  })

const sheetOf = (lines: readonly Line[]) => ({
  fileName: '任职表.csv',
  base64: Buffer.from(
    [
      '姓名,职务,任职日期,离任日期,离任原因',
      ...lines.map(({ name, post, from, to }) => [name, post, from, to, to && '免职'].join(',')),
    ].join('\n'),
  ).toString('base64'),
})

const importAll = async ({ client }: TestKernel, lines: readonly Line[]): Promise<void> => {
  const sheet = sheetOf(lines)
  const { token, counts } = value(await client.ledger.readTenureSheet(sheet))
  if (counts.error > 0) throw new Error(`${counts.error} rows in error`)
  value(await client.ledger.importTenureSheet({ ...sheet, token }))
}

const postNames = async ({ client }: TestKernel): Promise<string[]> => {
  const posts = value(await client.ledger.posts({ on: '2026-11-26' }))
  const own = posts
    .filter(({ organKind }) => organKind !== 'standing-committee')
    .map(({ fullName }) => fullName)
  return [
    ...own,
    ...Array.from({ length: 384 - own.length }, (_, n) => `临江市第${n + 1}服务中心主任`),
  ]
}

/** Who held what on a day out of thirty years, against the same rows by the library alone. */
const asking = async (own: TestKernel, runs: number): Promise<object> => {
  const db = new Database(own.file, { readonly: true })
  const held = db.prepare(ledgerSql.held.text)
  const inPost = db.prepare(ledgerSql.heldInPost.text)
  const dayOf = (n: number): string => addDays('1996-06-01', (n * 37) % 11_000)
  const { client } = own
  const posts = value(await client.ledger.posts({ on: '2026-11-26' }))
  const postOf = (n: number): string => posts[n % posts.length]?.id ?? ''
  const all = await compared(
    async (n) => value(await client.ledger.asOf({ on: dayOf(n) })),
    (n) => held.all({ on: dayOf(n) }),
    runs,
  )
  const one = await compared(
    async (n) => value(await client.ledger.asOf({ on: dayOf(n), postId: postOf(n) })),
    (n) => inPost.all({ on: dayOf(n), postId: postOf(n) }),
    runs,
  )
  db.close()
  return { everyPost: { goal: { p99Ms: 5 }, ...all }, onePost: { goal: { p99Ms: 5 }, ...one } }
}

/** Two entries laid side by side before they become one, against their tenures by the library alone. */
const comparing = async (own: TestKernel, runs: number): Promise<object> => {
  const db = new Database(own.file, { readonly: true })
  const bare = db.prepare('SELECT * FROM tenure WHERE personId IN (@staysId, @goesId)')
  const held = value(await own.client.ledger.asOf({ on: '2020-06-01' }))
  const ids = [...new Set(held.map(({ personId }) => personId))]
  const two = (n: number) => ({
    staysId: ids[n % ids.length] ?? '',
    goesId: ids[(n + 1) % ids.length] ?? '',
  })
  const times = await compared(
    async (n) => value(await own.client.ledger.unitePreview(two(n))),
    (n) => bare.all(two(n)),
    runs,
  )
  db.close()
  return { goal: { p99Ms: 50 }, ...times }
}

/** A thousand rows more, previewed, checked and written, against bare inserts of the same rows. */
const importing = async (own: TestKernel, posts: readonly string[]): Promise<object> => {
  const bare = new Database(join(own.folder, 'bare.db'))
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('CREATE TABLE row (name TEXT, post TEXT, start TEXT, stop TEXT) STRICT')
  const insert = bare.prepare('INSERT INTO row VALUES (@name, @post, @from, @to)')
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  for (let run = 0; run < 3; run += 1) {
    const further = posts.map((post) => `${post}助理${run + 1}`)
    const lines = linesOf(further, 1000, run)
    const start = performance.now()
    await importAll(own, lines)
    const middle = performance.now()
    bare.transaction(() => {
      for (const line of lines) insert.run(line)
    })()
    times.ours.push(middle - start)
    times.bare.push(performance.now() - middle)
  }
  bare.close()
  return { goal: { maxMs: 2000 }, ...ratioOf(sorted(times.ours), sorted(times.bare)) }
}

/** What law and ledger say of 72 acts of four organs, added and not, and as a vote is opened, beside the whole ledger. */
const checking = async (
  { client }: TestKernel,
  places: { sessionId: string; sittingId: string },
  runs: number,
): Promise<object> => {
  const { sessionId } = places
  const item = { rev: 0, sessionId, kind: 'appointment' as const, title: '人事任免案' }
  const { id: itemId } = value(await client.session.saveItem(item))
  const facts = { rev: 0, itemId, nominator: '市长', nominatorKind: 'government-head' as const }
  const { id: nominationId } = value(await client.appointment.saveNomination(facts))
  const posts = ['财政局局长', '中级人民法院审判员', '人民检察院检察员', '监察委员会委员']
  const acts = Array.from({ length: 72 }, (_, n) => ({
    act: n % 3 === 0 ? ('remove' as const) : ('appoint' as const),
    verb: n % 3 === 0 ? '免去' : '任命',
    personName: nameOf(n),
    post: `临江市${posts[n % posts.length] ?? ''}`,
  }))
  const list = { nominationId, acts }
  const drafts = await repeated(async () => value(await client.appointment.checkDraft(list)), runs)
  const nominations = value(await client.appointment.addNominations(list))
  const place = { sessionId }
  const added = await repeated(async () => value(await client.appointment.findings(place)), runs)
  const actIds = nominations.flatMap((one) => one.acts.map(({ id }) => id))
  const one = { itemId, actIds, manner: 'individually' as const, goPast: '已经核实' }
  const [question] = value(await client.ballot.askActs(one))
  const opening = { questionId: question?.id ?? '', sittingId: places.sittingId }
  const opened = await repeated(async () => {
    const { id: voteId, rev } = value(await client.ballot.open(opening))
    value(await client.ballot.void({ voteId, rev, reason: '设备故障' }))
  }, runs)
  const goal = { p99Ms: 50 }
  return {
    goal,
    checkDraft: figures(drafts),
    findings: figures(added),
    openAndVoid: figures(opened),
  }
}

/** A session of 72 appointments, all passed in one vote. */
const bigSession = async (): Promise<{ own: TestKernel; sessionId: string }> => {
  const own = testKernel()
  const room = chamber(own)
  const place = await room.hall(31)
  value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
  const { client } = own
  const facts = { rev: 0, itemId: place.itemId, nominator: '市中级人民法院院长' }
  const { id: nominationId } = value(
    await client.appointment.saveNomination({ ...facts, nominatorKind: 'court-president' }),
  )
  const acts = Array.from({ length: 72 }, (_, n) => ({
    act: 'appoint' as const,
    verb: '任命',
    personName: nameOf(n),
    post: '临江市中级人民法院审判员',
  }))
  const added = value(await client.appointment.addActs({ nominationId, acts }))
  const asked = {
    itemId: place.itemId,
    actIds: added.acts.map(({ id }) => id),
    manner: 'merged' as const,
    goPast: '已经核实',
  }
  const [question] = value(await client.ballot.askActs(asked))
  if (!question) throw new Error('one question expected')
  await room.decided(place, question)
  return { own, sessionId: place.sessionId }
}

/** Every paper of the session by one press, against docxtemplater filling as many templates. */
const onePress = async (): Promise<object> => {
  const { own, sessionId } = await bigSession()
  try {
    const times: number[] = []
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now()
      const asked = { taskId: `all ${run}`, sessionId, format: 'docx' as const }
      value(await own.client.papers.makeAll(asked))
      times.push(performance.now() - start)
    }
    const files = own.saved.slice(0, own.saved.length / 3)
    const papers = files.filter(({ name }) => name.endsWith('.docx'))
    const filled = papers.map(({ bytes }) => templateOf(bytes))
    const start = performance.now()
    for (const template of filled) {
      const document = new Docxtemplater(new PizZip(template), { linebreaks: true })
      document.render({ name: '张三' })
      document.toBuffer({ compression: 'DEFLATE' })
    }
    const theirs = performance.now() - start
    const ours = figures(sorted(times))
    return {
      goal: { maxMs: 3000 },
      files: files.length,
      docx: papers.length,
      ours,
      docxtemplaterMs: Math.round(theirs),
      ratio: Math.round((ours.p50 / theirs) * 100) / 100,
    }
  } finally {
    await own.dispose()
  }
}

/** A paper of ours as a template: a slot in front of its last paragraph's text. */
const templateOf = (bytes: Uint8Array): Uint8Array => {
  const zip = new PizZip(bytes)
  const path = 'word/document.xml'
  const xml = zip.file(path)?.asText() ?? ''
  const at = xml.lastIndexOf('</w:t>')
  zip.file(path, `${xml.slice(0, at)}{name}${xml.slice(at)}`)
  return zip.generate({ type: 'uint8array' })
}

/** Figures of the ledger: 5,000 tenures over thirty years, sheets read into it, all papers of a session. */
export const ledgerFigures = async (): Promise<object> => {
  const own = testKernel()
  try {
    const places = await withSitting(own, await withBody(own, { count: 31 }))
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    const posts = await postNames(own)
    const start = performance.now()
    await importAll(own, linesOf(posts, 5000, 0))
    const fiveThousandMs = Math.round(performance.now() - start)
    return {
      checkingOfSeventyTwoActs: await checking(own, places, 50),
      ledgerAsOfAgainstBareSql: await asking(own, 300),
      twoEntriesCompared: await comparing(own, 300),
      ledgerImport: { fiveThousandMs, thousand: await importing(own, posts) },
      papersOfSeventyTwoActs: await onePress(),
    }
  } finally {
    await own.dispose()
  }
}
