import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { Bridge } from '../../../shared/contract/index.ts'
import { App } from '../../../renderer/app/App.tsx'
import { drawPage } from '../app/page.testkit.tsx'

/** The page at the ledger: whoever types there, the way to its parts by key, and the end of it. */
export const openLedger = async (bridge: Bridge) => {
  const user = userEvent.setup()
  const stop = drawPage(bridge, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}l{/Alt}')
  await screen.findByRole('heading', { name: '台账' })
  const turnTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 6; presses += 1) {
      const shown = screen.getAllByRole('tab', { selected: true }).map((tab) => tab.textContent)
      if (shown.includes(name)) return
      await user.keyboard('{Shift>}{ArrowRight}{/Shift}')
    }
    throw new Error(`no part ${name}`)
  }
  return { user, stop, turnTo }
}
