import { create } from 'zustand'
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
