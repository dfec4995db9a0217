import { create } from 'zustand'
import { holdCalls } from '../lib/client.ts'
import type { Wiped } from '../../shared/contract/safety.ts'

/** Where what became of a rehearsal waits for the page to begin anew. */
const STORED = 'yixi.rehearsal.ended'

type Asked = { asking: boolean; ended: Wiped | null }

const stored = (): Wiped | null => {
  try {
    return JSON.parse(sessionStorage.getItem(STORED) ?? 'null') as Wiped | null
  } catch {
    return null
  }
}

/** Whether people are asked to begin a rehearsal, and what became of the last one until they have read it. */
export const useRehearsing = create<Asked>(() => ({ asking: false, ended: stored() }))

export const askRehearsal = (): void => useRehearsing.setState({ asking: true })
export const stopAsking = (): void => useRehearsing.setState({ asking: false })

export const hasRead = (): void => {
  sessionStorage.removeItem(STORED)
  useRehearsing.setState({ ended: null })
}

/** Keeps what became of a rehearsal over the new beginning of the page. */
export const told = (ended: Wiped): void => {
  sessionStorage.setItem(STORED, JSON.stringify(ended))
  useRehearsing.setState({ ended })
}

/**
 * What the page holds half done belongs to the file that was open: it is kept there now, before another one opens, and
 * nothing more is sent until the page begins anew, or goes on by calling what this gives.
 */
export const settlePage = (): Promise<() => void> => {
  window.dispatchEvent(new Event('blur'))
  return holdCalls()
}

/** Begins the page anew on the file that is open now: nothing half done goes from one file to the other. */
export const renewPage = (): void => window.location.reload()
