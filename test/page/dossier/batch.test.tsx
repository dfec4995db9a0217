import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { go } from '../../../renderer/lib/place.ts'
import { lrmOf, lrmFields, lrmxOf } from '../../builders/forms.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let sessionId: string
let stop = (): void => undefined

beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 3 })
  const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await own.client.session.save({ rev: 0, number: 20, ...day })).id
  const item = { rev: 0, sessionId, kind: 'appointment' as const, title: '人事任免案' }
  const itemId = value(await own.client.session.saveItem(item)).id
  const who = { rev: 0, itemId, nominator: '院长', nominatorKind: 'court-president' as const }
  value(await own.client.appointment.saveNomination(who))
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const fileOf = (bytes: Uint8Array, name: string): File => new File([new Uint8Array(bytes)], name)

it('reads nominations from several forms at once, and keeps each form with its act', async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  go('appointment', { sessionId })
  await user.click(await screen.findByRole('button', { name: /^读入文本/u }))
  const input = await screen.findByLabelText('打开文本、表格或任免审批表')
  const files = [
    fileOf(lrmxOf(), '商羽宁.lrmx'),
    fileOf(lrmOf(lrmFields({ name: '穆青河', sex: '男', proposedRemoval: '' })), '穆青河.lrm'),
    fileOf(new TextEncoder().encode('<!DOCTYPE a><Person/>'), '坏.lrmx'),
  ]
  fireEvent.change(input, { target: { files } })
  expect(await screen.findByText(/文件“坏.lrmx”第 1 行有文档类型声明/u)).toBeTruthy()
  expect(screen.getAllByDisplayValue('商羽宁')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: /^加入/u }))
  await waitFor(async () => {
    const forms = value(await own.client.dossier.ofSession({ sessionId }))
    expect(forms.map(({ personName }) => personName).toSorted()).toEqual(['商羽宁', '穆青河'])
  })
  const [nomination] = value(await own.client.appointment.nominations({ sessionId }))
  expect(nomination?.acts.map(({ verb, personName, post }) => verb + personName + post)).toEqual([
    '免去商羽宁临江市中级人民法院民事审判第二庭庭长',
    '任命商羽宁临江市中级人民法院副院长',
    '任命穆青河临江市中级人民法院副院长',
  ])
  const [first] = nomination?.acts ?? []
  expect(first?.reason).toBe('工作需要')
  expect(value(await own.client.roster.find({ text: '穆青河' }))[0]?.sex).toBe('male')
})
