import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { chamber, type Hall } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

const post = '临江市财政局局长'
const since = '2022-01-10'

/** A bureau whose one head is in office, and a proposal of another. */
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
  const organ = { rev: 0, kind: 'government' as const, fromOn: since, name: '临江市财政局' }
  const { id: organId } = value(await own.client.ledger.saveOrgan(organ))
  const head = { title: '局长', kind: 'government-member' as const, verb: '决定任命', single: true }
  const { id: postId } = value(
    await own.client.ledger.savePost({ rev: 0, organId, fromOn: since, ...head }),
  )
  const held = { rev: 0, personName: '卢景明', postId, postName: post, fromOn: '2022-03-01' }
  value(await own.client.ledger.saveTenure(held))
  await room.acts(place, [{ verb: '决定任命', personName: '沈知远', post }])
  await room.acts(place, [{ verb: '任命', personName: '陆知秋', post: '临江市中级人民法院审判员' }])
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const open = async (key: string) => {
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard(`{Alt>}${key}{/Alt}`)
}
const panel = () => within(screen.getByRole('region', { name: '所选事项' }))
const questions = async () => value(await own.client.ballot.questions(place))
const acts = async () =>
  value(await own.client.appointment.nominations(place)).flatMap((one) => one.acts)
const overrides = async () =>
  value(await own.client.appointment.findings(place)).flatMap(({ override }) => override ?? [])

describe('the act chosen', () => {
  it('shows what the ledger objects; a reason is kept with it and can be taken back', async () => {
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.click(await screen.findByRole('button', { name: '说明理由，越过' }))
    await user.type(screen.getByLabelText('理由（留存备查）'), '原任另案免职{Enter}')
    await screen.findByText(/已越过：原任另案免职/u)
    expect(await overrides()).toMatchObject([{ reason: '原任另案免职', operator: '经办人' }])
    await user.click(screen.getByRole('button', { name: '收回' }))
    await screen.findByRole('button', { name: '说明理由，越过' })
    expect(await overrides()).toEqual([])
  })

  it('is marked where its removal failed, and has no way past', async () => {
    const off = { act: 'remove' as const, verb: '决定免去', personName: '卢景明', post }
    const [remove] = await room.askActs(place, await room.acts(place, [off]))
    if (!remove) throw new Error('a question expected')
    await room.decided(place, remove, false)
    await open('6')
    await screen.findByRole('img', { name: '本次会议不付表决' })
    await screen.findByText(/仍任临江市财政局局长，沈知远的任命应当一并暂缓/u)
    expect(screen.queryByRole('button', { name: '说明理由，越过' })).toBeNull()
  })

  it('is not written over where it was changed while its form stood open', async () => {
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('e')
    const form = within(await screen.findByRole('dialog'))
    const [known] = await acts()
    if (!known) throw new Error('an act expected')
    const { id, rev, act, verb, personName } = known
    const other = '临江市审计局局长'
    value(
      await own.client.appointment.saveAct({
        id,
        rev,
        act,
        verb,
        personName,
        post: other,
        reason: '',
      }),
    )
    expect((await screen.findAllByText(other)).length).toBeGreaterThan(0)
    await user.type(form.getByLabelText(/^姓名/u), '山{Enter}')
    await waitFor(() => expect(form.getByRole('alert')).toBeTruthy())
    expect((await acts())[0]).toMatchObject({ personName: '沈知远', post: other })
  })

  it('notes what came with it', async () => {
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.click(await screen.findByRole('checkbox', { name: /任免呈报表/u }))
    await waitFor(async () => {
      const listed = value(await own.client.appointment.materials(place))
      expect(listed.find(({ kind, fact }) => kind === 'report-form' && fact)).toBeTruthy()
    })
  })

  it('brings all its nomination lacks by one key and one day, each to be taken back', async () => {
    const states = async () =>
      value(await own.client.appointment.materials(place)).map(({ fact }) => fact?.receivedOn)
    await open('6')
    await screen.findByRole('button', { name: /^收齐材料/u })
    await user.keyboard('{Shift>}a{/Shift}')
    const dialog = within(await screen.findByRole('dialog', { name: /^登记材料收齐/u }))
    await user.click(dialog.getByRole('checkbox', { name: /^考察材料/u }))
    const day = dialog.getByLabelText('收到日期')
    await user.clear(day)
    await user.type(day, '2026-11-12{Enter}')
    await screen.findByText(/^已登记收到材料 \d+ 份/u)
    expect(new Set(await states())).toEqual(new Set(['2026-11-12', undefined]))
    const form = await screen.findByRole('checkbox', { name: /任免呈报表/u })
    await waitFor(() => expect(form).toHaveProperty('checked', true))
    expect(screen.getByRole('checkbox', { name: /考察材料/u })).toHaveProperty('checked', false)
    await user.click(form)
    await waitFor(() => expect(form).toHaveProperty('checked', false))
  })

  it('is deferred with a reason and resumed by the same key', async () => {
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('{Shift>}d{/Shift}')
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText(/暂缓事由/u), '另行审议{Enter}')
    await panel().findByText(/已暂缓付表决：另行审议/u)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('button', { name: /逐人付表决 0 项/u })).toHaveProperty(
      'disabled',
      true,
    )
    await user.keyboard('{Shift>}d{/Shift}')
    await waitFor(async () => expect((await acts())[0]?.outcome).toBe('pending'))
    await screen.findByRole('button', { name: /逐人付表决 1 项/u })
  })

  it('proposes a post the catalogue does not have, with the facts of its kind', async () => {
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    await panel().findByText('目录中没有')
    await user.click(panel().getByRole('button', { name: '新增职务' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByLabelText(/机构全称/u)).toHaveProperty('value', '临江市中级人民法院')
    expect(dialog.getByLabelText(/职务名称/u)).toHaveProperty('value', '审判员')
    await user.click(dialog.getByRole('button', { name: '新增职务' }))
    await panel().findByText('已对应')
    const { posts } = value(await own.client.ledger.catalogue({}))
    expect(posts.at(-1)?.versions[0]).toMatchObject({ title: '审判员', kind: 'court-officer' })
  })
})

