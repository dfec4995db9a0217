import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { nextShown, showable } from '../../../renderer/hall/HallKeys.tsx'
import { go } from '../../../renderer/lib/place.ts'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined
let sessionId = ''

beforeEach(async () => {
  own = testKernel()
  ;({ sessionId } = await withSitting(own, await withBody(own, { count: 9 }), 1))
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const draw = async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await waitFor(() => expect(screen.getByRole('group', { name: '出席人数' })).toBeTruthy())
  return user
}
const state = async () => value(await own.client.hall.state({}))

describe('the keys of the hall', () => {
  it('work on every screen, and the header says when the hall stands still', async () => {
    const user = await draw()
    for (const place of ['session', 'roster', 'papers', 'journal'] as const) {
      act(() => go(place))
      await user.keyboard('f')
      await waitFor(async () => expect((await state()).frozen).toBe(true))
      await screen.findByText('会场屏 已冻结')
      await user.keyboard('b')
      await waitFor(async () => expect((await state()).blank).toBe(true))
      await screen.findByText('会场屏 黑屏')
      await user.keyboard('b')
      await waitFor(async () => expect((await state()).blank).toBe(false))
      await user.keyboard('f')
      await waitFor(async () => expect((await state()).frozen).toBe(false))
    }
  })

  it('rest while a field is typed into', async () => {
    const user = await draw()
    act(() => go('roster'))
    await user.click(await screen.findByRole('searchbox'))
    await user.keyboard('fbrh')
    expect(await state()).toMatchObject({ frozen: false, blank: false, back: 0, shown: null })
  })

  it('R steps back as far as there is something, Shift+H follows again', async () => {
    const user = await draw()
    await user.keyboard('r')
    await waitFor(async () => expect(await state()).toMatchObject({ back: 1, canGoBack: false }))
    await user.keyboard('{Shift>}h{/Shift}')
    await waitFor(async () => expect(await state()).toMatchObject({ back: 0, canGoBack: true }))
  })

  it('H on the roll puts the attendance on the screen, then the welcome', async () => {
    const user = await draw()
    act(() => go('attendance'))
    await user.keyboard('h')
    await waitFor(async () => expect((await state()).shown).toEqual({ scene: 'attendance' }))
    await user.keyboard('h')
    await waitFor(async () => expect((await state()).shown).toEqual({ scene: 'welcome' }))
  })
})

describe('what H shows', () => {
  const items = [
    { id: 'i1', state: 'decided' },
    { id: 'i2', state: 'current' },
  ] as Parameters<typeof showable>[1]['items']
  const question = (id: string, itemId: string, more: object = {}) =>
    ({ id, itemId, actIds: [], standing: null, withdrawn: null, ...more }) as Parameters<
      typeof showable
    >[2][number]
  const at = (itemId: string | null, questionId: string | null = null) => ({
    name: 'ballot' as const,
    itemId,
    questionId,
  })

  it('is the question, then its item, then the persons of it', () => {
    const asked = question('q', 'i2', { actIds: ['a'] })
    const choices = showable(at('i2', 'q'), { items }, [asked])
    expect(choices.map(({ scene }) => scene)).toEqual(['question', 'item', 'list'])
    const decided = question('q', 'i2', { standing: {} })
    expect(showable(at('i2', 'q'), { items }, [decided])[0]).toEqual({
      scene: 'result',
      questionId: 'q',
    })
  })

  it('is the item on the floor where none is chosen', () => {
    expect(showable(at(null), { items }, [])).toEqual([{ scene: 'item', itemId: 'i2' }])
    expect(showable(at(null), { items: [] }, [])).toEqual([{ scene: 'welcome' }])
    const next = question('q', 'i2')
    const gone = question('gone', 'i2', { withdrawn: { at: '', reason: '' } })
    expect(showable(at(null), { items }, [gone, next])[0]).toEqual({
      scene: 'question',
      questionId: 'q',
    })
  })

  it('goes round', () => {
    const choices = showable(at('i2', 'q'), { items }, [question('q', 'i2')])
    const first = nextShown(choices, null)
    const second = nextShown(choices, first ?? null)
    expect([first?.scene, second?.scene]).toEqual(['question', 'item'])
    expect(nextShown(choices, second ?? null)).toEqual(first)
  })
})

it('the settings say what they mean, and refuse a screen nobody can read', async () => {
  const user = await draw()
  act(() => go('hall'))
  await screen.findByText('字高至少 7.5 厘米；一行 43 字，名单一页 12 行。')
  const distance = screen.getByLabelText('最远的座位（米）')
  await user.clear(distance)
  await user.type(distance, '80')
  await screen.findByText(/这块屏幕在 80 米外看不清/)
  expect(screen.getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
  await user.clear(distance)
  await user.type(distance, '20')
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(async () =>
    expect(value(await own.client.hall.settings({}))).toMatchObject({ distance: 20, rev: 1 }),
  )
})

it('the thumbnail follows the sitting', async () => {
  await draw()
  act(() => go('hall'))
  const thumb = await screen.findByRole('img', { name: '会场所见: 跟随会议' })
  await waitFor(() => expect(thumb.textContent).toContain('出席情况'))
  const item = value(
    await own.client.session.saveItem({ rev: 0, sessionId, kind: 'report', title: '审计报告' }),
  )
  value(await own.client.session.setItemState({ id: item.id, rev: item.rev, state: 'current' }))
  await waitFor(() =>
    expect(thumb.querySelector('.hall-layer:not([data-back])')?.textContent).toContain('审计报告'),
  )
})
