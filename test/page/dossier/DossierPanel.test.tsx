import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DossierPanel } from '../../../renderer/dossier/index.ts'
import { lrmOf, lrmxOf, portrait, type SampleForm } from '../../builders/forms.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined

beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 3 })
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const known = async (): Promise<string> => {
  const facts = { rev: 0, personName: '商羽宁', postName: '临江市财政局局长', fromOn: null }
  return value(await own.client.ledger.saveTenure(facts)).personId
}
const fileOf = (bytes: Uint8Array, name: string): File =>
  new File([new Uint8Array(bytes)], name, { type: 'application/octet-stream' })
const choose = async (label: string, file: File): Promise<void> => {
  const input = await screen.findByLabelText(label)
  fireEvent.change(input, { target: { files: [file] } })
}
const openDialog = async (change: Partial<SampleForm> = {}) => {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '读入任免审批表' }))
  await waitFor(() => expect(document.activeElement?.textContent).toBe('选择任免审批表'))
  await choose('选择任免审批表', fileOf(lrmxOf(change), '商羽宁.lrmx'))
  const dialog = await screen.findByRole('dialog', { name: '读入任免审批表' })
  await within(dialog).findByRole('grid')
  return { user, dialog }
}
const rowOf = (dialog: HTMLElement, field: string): HTMLElement => {
  const row = within(dialog).getByText(field, { selector: 'td' }).closest('tr')
  if (!row) throw new Error(`no row ${field}`)
  return row
}

it('shows what differs, takes what is ticked, keeps picture and résumé', async () => {
  const personId = await known()
  stop = drawPage(own.kernel, <DossierPanel personId={personId} />)
  expect(await screen.findByText('还没有任免审批表')).toBeTruthy()
  const { user, dialog } = await openDialog()
  expect(within(dialog).getByAltText('商羽宁的照片')).toBeTruthy()
  expect(rowOf(dialog, '姓名').textContent).toContain('一致')
  const post = rowOf(dialog, '现任职务')
  expect(post.textContent).toContain('不同')
  expect(post.textContent).toContain('台账中现任的“临江市财政局局长”在表上没有写到')
  const birth = within(dialog).getByRole<HTMLInputElement>('checkbox', { name: '用表上的出生年月' })
  expect(birth.checked).toBe(true)
  await user.click(within(dialog).getByRole('checkbox', { name: '用表上的民族' }))
  await user.click(within(dialog).getByRole('button', { name: /^保存任免审批表/u }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByAltText('商羽宁的照片')).toBeTruthy()
  expect(screen.getByText(/^2018\.11--/u)).toBeTruthy()
  expect(screen.getByText('穆知微')).toBeTruthy()
  expect(await screen.findByText(/^台账中现任的“临江市财政局局长”在表上没有写到/u)).toBeTruthy()
  const [person] = value(await own.client.roster.find({ text: '商羽宁' }))
  expect(person).toMatchObject({ sex: 'female', nationality: null })
})

it('narrows to what differs, and compares with nobody when told so', async () => {
  const personId = await known()
  stop = drawPage(own.kernel, <DossierPanel personId={personId} />)
  const { user, dialog } = await openDialog({ currentPost: '临江市财政局局长' })
  await user.click(within(dialog).getByRole('checkbox', { name: '只看不一致的' }))
  expect(await within(dialog).findByText('没有不一致的项目。')).toBeTruthy()
  await user.click(within(dialog).getByRole('checkbox', { name: '只看不一致的' }))
  await user.click(within(dialog).getByRole('combobox', { name: '这是谁的表' }))
  const nobody = '名册和任免台账里没有的人：新增“商羽宁”'
  await user.click(await screen.findByText(nobody))
  await waitFor(() => expect(rowOf(dialog, '姓名').textContent).toContain('新'))
  expect(within(dialog).queryByRole('checkbox', { name: /^用表上的/u })).toBeNull()
})

it('says what is wrong with a file, and reads another', async () => {
  const personId = await known()
  stop = drawPage(own.kernel, <DossierPanel personId={personId} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '读入任免审批表' }))
  const broken = new TextEncoder().encode('<!DOCTYPE a><Person/>')
  await choose('选择任免审批表', fileOf(broken, '坏.lrmx'))
  expect((await screen.findByRole('alert')).textContent).toContain('文档类型声明')
  await choose('选择任免审批表', fileOf(lrmOf(), '商羽宁.lrm'))
  expect(await screen.findByText(/^文件里没有照片/u)).toBeTruthy()
  await choose('选择照片', fileOf(portrait(), '商羽宁.pic'))
  expect(await screen.findByAltText('商羽宁的照片')).toBeTruthy()
  expect(screen.queryByText(/^文件里没有照片/u)).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('shows the comparison anew when something moved meanwhile', async () => {
  const personId = await known()
  stop = drawPage(own.kernel, <DossierPanel personId={personId} />)
  const { user, dialog } = await openDialog({ currentPost: '临江市财政局局长' })
  expect(rowOf(dialog, '现任职务').textContent).toContain('一致')
  const other = { personName: '商羽宁', postName: '临江市人民政府参事', fromOn: null }
  value(await own.client.ledger.saveTenure({ rev: 0, ...other }))
  await user.click(within(dialog).getByRole('button', { name: /^保存任免审批表/u }))
  expect((await within(dialog).findByRole('alert')).textContent).toContain('有了变化，没有保存')
  await waitFor(() => expect(rowOf(dialog, '现任职务').textContent).toContain('不同'))
  await user.click(within(dialog).getByRole('button', { name: /^保存任免审批表/u }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('deletes a form after asking', async () => {
  const file = { fileName: 'a.lrmx', base64: Buffer.from(lrmxOf()).toString('base64') }
  const reading = value(await own.client.dossier.readForm(file))
  const { token, personId } = reading
  const kept = value(await own.client.dossier.attachForm({ ...file, token, personId }))
  stop = drawPage(own.kernel, <DossierPanel personId={kept.personId} />)
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: '删除这份表' }))
  const dialog = await screen.findByRole('dialog', { name: '删除任免审批表' })
  await user.click(within(dialog).getByRole('button', { name: '删除这份表' }))
  expect(await screen.findByText('还没有任免审批表')).toBeTruthy()
})
