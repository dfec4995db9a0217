/** What a key event must offer; both the browser's and React's do. */
type KeyPress = {
  key: string
  code: string
  keyCode: number
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  repeat?: boolean
  isComposing?: boolean
  nativeEvent?: { isComposing: boolean }
}

/**
 * True while an input method is at work on this key. 229 is what browsers report for a key the input method took,
 * even where `isComposing` is not set (the key that starts a composition).
 */
export const isComposing = (event: KeyPress): boolean =>
  event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === 229

const pressedTypes = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'range'])

/** True where letters are text: in a text field, a text area, an editable element. */
const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !pressedTypes.has(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  )
}

/** True where Space and Enter press what has the focus. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(
    'button, a[href], summary, input, select, [role=button], [role=option], [role=tab]',
  ) !== null

/** A checkbox is ticked by Space; Enter does nothing to it but send the form it stands in. */
const isFreeTick = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'checkbox' && target.form === null

const nameOf = (event: KeyPress): string => {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1]
  if (letter || digit) return letter ?? digit ?? ''
  return event.key === ' ' ? 'Space' : event.key
}

/**
 * The chord of a key press as the commands table writes it: «Mod+K», «Alt+ArrowUp», «Shift+F7», «A», «Space».
 * Mod is Ctrl, or Cmd on a Mac. Letters and digits go by their place on the keyboard, so layouts and Alt do not matter.
 */
export const chordOf = (event: KeyPress): string =>
  [
    event.ctrlKey || event.metaKey ? 'Mod+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey ? 'Shift+' : '',
    nameOf(event),
  ].join('')

/** Chords that are text or movement inside a field, or that press a button. */
const isPlain = (chord: string): boolean =>
  !/^(Mod|Alt)\+/.test(chord) && !/^(Shift\+)?F\d+$/.test(chord)

/**
 * The one gate in front of every shortcut. Null when the press is not ours: an input method is composing, letters are
 * being typed into a field, or the focus is on something that Space or Enter would press.
 */
export const shortcutOf = (event: KeyPress & { target: EventTarget | null }): string | null => {
  if (isComposing(event)) return null
  const chord = chordOf(event)
  if (isPlain(chord) && chord !== 'Escape') {
    if (isTyping(event.target)) return null
    if (chord === 'Enter' && isFreeTick(event.target)) return chord
    if ((chord === 'Space' || chord === 'Enter') && isPressable(event.target)) return null
  }
  return chord
}

const oncePerPress = new Set(['Space', 'Enter', 'Mod+Enter', 'F8', 'F9'])

/**
 * True where a key held down says again what may be done once alone: a step of the desk, a lock, a round made void, a
 * form sent, a button pressed. Blanks and line breaks typed into a text are no steps.
 */
export const isRepeatedStep = (event: KeyPress & { target?: EventTarget | null }): boolean => {
  if (event.repeat !== true) return false
  const chord = chordOf(event)
  if (!oncePerPress.has(chord)) return false
  const { target = null } = event
  if (chord === 'Space') return !isTyping(target)
  return chord !== 'Enter' || !(target instanceof HTMLTextAreaElement)
}

/** Handles chords on one element: `onKeyDown={onChords({ Enter: save })}`. Never during composition. */
export const onChords =
  (handlers: Partial<Record<string, () => void>>) =>
  (event: KeyPress & { preventDefault: () => void; stopPropagation: () => void }): void => {
    if (isComposing(event) || isRepeatedStep(event)) return
    const handler = handlers[chordOf(event)]
    if (!handler) return
    event.preventDefault()
    event.stopPropagation()
    handler()
  }

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)

const shown: Record<string, string> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
}

/** The parts of a chord as printed on key caps. */
export const capsOf = (chord: string): string[] =>
  chord.split('+').map((part) => shown[part] ?? part)
