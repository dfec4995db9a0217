import { afterEach, beforeEach, expect, test } from 'vitest'
import { inventedName, value } from '../builders/kernel.ts'
import { startApp, type App } from './lib/app.ts'
import { seriousFaults } from './lib/axe.ts'

// From the proposed text to the vote and what came of it, by the keyboard, in a real browser.

let app: App
let sessionId = ''

const proposed = [
  '临江市人民代表大会常务委员会任免名单（草案）',
  '任命：',
  '余青信为临江市中级人民法院刑事审判第二庭副庭长、审判员；',
  '何书兰、邵正平为临江市中级人民法院审判员。',
  '免去：',
  '陈华荣的临江市中级人民法院立案庭庭长职务。',
  '鉴于工作变动，上述同志的其他职务另行安排，任免事项待定。',
].join('\n')

const key = (...chords: string[]) =>
  chords.reduce<Promise<void>>(
    (before, chord) => before.then(() => app.page.keyboard.press(chord)),
    Promise.resolve(),
  )
const dialog = () => app.page.getByRole('dialog')
const acts = async () =>
  value(await app.client.appointment.nominations({ sessionId })).flatMap((one) => one.acts)

beforeEach(async () => {
  app = await startApp({ now: '2026-11-26T01:10:00Z', viewport: { width: 1366, height: 768 } })
  const { client } = app
  value(await client.journal.signOn({ name: '钱书文' }))
  const term = { number: 9, seats: 31, startsOn: '2022-01-10' }
  const name = '临江市人民代表大会常务委员会'
  value(await client.body.save({ name, shortName: '市人大常委会', level: 'city', rev: 0, term }))
  for (let n = 0; n < 30; n += 1) {
    const kind = n === 0 ? ('chair' as const) : ('ordinary' as const)
    const facts = { rev: 0, name: inventedName(n), kind, startsOn: '2022-01-10' }
    value(await client.roster.saveMember(facts))
  }
  const days = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await client.session.save({ rev: 0, number: 20, ...days })).id
  value(
    await client.session.saveItem({ rev: 0, sessionId, kind: 'appointment', title: '人事任免案' }),
  )
  const startsAt = '2026-11-26T09:00:00'
  const { id, rev } = value(
    await client.session.saveSitting({ rev: 0, sessionId, kind: 'plenary', startsAt }),
  )
  value(await client.session.setSittingState({ id, rev, state: 'open' }))
  value(await client.attendance.callRoll({ sittingId: id, exceptions: [] }))
  await app.page.reload()
  await app.page.getByRole('navigation', { name: '画面' }).waitFor()
  await key('Alt+6')
})

afterEach(async () => {
  const { problems } = app
  await app.close()
  expect(problems).toEqual([])
})

/** Brings a text in through the clipboard, as people do. */
const paste = async (text: string): Promise<void> => {
  await app.page.getByLabel('提请或者公布的文本').focus()
  await app.page.keyboard.insertText(text)
  await key('Control+A', 'Control+X', 'Control+V')
}

test('a pasted text becomes acts, each is voted on, and the list shows what came of it', async () => {
  const { page } = app
  await page.getByRole('heading', { name: '还没有提请' }).waitFor()
  await key('Control+i')
  await dialog().getByRole('textbox', { name: '提请人', exact: true }).fill('市中级人民法院院长')
  await key('Enter')
  await paste(proposed)
  const review = page.getByRole('table', { name: '读出的事项' })
  await review.waitFor()
  expect(await review.getByRole('row').count()).toBe(5)
  const add = page.getByRole('button', { name: '加入 4 项' })
  expect(await add.isDisabled()).toBe(true)
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: '已阅，不涉及任免' }).click()
  await add.click()
  // What was added shows beneath the dialog before it closes.
  await dialog().waitFor({ state: 'detached' })
  await page.getByRole('grid', { name: '任免事项' }).getByText('陈华荣').waitFor()
  expect((await acts()).map(({ verb, personName }) => `${verb}${personName}`)).toEqual([
    '任命余青信',
    '任命何书兰',
    '任命邵正平',
    '免去陈华荣',
  ])
  await key('Shift+M')
  await dialog().waitFor()
  await key('Enter')
  await page.getByText('已列为 4 问').waitFor()
  await key('Alt+5')
  await page.getByText('逐人表决 1 / 4').waitFor()
  await page.getByRole('button', { name: /^进入本项/u }).waitFor()
  await key('Space')
  for (const exceptions of ['', 'j'.repeat(15)]) {
    await page.getByRole('button', { name: /^开始表决/u }).waitFor()
    await key('Space')
    await page.getByText('全体赞成，再按例外逐票移出').waitFor()
    await key('a', ...exceptions, 'Control+Enter')
    await page.getByText('已锁定').waitFor()
    await key('Space')
    await page.getByText('已锁定').waitFor({ state: 'detached' })
  }
  await key('Alt+6')
  const rows = page.getByRole('grid', { name: '任免事项' }).getByRole('row')
  await rows.filter({ hasText: '余青信' }).getByText('赞成 30').waitFor()
  await rows.filter({ hasText: '何书兰' }).getByText('未通过').waitFor()
  expect((await acts()).map(({ outcome, effectiveOn }) => [outcome, effectiveOn])).toEqual([
    ['passed', '2026-11-26'],
    ['failed', null],
    ['pending', null],
    ['pending', null],
  ])
  expect(await seriousFaults(page)).toEqual([])
})

