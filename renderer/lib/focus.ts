/** What had the focus last, in each dialog and on the page itself. */
const last = new WeakMap<Node, HTMLElement>()

const homeOf = (element: Element): Node => element.closest('[role=dialog]') ?? document

const remember = ({ target }: FocusEvent): void => {
  if (target instanceof HTMLElement) last.set(homeOf(target), target)
}

const topHome = (): Document | Element =>
  [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document

/**
 * What had the focus was taken off the page, or can no longer have it (a button pressed once, while it works): without
 * this the next Tab would start at the very top.
 */
const rescue = (): void => {
  const { activeElement } = document
  if (activeElement?.matches('button:disabled')) {
    homeElement(topHome())?.focus()
    return
  }
  if (activeElement === document.body && last.get(topHome())?.isConnected === false) returnFocus()
}

/** The dialog on top, else the page's content. */
const homeElement = (top: Node): HTMLElement | null =>
  top instanceof HTMLElement ? top : document.getElementById('content')

/**
 * Remembers the focus from now on, and gives it back when the element that had it vanishes; returns the function that
 * stops.
 */
export const followFocus = (): (() => void) => {
  const drawn = new MutationObserver(rescue)
  document.addEventListener('focusin', remember)
  drawn.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  return () => {
    document.removeEventListener('focusin', remember)
    drawn.disconnect()
  }
}

/** Out of a field: letters are keys again, and the focus is in the dialog on top or on the page's content. */
export const leaveField = (field: HTMLElement | null): void => {
  field?.blur()
  homeElement(topHome())?.focus()
}

/** The element itself, the row of the same key where the list was drawn anew, else the dialog or the page's content. */
const stillThere = (element: HTMLElement | undefined, top: Node): HTMLElement | null => {
  if (element?.isConnected) return element
  const key = element?.dataset['key']
  const row = key ? document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) : null
  return row ?? homeElement(top)
}

/** After a dialog closed: puts the focus back to where it was in what now lies on top. */
export const returnFocus = (): void => {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const top = topHome()
    stillThere(last.get(top), top)?.focus()
  })
}

/** After a form was refused: puts the focus to the first field something is said about. */
export const focusRefused = (): void => {
  requestAnimationFrame(() => {
    topHome().querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  })
}

/**
 * Before a form is sent: whether one of its fields holds text that was not understood, and so still stands for the value
 * before it. The focus goes to the first such field, where the reason is said.
 */
export const isUnread = (form: HTMLElement): boolean => {
  const field = form.querySelector<HTMLElement>('[data-unread]')
  field?.focus()
  return field !== null
}

/**
 * From the page itself into the list of the screen: to the row that Tab would reach. False when the focus is in something
 * already, or when there is no list.
 */
export const enterList = (): boolean => {
  const content = document.getElementById('content')
  const { activeElement } = document
  if (activeElement !== document.body && activeElement !== content) return false
  const row = content?.querySelector<HTMLElement>(
    '[role=option][tabindex="0"], [data-key][tabindex="0"]',
  )
  row?.focus()
  return Boolean(row)
}
