import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom lays nothing out: what the component library asks of layout gets the plainest honest answer.

/** A media query that matches nothing and never changes. */
function matchMedia(media: string): MediaQueryList {
  const ignore = () => undefined
  return {
    media,
    matches: false,
    onchange: null,
    addEventListener: ignore,
    removeEventListener: ignore,
    addListener: ignore,
    removeListener: ignore,
    dispatchEvent: () => false,
  }
}

/** An observer of sizes that never change. */
const ResizeObserverStub = function () {
  return { observe: () => undefined, unobserve: () => undefined, disconnect: () => undefined }
} as unknown as typeof ResizeObserver

window.matchMedia = matchMedia
window.ResizeObserver = ResizeObserverStub
window.HTMLElement.prototype.scrollIntoView = () => undefined

// A menu's focus trap looks before jsdom shows the menu, and would print the whole node.
const { warn } = console
Object.assign(console, {
  warn: (...said: unknown[]) => {
    if (!String(said[0]).startsWith('[@mantine/hooks/use-focus-trap]')) warn(...said)
  },
})

afterEach(cleanup)