test('an act put to the vote leads to its question, one that was not is changed', async () => {
  const { page, client } = app
  const detail = value(await client.session.get({ id: sessionId }))
  const nomination = value(
    await client.appointment.saveNomination({
      rev: 0,
      itemId: detail.items[0]?.id ?? '',
      nominator: '市长',
      nominatorKind: 'government-head',
    }),
  )
  const facts = { act: 'appoint' as const, verb: '决定任命', post: '市数据局局长' }
  const { acts: added } = value(
    await client.appointment.addActs({
      nominationId: nomination.id,
      acts: [
        { ...facts, personName: '欧阳文澜' },
        { ...facts, personName: '温若谷', post: '市统计局局长' },
      ],
    }),
  )
  const actIds = added.slice(0, 1).map(({ id }) => id)
  value(await client.ballot.askActs({ itemId: nomination.itemId, actIds, manner: 'individually' }))
  await page.getByRole('grid', { name: '任免事项' }).getByText('待表决').waitFor()
  await key('ArrowDown', 'Enter')
  await dialog().getByLabel('事由').fill('工作需要')
  await key('Enter')
  await dialog().waitFor({ state: 'detached' })
  await expect.poll(async () => (await acts())[1]?.reason).toBe('工作需要')
  await key('ArrowUp', 'Enter')
  await page.getByRole('heading', { name: '欧阳文澜为市数据局局长' }).waitFor()
})

test('a wrong nominator and an occupied post are shown, mended on the screen, and then voted on', async () => {
  const { page, client } = app
  const since = '2022-01-10'
  const organ = { rev: 0, kind: 'government' as const, fromOn: since, name: '临江市财政局' }
  const { id: organId } = value(await client.ledger.saveOrgan(organ))
  const head = { title: '局长', kind: 'government-member' as const, verb: '决定任命', single: true }
  const { id: postId } = value(
    await client.ledger.savePost({ rev: 0, organId, fromOn: since, ...head }),
  )
  const held = { rev: 0, personName: '卢景明', postId, postName: '临江市财政局局长' }
  value(await client.ledger.saveTenure({ ...held, fromOn: '2022-03-01' }))

  await page.getByRole('heading', { name: '还没有提请' }).waitFor()
  await key('Control+i')
  const nominator = () => dialog().getByRole('textbox', { name: '提请人', exact: true })
  await nominator().fill('市中级人民法院院长')
  await key('Enter')
  await paste('决定任命：\n余青信为临江市财政局局长；\n欧阳文澜为临江市审计局局长。')
  const review = page.getByRole('table', { name: '读出的事项' })
  await review.getByText('卢景明', { exact: false }).waitFor()
  await review.getByText('已对应').waitFor()
  await review.getByText('目录中没有').waitFor()
  // The law has both under the mayor; a hand puts them under the court.
  const byMayor = review.getByRole('rowheader').filter({ hasText: '市长提请' })
  await byMayor.waitFor()
  for (const row of [1, 2])
    await review.getByLabel(`第 ${row} 行提请人`).selectOption({ label: '市中级人民法院院长' })
  await byMayor.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '加入 2 项' }).click()
  await dialog().waitFor({ state: 'detached' })

  const panel = page.getByRole('region', { name: '所选事项' })
  await panel.getByText('组织法 50(14)', { exact: false }).first().waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await key('Shift+M')
  await dialog().getByText('法律禁止付表决', { exact: false }).waitFor()
  expect(await dialog().getByRole('button', { name: '付表决', exact: true }).isDisabled()).toBe(
    true,
  )
  await key('Escape')
  await dialog().waitFor({ state: 'detached' })

  await key('Shift+E')
  await nominator().fill('市长周启航')
  await key('Enter')
  await dialog().waitFor({ state: 'detached' })
  const marks = page.getByRole('grid', { name: '任免事项' })
  await marks.getByRole('img', { name: '项法律禁止' }).first().waitFor({ state: 'detached' })
  await panel.getByText('卢景明', { exact: false }).first().waitFor()

  await key('n')
  await dialog().getByRole('combobox', { name: /^事项/u }).click()
  await page.getByRole('option', { name: '决定免去', exact: false }).first().click()
  await dialog().getByLabel('姓名').fill('卢景明')
  await dialog().getByLabel('职务').fill('临江市财政局局长')
  await key('Enter')
  await dialog().waitFor({ state: 'detached' })
  await marks.getByRole('row').filter({ hasText: '卢景明' }).waitFor()

  await key('Shift+M')
  const asking = dialog().getByRole('button', { name: '付表决', exact: true })
  await asking.waitFor()
  const reason = dialog().getByLabel('理由（留存备查）')
  if (await reason.isVisible()) await reason.fill('材料已在会前补齐')
  await asking.click()
  await page.getByText('已列为 3 问').waitFor()
  const titles = value(await client.ballot.questions({ sessionId })).map(({ title }) => title)
  expect(titles[0]).toBe('决定免去卢景明的临江市财政局局长职务')
  expect(await seriousFaults(page)).toEqual([])
})