describe('two people of one name', () => {
  it('are told apart on the screen by the keyboard, and the choice is kept with the act', async () => {
    const judge = '临江市中级人民法院审判员'
    const tenure = { rev: 0, personName: '陆知秋', postName: judge, fromOn: '2021-04-05' }
    value(await own.client.ledger.saveTenure(tenure))
    const facts = { rev: 0, name: '陆知秋', kind: 'ordinary' as const, startsOn: '2022-01-10' }
    const left = { endsAt: '2023-05-06', endReason: 'resignation' as const }
    const { personId } = value(await own.client.roster.saveMember({ ...facts, ...left }))
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    const choice = await panel().findByLabelText(/台账中有 2 位陆知秋/u)
    await panel().findByText(/有 2 个人叫陆知秋/u)
    choice.focus()
    await user.keyboard('{ArrowDown}')
    const options = await screen.findAllByRole('option', { hidden: true })
    const at = options.findIndex((one) => one.hasAttribute('data-combobox-selected'))
    const other = options.findIndex((one) => !one.textContent?.includes(judge))
    const down = (other - at + options.length) % options.length
    await user.keyboard(`${'{ArrowDown}'.repeat(down)}{Enter}`)
    await waitFor(async () => {
      const tied = (await acts()).find(({ personName }) => personName === '陆知秋')
      expect(tied?.personId).toBe(personId)
    })
    await waitFor(async () => {
      const found = value(await own.client.appointment.findings(place))
      expect(found.map(({ code }) => code)).not.toContain('namesake')
    })
  })
})

describe('acts under the wrong nomination', () => {
  it('go under the one the law names, marked ones together, by one key', async () => {
    const [mayor] = value(await own.client.appointment.nominations(place))
    const rows = ['何清', '顾南'].map((personName) => ({
      act: 'appoint' as const,
      verb: '任命',
      personName,
      post: '临江市中级人民法院审判员',
    }))
    const nominationId = mayor?.id ?? ''
    value(await own.client.appointment.addActs({ nominationId, acts: rows }))
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('{ArrowDown}.{ArrowDown}.z')
    const dialog = within(await screen.findByRole('dialog'))
    const court = await dialog.findByRole('radio', { name: /市中级人民法院院长.*依法提请/u })
    expect(court).toHaveProperty('checked', true)
    await waitFor(() => expect(document.activeElement).toBe(court))
    await user.keyboard('{Enter}')
    await waitFor(async () => {
      const all = value(await own.client.appointment.nominations(place))
      expect(all.map((one) => one.acts.map(({ personName }) => personName))).toEqual([
        ['沈知远'],
        ['陆知秋', '何清', '顾南'],
      ])
    })
  })

  it('are put under nobody unasked where no other is lawful', async () => {
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('z')
    const dialog = within(await screen.findByRole('dialog', { name: /^改由他人提请/u }))
    const offered = await dialog.findAllByRole<HTMLInputElement>('radio')
    expect(offered.filter(({ checked }) => checked)).toEqual([])
    expect(dialog.queryByText(/依法提请/u)).toBeNull()
    const confirm = dialog.getByRole('button', { name: '改由所选提请' })
    expect(confirm).toHaveProperty('disabled', true)
    await waitFor(() => expect(document.activeElement).toBe(offered[0]))
    await user.keyboard(' ')
    await waitFor(() => expect(confirm).toHaveProperty('disabled', false))
  })
})

