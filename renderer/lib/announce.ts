import { create } from 'zustand'

/** What was said last; the count makes the same sentence said twice two announcements. */
export const useAnnounced = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }))

/** Says a sentence to screen readers through the one live region that is always on the page. */
export const announce = (text: string): void =>
  useAnnounced.setState(({ count }) => ({ text, count: count + 1 }))