const mixed = [
  '决定任命：',
  '余青信为临江市财政局局长；',
  '欧阳文澜为临江市审计局局长。',
  '任命：',
  '温若谷为临江市监察委员会委员；',
  '何书兰、邵正平为临江市中级人民法院审判员；',
  '苏映雪为临江市人民检察院检察员；',
  '沈怀瑾为临江市人民代表大会常务委员会财政经济工作委员会主任。',
  '免去：',
  '陈华荣的临江市中级人民法院立案庭副庭长职务。',
].join('\n')

test('a pasted list of five organs goes under five nominators at once, and one act to another by a key', async () => {
  const { page, client } = app
  const mayor = { rev: 0, personName: '顾长风', postName: '临江市人民政府市长' }
  value(await client.ledger.saveTenure({ ...mayor, fromOn: '2022-02-01' }))
  await page.getByRole('heading', { name: '还没有提请' }).waitFor()
  await key('Control+i')
  await dialog().getByRole('textbox', { name: '提请人', exact: true }).fill('市长顾长风')
  await key('Enter')
  await paste(mixed)
  const review = page.getByRole('table', { name: '读出的事项' })
  const heads = review.getByRole('rowheader').filter({ hasText: '提请' })
  await heads.first().waitFor()
  expect(
    (await heads.allTextContents()).map((text) => text.replace(/(?:· )?将新增提请$/u, '')),
  ).toEqual([
    '市长顾长风提请2 项',
    '市监察委员会主任提请1 项',
    '市中级人民法院院长提请3 项',
    '市人民检察院检察长提请1 项',
    '主任会议提请1 项',
  ])
  expect(await review.getByText('组织法 50', { exact: false }).count()).toBe(0)
  expect(await seriousFaults(page)).toEqual([])
  await app.screenshot('appointment-five-organs')

  // A row changed to a post of another organ stays under the caret while it is typed, and moves when it is left.
  const post = review.getByLabel('第 6 行职务')
  const chosen = () =>
    review
      .getByLabel('第 6 行提请人')
      .evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.text)
  await post.fill('临江市中级人民法院审判员')
  await expect.poll(chosen).toBe('市中级人民法院院长')
  expect(await post.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await heads.count()).toBe(5)
  await post.fill('临江市人民检察院检察员')
  await expect.poll(chosen).toBe('市人民检察院检察长')

  await key('Control+s')
  await page.getByRole('grid', { name: '任免事项' }).waitFor()
  const listed = async () =>
    value(await client.appointment.nominations({ sessionId })).map(({ nominator, acts: own }) => [
      nominator,
      own.map(({ personName }) => personName),
    ])
  expect(await listed()).toEqual([
    ['市长顾长风', ['余青信', '欧阳文澜']],
    ['市监察委员会主任', ['温若谷']],
    ['市中级人民法院院长', ['何书兰', '邵正平', '陈华荣']],
    ['市人民检察院检察长', ['苏映雪']],
    ['主任会议', ['沈怀瑾']],
  ])
  const findings = value(await client.appointment.findings({ sessionId }))
  expect(findings.filter(({ code }) => code === 'nominator')).toEqual([])

  const [first] = value(await client.appointment.nominations({ sessionId }))
  const judge = { act: 'appoint' as const, verb: '任命', personName: '季云帆' }
  const wrong = [{ ...judge, post: '临江市中级人民法院审判员' }]
  value(await client.appointment.addActs({ nominationId: first?.id ?? '', acts: wrong }))
  const rows = page.getByRole('grid', { name: '任免事项' }).getByRole('row')
  await rows.filter({ hasText: '季云帆' }).waitFor()
  await key('ArrowDown', 'ArrowDown', 'z')
  await dialog()
    .getByRole('radio', { name: '市中级人民法院院长', exact: false, checked: true })
    .waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await app.screenshot('appointment-regroup')
  await key('Enter')
  await dialog().waitFor({ state: 'detached' })
  await rows.filter({ hasText: '季云帆' }).waitFor({ state: 'detached' })
  expect((await listed())[2]).toEqual([
    '市中级人民法院院长',
    ['何书兰', '邵正平', '陈华荣', '季云帆'],
  ])
})
