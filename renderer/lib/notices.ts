import { create } from 'zustand'

export type NoticeTone = 'good' | 'warn' | 'bad' | 'plain'
/** `about` is the command a refusal came from. */
export type Notice = { id: number; tone: NoticeTone; text: string; about?: string }

let last = 0

/** Where notices wait for the page to begin anew. */
const CARRIED = 'yixi.notices'

export const useNotices = create<{ notices: Notice[] }>(() => ({ notices: [] }))

/** Takes a notice away. */
export const dismiss = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))

/** Takes away what was refused of a command, once the same command went through. */
export const settle = (about: string): void => {
  const { notices } = useNotices.getState()
  if (notices.some((notice) => notice.about === about))
    useNotices.setState({ notices: notices.filter((notice) => notice.about !== about) })
}

/**
 * Shows a notice at the edge of the page and says it to screen readers. Bad ones stay until dismissed, or until the
 * command they are about goes through.
 */
export const notify = (tone: NoticeTone, text: string, about?: string): void => {
  const id = (last += 1)
  useNotices.setState(({ notices }) => ({
    notices: [
      ...notices.filter((notice) => notice.text !== text),
      { id, tone, text, ...(about === undefined ? {} : { about }) },
    ].slice(-4),
  }))
  if (tone !== 'bad') setTimeout(() => dismiss(id), 4000)
}

/** Keeps what is told now over the new beginning of the page. */
export const carryNotices = (): void =>
  sessionStorage.setItem(CARRIED, JSON.stringify(useNotices.getState().notices))

/** Tells again what was told when the page began anew. */
export const tellCarried = (): void => {
  const carried = JSON.parse(sessionStorage.getItem(CARRIED) ?? '[]') as Notice[]
  sessionStorage.removeItem(CARRIED)
  for (const { tone, text, about } of carried) notify(tone, text, about)
}