describe('the desk', () => {
  it('shows what came to stand against an act after it was asked', async () => {
    const [act] = await acts()
    const asked = { itemId: place.itemId, actIds: [act?.id ?? ''], manner: 'individually' as const }
    value(await own.client.ballot.askActs({ ...asked, goPast: '原任已经调离' }))
    await open('5')
    await screen.findByRole('heading', { name: `沈知远为${post}` })
    const forbidden = /组织法 50\(14\)/u
    expect(screen.queryByText(forbidden)).toBeNull()
    const [mayor] = value(await own.client.appointment.nominations(place))
    const { id, rev = 0 } = mayor ?? { id: '' }
    const wrong = { nominator: '主任会议', nominatorKind: 'council' as const }
    const facts = { id, rev, itemId: place.itemId, ...wrong }
    value(await own.client.appointment.saveNomination(facts))
    await screen.findByText(forbidden)
  })
})

describe('what the law forbids', () => {
  it('is named in the dialog of asking and left out; the others go to the vote', async () => {
    const judge = { personName: '顾南', post: '临江市中级人民法院审判员' }
    const [mayor] = value(await own.client.appointment.nominations(place))
    const line = { ...judge, act: 'appoint' as const, verb: '任命' }
    const nominationId = mayor?.id ?? ''
    value(await own.client.appointment.addActs({ nominationId, acts: [line] }))
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('{Shift>}m{/Shift}')
    const dialog = within(await screen.findByRole('dialog', { name: /1 项/u }))
    await dialog.findByText(/^顾南的任免现在不能付表决，先不列入/u)
    await dialog.findByText(/须由法院院长提请/u)
    await user.type(dialog.getByLabelText(/理由（留存备查）/u), '原任已经调离{Enter}')
    await waitFor(async () => expect(await questions()).toHaveLength(1))
    expect((await questions())[0]?.actIds).toEqual([(await acts())[0]?.id])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('{Shift>}m{/Shift}')
    const again = within(await screen.findByRole('dialog'))
    expect(again.getByRole('button', { name: '付表决' })).toHaveProperty('disabled', true)
    expect(await questions()).toHaveLength(1)
  })
})

describe('warnings', () => {
  it('are gone past in the dialog of asking, for one reason', async () => {
    await open('6')
    await screen.findByText(/现由卢景明担任/u)
    await user.keyboard('{Shift>}m{/Shift}')
    const dialog = within(await screen.findByRole('dialog'))
    const confirm = dialog.getByRole('button', { name: '付表决' })
    expect(confirm).toHaveProperty('disabled', true)
    await user.type(dialog.getByLabelText(/理由（留存备查）/u), '原任已经调离')
    await user.click(confirm)
    await waitFor(async () => expect(await questions()).toHaveLength(1))
    expect(await overrides()).toMatchObject([{ reason: '原任已经调离' }])
  })

  it('are shown at the desk too before acts go to the vote from there', async () => {
    const { items } = value(await own.client.session.get({ id: place.sessionId }))
    const [item] = items
    if (!item) throw new Error('item expected')
    const facts = { id: item.id, rev: item.rev, state: 'current' as const }
    value(await own.client.session.setItemState(facts))
    await open('5')
    await screen.findByText(/有 2 件任免事项/u)
    await user.keyboard(' ')
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByText(/现由卢景明担任/u)
    await user.type(dialog.getByLabelText(/理由（留存备查）/u), '原任已经调离{Enter}')
    await waitFor(async () => expect(await questions()).toHaveLength(2))
    expect(await overrides()).toMatchObject([{ reason: '原任已经调离' }])
  })
})
