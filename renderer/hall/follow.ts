import { hear } from '../lib/kernel-clock.ts'
import type { Frame, HallBridge, HallScreen } from '../../shared/contract/hall.ts'

/** What the page knows: the last frame that came, and whether its source is there. */
export type News = { frame: Frame | null; lost: boolean }

/** Milliseconds: between questions nobody prompted, while the source is gone, and until an answer is given up. */
export type Pace = { steady: number; lost: number; patience: number }
const usual: Pace = { steady: 5000, lost: 1000, patience: 4000 }

const asked = async (
  bridge: HallBridge,
  screen: HallScreen,
  patience: number,
): Promise<Frame | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const given = new Promise<null>((done) => (timer = setTimeout(done, patience, null)))
  const reply = await Promise.race([bridge.frame(screen).catch(() => null), given])
  clearTimeout(timer)
  return reply?.ok ? reply.value : null
}

/**
 * Asks for the frame whenever another may be ready, and by itself now and then, so that a source that went without a
 * word is noticed and one that came back is taken up. `heard` is told every change, and keeps the last frame throughout.
 * Returns the function that stops.
 */
export const followFrames = (
  bridge: HallBridge,
  screen: HallScreen,
  heard: (news: News) => void,
  pace: Pace = usual,
): (() => void) => {
  let news: News = { frame: null, lost: false }
  let asking = false
  let again = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const take = (frame: Frame | null) => {
    if (frame) hear({ now: frame.at })
    const next = { frame: frame ?? news.frame, lost: frame === null }
    const same = next.lost === news.lost && next.frame?.rev === news.frame?.rev
    if (same) return
    news = next
    heard(news)
  }
  const ask = async (): Promise<void> => {
    clearTimeout(timer)
    if (asking) {
      again = true
      return
    }
    asking = true
    const frame = await asked(bridge, screen, pace.patience)
    asking = false
    if (stopped) return
    take(frame)
    if (again) {
      again = false
      await ask()
      return
    }
    timer = setTimeout(() => void ask(), frame === null ? pace.lost : pace.steady)
  }
  const off = bridge.on(() => void ask())
  void ask()
  return () => {
    stopped = true
    clearTimeout(timer)
    off()
  }
}
