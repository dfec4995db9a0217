import type { Contents } from './contents.ts'

export type OpenWindow = { window: object; contents: Contents; close: () => Promise<boolean> }

/** The windows now open, by number. */
export const windows = new Map<number, OpenWindow>()

/** Tells the contents of a tab that the tab is gone. */
export const tabGone = (targetId: string): void => {
  for (const { contents } of windows.values()) {
    if (contents.targetId() === targetId) contents.emit('destroyed')
  }
}
