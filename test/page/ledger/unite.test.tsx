import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { doubles, type Doubles } from '../../builders/doubles.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { openLedger } from './ledger.testkit.tsx'

let own: TestKernel
let two: Doubles
let page: Awaited<ReturnType<typeof openLedger>>

beforeEach(async () => {
  own = testKernel()
  two = doubles(own)
  await withBody(own, { count: 0 })
})

afterEach(async () => {
  page.stop()
  await own.dispose()
})

const name = '云知岚'
const FINANCE = '临江市财政局局长'
const STATISTICS = '临江市统计局局长'

/** The person whose post that is, with the keys of the part in reach. */
const openPerson = async (post: string) => {
  page = await openLedger(own.kernel)
  await page.turnTo('人员')
  await page.user.type(screen.getByRole('searchbox'), name)
  await page.user.click(await screen.findByText(post))
  await screen.findByRole('grid', { name: `${name}的任职经历` })
  return page.user
}
const dialog = () => screen.findByRole('dialog', { name: `合并为同一人：${name}` })
const shown = async (): Promise<HTMLElement> => {
  await screen.findByRole('grid', { name: '两条记录的登记内容' })
  return dialog()
}
const rowOf = (field: string): string[] => {
  const grid = screen.getByRole('grid', { name: '两条记录的登记内容' })
  const row = within(grid)
    .getAllByRole('row')
    .find(({ textContent }) => textContent.startsWith(field))
  return within(row ?? grid)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)
}

it('says that others bear the name, and makes one entry of two by keyboard', async () => {
  const [stays, goes] = await two.entries(name)
  await two.hold(stays, name, { postName: FINANCE, fromOn: '2022-01-20' })
  await two.hold(goes, name, { postName: STATISTICS, fromOn: '2018-03-01', toOn: '2022-01-20' })
  two.say(stays, { nationality: '汉族' })
  two.say(goes, { nationality: '回族', birth: '1971-05' })
  const user = await openPerson(FINANCE)
  expect(await screen.findByRole('button', { name: '另有同名者 1 人' })).toBeTruthy()
  await user.keyboard('{Shift>}C{/Shift}')
  const line = await within(await dialog()).findByRole('option')
  expect(line.textContent).toBe(`${name}1971.05生 · 曾任${STATISTICS}`)
  await user.keyboard('{Enter}')
  expect(screen.queryByRole('grid', { name: '两条记录的登记内容' })).toBeNull()
  await user.keyboard('{ArrowDown}{Enter}')
  const preview = within(await shown())
  expect(rowOf('出生年月')).toEqual(['出生年月', '未填', '1971.05', '1971.05'])
  expect(preview.getByText('任职 1 段')).toBeTruthy()
  expect(preview.getByText(`“${STATISTICS}”（2018年3月1日至2022年1月20日）`)).toBeTruthy()
  expect(preview.queryByText(/很可能是另一个人/u)).toBeNull()
  expect(preview.getByText(/^合并后不能撤销。合并前自动备份一次/u)).toBeTruthy()
  const confirm = preview.getByRole<HTMLButtonElement>('button', { name: '合并' })
  expect(confirm.disabled).toBe(true)
  expect(preview.getByText('还有 1 项两边不同，请逐项选定：民族。')).toBeTruthy()
  await user.click(preview.getByRole('radio', { name: '回族' }))
  expect(confirm.disabled).toBe(false)
  confirm.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await screen.findByText(
    new RegExp(`^已合并为一条：${name}。合并前的备份：yixi-.*-unite\\.db$`, 'u'),
  )
  await waitFor(() => expect(screen.queryByRole('button', { name: /另有同名者/u })).toBeNull())
  expect(await screen.findByRole('cell', { name: STATISTICS })).toBeTruthy()
  expect(two.entry(stays)).toMatchObject({ nationality: '回族', birth: '1971-05' })
  expect(two.entry(goes)).toBeUndefined()
})

it('says what is in the way and how to mend it, and lets nothing be confirmed', async () => {
  const [stays, goes] = await two.entries(name)
  await two.hold(stays, name, { postName: FINANCE, fromOn: '2019-01-20' })
  await two.hold(goes, name, { postName: FINANCE, fromOn: '2021-05-06' })
  await two.hold(goes, name, { postName: STATISTICS, fromOn: '2018-03-01' })
  const user = await openPerson(`${STATISTICS}、${FINANCE}`)
  await user.click(await screen.findByRole('button', { name: '另有同名者 1 人' }))
  await user.click(await within(await dialog()).findByRole('option'))
  const preview = within(await shown())
  expect(preview.getByRole('alert').textContent).toContain(
    `“${FINANCE}”（2019年1月20日至今）与“${FINANCE}”（2021年5月6日至今）。一个人不能同时两次担任同一职务。`,
  )
  expect(preview.getByRole<HTMLButtonElement>('button', { name: '合并' }).disabled).toBe(true)
  await user.click(preview.getByRole('button', { name: '换一条记录' }))
  expect(await screen.findByRole('option')).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(value(await own.client.ledger.findPerson({ text: name }))).toHaveLength(2)
})

it('offers nobody to be united with oneself, neither at once nor when searched by name', async () => {
  const [only] = await two.entries(name, 1)
  await two.hold(only, name, { postName: FINANCE, fromOn: '2022-01-20' })
  const user = await openPerson(FINANCE)
  await user.keyboard('{Shift>}C{/Shift}')
  const open = within(await dialog())
  await open.findByText(/^没有别的同名记录/u)
  await user.keyboard(name)
  await open.findByText(`没有与“${name}”相符的记录`)
  expect(open.queryByRole('option')).toBeNull()
})

it('tells those born at another time apart, and finds a name written otherwise', async () => {
  const [stays, goes] = await two.entries(name)
  const [near] = await two.entries('云知兰', 1)
  await two.hold(stays, name, { postName: FINANCE, fromOn: '2022-01-20' })
  two.say(stays, { birth: '1971-05' })
  two.say(goes, { birth: '1982-11' })
  const user = await openPerson(FINANCE)
  await user.keyboard('{Shift>}C{/Shift}')
  const [line] = await within(await dialog()).findAllByRole('option')
  expect(line?.textContent).toContain('1982.11生 · 没有任职记录性别或出生年月不同')
  await user.keyboard('{ArrowDown}{Enter}')
  expect(within(await shown()).getByText(/很可能是另一个人/u)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '换一条记录' }))
  expect(screen.queryByRole('button', { name: /另有同名者/u })).toBeNull()
  await user.keyboard('云知兰')
  await waitFor(() => expect(screen.getByRole('option').textContent).toMatch(/^云知兰/u))
  await user.keyboard('{Enter}')
  const preview = within(await shown())
  await user.click(preview.getByRole('radio', { name: '云知兰' }))
  await user.click(preview.getByRole('button', { name: '合并' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(two.entry(stays)).toMatchObject({ name: '云知兰', birth: '1971-05' })
  expect(two.entry(near)).toBeUndefined()
  expect(two.entry(goes)).toBeDefined()
})
