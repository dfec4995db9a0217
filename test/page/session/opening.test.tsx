import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { testKernel, value, withBody, withSitting, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

let own: TestKernel
let stop = (): void => undefined

beforeEach(async () => {
  own = testKernel()
  // A session under way on 26 November, and the next one, planned for 24 December.
  await withSitting(own, await withBody(own, { count: 9 }), 0)
  const day = { startsOn: '2026-12-24', endsOn: '2026-12-24' }
  const { id: sessionId } = value(await own.client.session.save({ rev: 0, number: 21, ...day }))
  const startsAt = '2026-12-24T09:00:00'
  const sitting = { rev: 0, sessionId, kind: 'plenary' as const, startsAt }
  value(await own.client.session.saveSitting(sitting))
  const item = { rev: 0, sessionId, kind: 'other' as const, title: '审议报告' }
  value(await own.client.session.saveItem(item))
})

afterEach(async () => {
  stop()
  await own.dispose()
})

const theNext = async () => {
  const [first] = value(await own.client.session.list({}))
  return value(await own.client.session.get({ id: first?.id ?? '' }))
}

const draw = async () => {
  const user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}1{/Alt}')
  await user.click(await screen.findByRole('button', { name: /第二十一次会议/ }))
  await screen.findByRole('heading', { name: /^第九届人大常委会第二十一次会议/ })
  await screen.findByRole('button', { name: /^开会/ })
  return user
}

const asked = async () => {
  const dialog = await screen.findByRole('dialog', { name: '第一次全体会议，现在开会？' })
  const cancel = within(dialog).getByRole('button', { name: '取消' })
  await waitFor(() => expect(document.activeElement).toBe(cancel))
  return dialog
}

const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

it('asks before a sitting is opened on another day beside a session under way; Enter leaves it be', async () => {
  const user = await draw()
  await user.keyboard('{Shift>} {/Shift}')
  const dialog = await asked()
  within(dialog).getByText(/日期是2026年12月24日，今天是2026年11月26日/)
  within(dialog).getByText(/第九届人大常委会第二十次会议还在会中/)
  await user.keyboard('{Enter}')
  await gone()
  expect(await theNext()).toMatchObject({ state: 'planned', sittings: [{ state: 'planned' }] })
  await user.keyboard('{Shift>} {/Shift}')
  await asked()
  await user.keyboard('{Tab}{Enter}')
  await waitFor(async () =>
    expect(await theNext()).toMatchObject({ state: 'open', sittings: [{ state: 'open' }] }),
  )
  await gone()
})

it('asks the same at the desk', async () => {
  const user = await draw()
  await user.keyboard('{Alt>}5{/Alt}')
  await screen.findByText('第一次全体会议还没有开始，预定 2026年12月24日 09:00。')
  await user.keyboard(' ')
  await asked()
  await user.keyboard('{Escape}')
  await gone()
  expect((await theNext()).state).toBe('planned')
  await user.keyboard(' ')
  await asked()
  await user.keyboard('{Tab}{Enter}')
  await screen.findByText('还有 9 人没有点名，请先完成点名。')
  await gone()
})

it('asks nothing on the day of the sitting when the session before is closed', async () => {
  const [, before] = value(await own.client.session.list({}))
  const { id, rev, sittings } = value(await own.client.session.get({ id: before?.id ?? '' }))
  const [sitting] = sittings
  const over = { id: sitting?.id ?? '', rev: sitting?.rev ?? 0, state: 'adjourned' as const }
  value(await own.client.session.setSittingState(over))
  value(await own.client.session.setState({ id, rev, state: 'closed' }))
  own.at('2026-12-24T09:02:00')
  const user = await draw()
  await user.keyboard('{Shift>} {/Shift}')
  await waitFor(async () =>
    expect((await theNext()).sittings).toMatchObject([
      { state: 'open', startsAt: '2026-12-24T09:02:00' },
    ]),
  )
  expect(screen.queryByRole('dialog')).toBeNull()
})
