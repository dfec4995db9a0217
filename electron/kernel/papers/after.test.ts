import { unzipSync, strFromU8 } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PaperName } from '../../../shared/contract/papers.ts'
import { aftermath } from '../../../test/builders/aftermath.ts'
import type { Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let steps: ReturnType<typeof aftermath>
let place: Hall

beforeEach(async () => {
  own = testKernel('2026-11-26T10:00:00')
  steps = aftermath(own)
  place = await steps.hall(29)
})
afterEach(() => own.dispose())

const made = async (paper: PaperName) =>
  value(await own.client.papers.preview({ sessionId: place.sessionId, paper }))
const texts = async (paper: PaperName): Promise<string[]> =>
  (await made(paper)).previews.map(({ text }) => text)

const formal: PaperName[] = [
  'announcement',
  'notices',
  'certificates',
  'duties',
  'oaths',
  'filings',
]

const bureau = { verb: '决定任命', personName: '方明远', post: '临江市财政局局长' }
const office = { verb: '决定任命', personName: '于安邦', post: '临江市教育局局长' }
const court = { personName: '高文康', post: '临江市中级人民法院审判员' }

const passedOne = async (): Promise<void> => {
  const [first, second] = await steps.proposed(place, 'mayor', [bureau, office])
  const [third] = await steps.proposed(place, 'president', [court])
  if (!first || !second || !third) throw new Error('not asked')
  await steps.decided(place, first)
  await steps.decided(place, second, false)
  await steps.decided(place, third)
}

describe('before the vote', () => {
  it('算例 74 表决前导出任命公告等正式文书 → 阻断，并说明还缺什么', async () => {
    await steps.proposed(place, 'mayor', [bureau, office])
    for (const paper of formal) {
      const { previews, why } = await made(paper)
      expect(previews).toEqual([])
      expect(why).toEqual({
        key: 'papers.notYetPassed',
        params: { count: 2, person: '方明远', post: '临江市财政局局长' },
      })
      const taken = await own.client.papers.export({
        taskId: 't',
        sessionId: place.sessionId,
        papers: [paper],
        format: 'docx',
      })
      expect(refusal(taken).message?.key).toBe('papers.notYetPassed')
    }
    const all = { taskId: 't', sessionId: place.sessionId, format: 'docx' } as const
    expect(refusal(await own.client.papers.makeAll(all)).message?.key).toBe('papers.notYetPassed')
    expect(own.saved).toEqual([])
  })

  it('prints the draft list with its mark, and none once everything is decided', async () => {
    const [first] = await steps.proposed(place, 'mayor', [bureau])
    const [draft] = (await made('draft-list')).previews
    expect(draft?.paper.title.at(-1)).toBe('任命名单（草案）')
    expect(draft?.fileName).toContain('（草案）')
    expect(draft?.text).toContain('方明远为临江市财政局局长。')
    if (first) await steps.decided(place, first)
    expect((await made('draft-list')).why?.key).toBe('papers.draft.none')
  })

  it('says of a session without acts that nothing follows', async () => {
    expect((await made('notices')).why?.key).toBe('papers.nothingPassed')
  })
})

describe('after the vote', () => {
  it('has who passed in every paper, and who failed in none but the result sheet', async () => {
    await passedOne()
    for (const paper of [...formal, 'list', 'acts-sheet'] as const) {
      const text = (await texts(paper)).join('\n')
      expect([paper, text.includes('方明远')]).toEqual([paper, true])
      expect([paper, text.includes('于安邦')]).toEqual([paper, false])
    }
    expect((await texts('results')).join('\n')).toContain('于安邦')
  })

  it('sends a notice to each that nominated', async () => {
    await passedOne()
    const notices = await texts('notices')
    expect(notices).toHaveLength(2)
    expect(notices[0]).toContain('临江市人民政府：')
    expect(notices[0]).not.toContain('高文康')
    expect(notices[1]).toContain('临江市中级人民法院：')
  })

  it('算例 73 表决 11-26、12-20 出任命书 → 题注和日期仍是通过之日', async () => {
    await passedOne()
    own.at('2026-12-20T09:00:00')
    const [sheet = ''] = await texts('certificates')
    expect(sheet).toContain('（2026年11月26日临江市第九届人民代表大会常务委员会')
    expect(sheet).not.toContain('12月')
    expect((await texts('announcement'))[0]).toContain('2026年11月26日通过')
  })

  it('算例 75 代理职务不发任命书，但要宣誓；本级规则允许时才发', async () => {
    const acting = {
      act: 'act-as' as const,
      verb: '决定代理',
      personName: '蒋志安',
      post: '临江市人民检察院检察长',
    }
    const [first] = await steps.proposed(place, 'council', [acting])
    const [second] = await steps.proposed(place, 'mayor', [bureau])
    if (!first || !second) throw new Error('not asked')
    await steps.decided(place, first)
    await steps.decided(place, second)
    expect((await texts('certificates')).join()).not.toContain('蒋志安')
    expect((await texts('duties')).join()).not.toContain('蒋志安')
    expect((await texts('oaths')).join()).toContain('蒋志安\t代理临江市人民检察院检察长')
    await steps.setParameter('certificateExcludeActing', false)
    await steps.setParameter('certificatePosts', ['检察长', '局长'])
    expect((await texts('certificates')).join()).toMatch(
      /^决定蒋志安代理临江市人民检察院检察长。$/mu,
    )
  })

  it('says what nobody stated and the papers leave room for, until it is stated', async () => {
    const both = [bureau, office, { ...bureau, personName: '孙定邦', post: '临江市审计局局长' }]
    for (const id of await steps.proposed(place, 'mayor', both)) await steps.decided(place, id)
    const { sessionId } = place
    const blanks = async () =>
      value(await own.client.formality.ofSession({ sessionId })).blanks.map(({ key }) => key)
    expect(await blanks()).toEqual([
      'papers.blank.oathLeader',
      'papers.blank.filing.government-above',
    ])
    expect((await texts('oaths'))[0]).toContain('领誓人：＿＿＿＿\n')
    const { value: none, rev } = value(await own.client.papers.outgoing({ sessionId }))
    const led = { ...none, oathLeader: '于安邦' }
    value(await own.client.papers.saveOutgoing({ sessionId, value: led, rev }))
    const settings = value(await own.client.papers.settings({}))
    const { after } = settings.value as { after: { filing: object } }
    const addressees = { 'government-above': '江源省人民政府' }
    const filing = { ...after.filing, addressees }
    value(
      await own.client.papers.saveSettings({
        value: { ...(settings.value as object), after: { ...after, filing } },
        rev: settings.rev,
      }),
    )
    expect(await blanks()).toEqual([])
    expect((await texts('filings'))[0]).toContain('江源省人民政府：\n')
  })

  it('numbers a series from the first number given, and refuses a stale one', async () => {
    await passedOne()
    const { sessionId } = place
    expect((await texts('notices'))[0]).toContain('〔2026〕　号')
    const { value: none, rev } = value(await own.client.papers.outgoing({ sessionId }))
    const numbers = { ...none, notice: 15, certificate: 8, oathLeader: '高文康' }
    value(await own.client.papers.saveOutgoing({ sessionId, value: numbers, rev }))
    const notices = await texts('notices')
    expect(notices.map((text) => /〔2026〕\d+号/u.exec(text)?.[0])).toEqual([
      '〔2026〕15号',
      '〔2026〕16号',
    ])
    expect((await texts('certificates'))[0]).toContain('临人常任〔2026〕9号')
    expect((await texts('oaths'))[0]).toContain('领誓人：高文康')
    const stale = await own.client.papers.saveOutgoing({ sessionId, value: numbers, rev })
    expect(refusal(stale).code).toBe('conflict')
  })
})

describe('算例 77 誓词', () => {
  const oathOf = async (text: string) => {
    const { value: now, rev } = value(await own.client.papers.settings({}))
    const settings = now as { after: { oath: object } }
    const after = { ...settings.after, oath: { text } }
    return own.client.papers.saveSettings({ value: { ...settings, after }, rev })
  }

  it('2018-03-12 以后打开旧模板 → 拒绝并提示换成 75 字的现行誓词', async () => {
    const old =
      '我宣誓：忠于中华人民共和国宪法，维护宪法权威，履行法定职责，忠于祖国、忠于人民，恪尽职守、廉洁奉公，接受人民监督，为建设富强、民主、文明、和谐的社会主义国家努力奋斗！'
    expect(refusal(await oathOf(old)).message?.key).toBe('papers.oath.text.old')
    expect(refusal(await oathOf('我宣誓：努力工作！')).message?.key).toBe('papers.oath.text.other')
  })
})

describe('by one press', () => {
  const all = () =>
    own.client.papers.makeAll({ taskId: 'all', sessionId: place.sessionId, format: 'docx' })

  it('hands over everything that follows at once, the workbook among it, and records it', async () => {
    await passedOne()
    own.saved.length = 0
    own.events.length = 0
    const { files, cancelled } = value(await all())
    expect(cancelled).toBe(false)
    expect(files.map((name) => name.slice(0, 2))).toEqual([
      '01',
      '03',
      '04',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
    ])
    expect(own.saved.map(({ name }) => name)).toEqual(files)
    expect(files.at(-1)).toMatch(/任免情况表\.xlsx$/u)
    const words = own.saved
      .filter(({ name }) => name.endsWith('.docx') && !name.startsWith('09'))
      .map(({ bytes }) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()))
    expect(words).toHaveLength(8)
    for (const xml of words) expect(xml).not.toContain('于安邦')
    const progress = own.events.filter((event) => event.type === 'progress').at(-1)
    expect(progress).toMatchObject({ progress: { done: 10, total: 10 } })
    const { made: record } = value(
      await own.client.formality.ofSession({ sessionId: place.sessionId }),
    )
    expect(record.map(({ fileName }) => fileName).toSorted()).toEqual(files.toSorted())
    expect(record.find(({ paper }) => paper === 'notices')?.toWhom).toBe('临江市人民政府')
    expect(value(await own.client.journal.entries({}))[0]?.command).toBe('papers.makeAll')
  })

  it('cancelled half-way hands over nothing and records nothing', async () => {
    await passedOne()
    own.saved.length = 0
    const answer = all()
    own.kernel.cancel('all')
    expect(refusal(await answer).code).toBe('cancelled')
    expect(own.saved).toEqual([])
    const { made: record } = value(
      await own.client.formality.ofSession({ sessionId: place.sessionId }),
    )
    expect(record).toEqual([])
  })
})
