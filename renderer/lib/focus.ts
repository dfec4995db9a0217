/** What had the focus last, in each dialog and on the page itself. */
const last = new WeakMap<Node, HTMLElement>()

const homeOf = (element: Element): Node => element.closest('[role=dialog]') ?? document

const remember = ({ target }: FocusEvent): void => {
  if (target instanceof HTMLElement) last.set(homeOf(target), target)
}

/** Remembers the focus from now on; returns the function that stops. */
export const followFocus = (): (() => void) => {
  document.addEventListener('focusin', remember)
  return () => document.removeEventListener('focusin', remember)
}

/** The element itself, the row of the same key where the list was drawn anew, else the content of the page. */
const stillThere = (element: HTMLElement | undefined): HTMLElement | null => {
  if (element?.isConnected) return element
  const key = element?.dataset['key']
  const row = key ? document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) : null
  return row ?? document.getElementById('content')
}

/** After a dialog closed: puts the focus back to where it was in what now lies on top. */
export const returnFocus = (): void => {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const top = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document
    stillThere(last.get(top))?.focus()
  })
}
