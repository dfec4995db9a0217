import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { PaperName } from '../../../shared/contract/papers.ts'
import { toEpoch } from '../../../shared/rules/moment.ts'
import { makeDemo } from '../../demo/demo.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { createPorts } from '../../ports.ts'
import { rmSync } from 'node:fs'

let own: TestKernel
let running: string
let finished: string

beforeAll(async () => {
  own = testKernel('2026-11-26T10:00:00')
  await own.kernel.close()
  rmSync(own.file)
  const saveFiles = async () => ({ folder: null, cancelled: true })
  const clock = toEpoch('2026-11-26T10:00:00')
  const log = () => undefined
  const ports = createPorts({ saveFiles })
  await makeDemo({ file: own.file, ports, now: () => clock, newId: randomUUID, log })
  own.reopen()
  value(await own.client.journal.signOn({ name: '经办人' }))
  const list = value(await own.client.session.list({}))
  running = list[0]?.id ?? ''
  finished = list[1]?.id ?? ''
})
afterAll(() => own.dispose())

const texts = async (sessionId: string, paper: PaperName): Promise<string[]> =>
  value(await own.client.papers.preview({ sessionId, paper })).previews.map((one) => one.text)

describe('the list', () => {
  it('has what was passed; who failed is left out by himself', async () => {
    const [text = ''] = await texts(finished, 'list')
    expect(text).toContain('毕成章为临江市人民代表大会常务委员会法制工作委员会副主任')
    expect(text).not.toContain('季云帆')
    expect(text).toContain('（2026年9月29日临江市第九届人民代表大会常务委员会第十九次会议通过）')
  })

  it('has nobody whose vote is still to come', async () => {
    const [text = ''] = await texts(running, 'list')
    expect(text).toContain('欧阳文澜')
    expect(text).not.toContain('范仲谦')
  })
})

describe('the other papers', () => {
  it('decisions: one for the resignation', async () => {
    const [text = '', ...more] = await texts(running, 'decisions')
    expect(more).toEqual([])
    expect(text).toContain('接受钱有余辞去临江市第九届人民代表大会常务委员会委员职务的请求')
  })

  it('agenda: adopted at the first plenary sitting', async () => {
    const [text = ''] = await texts(running, 'agenda')
    expect(text).toContain('第二十次会议第一次全体会议通过）')
    expect(text).toContain('八、颁发任命书、宪法宣誓。')
  })

  it('attendance: expects the member who resigned during the sitting', async () => {
    const [text = ''] = await texts(running, 'attendance')
    expect(text).toContain('应到41人，实到37人，请假3人，缺席1人')
  })

  it('results: the same sentence as the vote itself; of many, the majority once and who fell short', async () => {
    const sheets = await texts(finished, 'results')
    expect(sheets).toHaveLength(3)
    expect(sheets[1]).toMatch(/组成人员41，过半数需21；赞成\d+，通过/u)
    expect(sheets[2]?.match(/21票/gu)).toHaveLength(1)
    expect(sheets[2]).toContain(
      '按全体组成人员（实有41人）的过半数计算，不按到会人数；至少21票赞成',
    )
    expect(sheets[2]).toContain('未通过：第2项季云帆（赞成19票，差2票）。')
  })

  it('say why when there is nothing to print', async () => {
    const answer = value(
      await own.client.papers.preview({ sessionId: finished, paper: 'decisions' }),
    )
    expect(answer).toMatchObject({ previews: [], why: { key: 'papers.decision.empty' } })
  })
})

describe('settings', () => {
  it('change the paper and are refused when malformed', async () => {
    const { value: now, rev } = value(await own.client.papers.settings({}))
    const settings = now as { list: object }
    const list = { ...settings.list, removeFirst: true, signature: true }
    const changed = { value: { ...settings, list }, rev }
    value(await own.client.papers.saveSettings(changed))
    const [text = ''] = await texts(finished, 'list')
    expect(text.indexOf('免去：')).toBeLessThan(text.indexOf('任命：\n'))
    const bad = await own.client.papers.saveSettings({
      value: { list: { punctuation: '!' } },
      rev: rev + 1,
    })
    expect(refusal(bad).message?.key).toBe('papers.settingsInvalid')
  })
})

describe('export', () => {
  it('hands over real Word files, reports progress and is journaled', async () => {
    own.events.length = 0
    own.saved.length = 0
    const made = value(
      await own.client.papers.export({
        taskId: 'e',
        sessionId: finished,
        papers: ['list', 'agenda'],
        format: 'docx',
      }),
    )
    expect(made.files).toHaveLength(2)
    expect(own.saved.map(({ bytes }) => String.fromCharCode(...bytes.slice(0, 2)))).toEqual([
      'PK',
      'PK',
    ])
    const progress = own.events.filter((event) => event.type === 'progress')
    expect(progress.at(-1)).toMatchObject({ progress: { done: 2, total: 2 } })
    expect(value(await own.client.journal.entries({}))[0]?.command).toBe('papers.export')
  })

  it('cancelled half-way hands over nothing', async () => {
    own.saved.length = 0
    const all: PaperName[] = ['list', 'agenda', 'attendance', 'results']
    const wish = { taskId: 'c', sessionId: finished, papers: all, format: 'docx' as const }
    const answer = own.client.papers.export(wish)
    own.kernel.cancel('c')
    expect(refusal(await answer).code).toBe('cancelled')
    expect(own.saved).toEqual([])
  })
})
