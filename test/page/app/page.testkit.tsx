import { QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import type { Bridge } from '../../../shared/contract/index.ts'
import { useActions } from '../../../renderer/lib/commands.ts'
import { startI18n } from '../../../renderer/lib/i18n.ts'
import { createQueryClient, followKernel, useLive } from '../../../renderer/lib/live.ts'
import { useNotices } from '../../../renderer/lib/notices.ts'
import { go } from '../../../renderer/lib/place.ts'
import { Kit } from '../../../renderer/ui/index.ts'

// The kernel's heavier parts load with their first use; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 8000 })

/** jsdom lays nothing out; long tables ask how much of them is in sight. */
const layOut = (): void => {
  const of = (value: number) => ({ configurable: true, value })
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', of(600))
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', of(1000))
}

/** Draws a part of the page as the real page would, over a kernel in this process. Returns the function that stops following. */
export const drawPage = (bridge: Bridge, page: ReactNode): (() => void) => {
  layOut()
  localStorage.clear()
  window.yixi = bridge
  startI18n()
  useLive.setState({ rev: null, savedAt: null, online: true, tasks: {} })
  useNotices.setState({ notices: [] })
  useActions.setState({ offered: {} })
  go('session', { sessionId: null, sittingId: null, itemId: null, questionId: null })
  const queries = createQueryClient()
  const stop = followKernel(queries)
  const view = render(
    <QueryClientProvider client={queries}>
      <Kit>{page}</Kit>
    </QueryClientProvider>,
  )
  return () => {
    view.unmount()
    stop()
    queries.clear()
  }
}
