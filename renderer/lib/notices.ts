import { create } from 'zustand'

export type NoticeTone = 'good' | 'warn' | 'bad' | 'plain'
export type Notice = { id: number; tone: NoticeTone; text: string }

let last = 0

export const useNotices = create<{ notices: Notice[] }>(() => ({ notices: [] }))

/** Takes a notice away. */
export const dismiss = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))

/** Shows a notice at the edge of the page and says it to screen readers. Bad ones stay until dismissed. */
export const notify = (tone: NoticeTone, text: string): void => {
  const id = (last += 1)
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((notice) => notice.text !== text), { id, tone, text }].slice(-4),
  }))
  if (tone !== 'bad') setTimeout(() => dismiss(id), 4000)
}
