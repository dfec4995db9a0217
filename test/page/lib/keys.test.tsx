import { describe, expect, it } from 'vitest'
import {
  capsOf,
  chordOf,
  isComposing,
  isRepeatedStep,
  shortcutOf,
} from '../../../renderer/lib/keys.ts'

const press = (init: KeyboardEventInit, target: Element = document.body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
  if (target !== document.body) document.body.append(target)
  target.dispatchEvent(event)
  return event
}

const element = (html: string): Element => {
  const box = document.createElement('div')
  box.innerHTML = html
  return box.firstElementChild ?? box
}

describe('chords', () => {
  it('names letters and digits by their place on the keyboard', () => {
    expect(chordOf(press({ key: 'å', code: 'KeyA', altKey: true }))).toBe('Alt+A')
    expect(chordOf(press({ key: '¡', code: 'Digit1', altKey: true }))).toBe('Alt+1')
    expect(chordOf(press({ key: '7', code: 'Numpad7' }))).toBe('7')
  })

  it('takes Ctrl and Cmd as one', () => {
    expect(chordOf(press({ key: 'k', code: 'KeyK', ctrlKey: true }))).toBe('Mod+K')
    expect(chordOf(press({ key: 'k', code: 'KeyK', metaKey: true }))).toBe('Mod+K')
  })

  it('names the other keys', () => {
    expect(chordOf(press({ key: ' ', code: 'Space' }))).toBe('Space')
    expect(chordOf(press({ key: 'F7', code: 'F7', shiftKey: true }))).toBe('Shift+F7')
    expect(chordOf(press({ key: 'ArrowUp', code: 'ArrowUp', altKey: true }))).toBe('Alt+ArrowUp')
  })

  it('prints them as key caps', () => {
    expect(capsOf('Alt+ArrowUp')).toEqual(['Alt', '↑'])
    expect(capsOf('Escape')).toEqual(['Esc'])
  })
})

describe('the gate', () => {
  it('lets nothing through while an input method composes, even before it says so', () => {
    const taken = press({ key: 'Process', code: 'KeyA', keyCode: 229 })
    expect(isComposing(taken)).toBe(true)
    expect(shortcutOf(taken)).toBeNull()
    expect(shortcutOf(press({ key: 'Enter', code: 'Enter', isComposing: true }))).toBeNull()
    expect(shortcutOf(press({ key: 'F1', code: 'F1', isComposing: true }))).toBeNull()
  })

  it('leaves letters, Enter and arrows to a field, but not function keys, Ctrl, Alt and Escape', () => {
    for (const field of ['<input>', '<textarea></textarea>', '<input type="search">']) {
      const within = (init: KeyboardEventInit) => shortcutOf(press(init, element(field)))
      expect(within({ key: 'a', code: 'KeyA' })).toBeNull()
      expect(within({ key: 'Enter', code: 'Enter' })).toBeNull()
      expect(within({ key: 'ArrowDown', code: 'ArrowDown' })).toBeNull()
      expect(within({ key: 'F1', code: 'F1' })).toBe('F1')
      expect(within({ key: 'k', code: 'KeyK', ctrlKey: true })).toBe('Mod+K')
      expect(within({ key: '3', code: 'Digit3', altKey: true })).toBe('Alt+3')
      expect(within({ key: 'Escape', code: 'Escape' })).toBe('Escape')
    }
  })

  it('leaves Space and Enter to what they would press', () => {
    const button = '<button type="button">x</button>'
    expect(shortcutOf(press({ key: ' ', code: 'Space' }, element(button)))).toBeNull()
    expect(shortcutOf(press({ key: 'Enter', code: 'Enter' }, element(button)))).toBeNull()
    expect(shortcutOf(press({ key: 'a', code: 'KeyA' }, element(button)))).toBe('A')
    expect(shortcutOf(press({ key: ' ', code: 'Space' }))).toBe('Space')
  })

  it('takes letters on a tick box', () => {
    const box = element('<input type="checkbox">')
    expect(shortcutOf(press({ key: 'j', code: 'KeyJ' }, box))).toBe('J')
  })

  it('takes Enter on a tick box, which nothing there would press, but not in a form', () => {
    const enter = { key: 'Enter', code: 'Enter' }
    expect(shortcutOf(press(enter, element('<input type="checkbox">')))).toBe('Enter')
    expect(shortcutOf(press(enter, element('<input type="radio">')))).toBeNull()
    const form = element('<form><input type="checkbox"></form>')
    document.body.append(form)
    const within = form.querySelector('input')
    let sent: string | null = 'unasked'
    form.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent) sent = shortcutOf(event)
    })
    within?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...enter }))
    expect(sent).toBeNull()
  })
})

describe('a key held down', () => {
  const again = (init: KeyboardEventInit, target?: Element) =>
    isRepeatedStep(press({ repeat: true, ...init }, target))
  const space = { key: ' ', code: 'Space' }
  const enter = { key: 'Enter', code: 'Enter' }

  it('takes no step twice: Space, Enter, Ctrl+Enter, F8, F9', () => {
    const steps = [space, enter, { ...enter, ctrlKey: true }, { key: 'F8' }, { key: 'F9' }]
    expect(steps.map((init) => again(init))).toEqual([true, true, true, true, true])
    expect(again(enter, element('<input>'))).toBe(true)
    expect(again(space, element('<button type="button">x</button>'))).toBe(true)
    expect(isRepeatedStep(press(space))).toBe(false)
  })

  it('still moves, and still writes blanks and line breaks', () => {
    expect(again({ key: 'ArrowDown', code: 'ArrowDown' })).toBe(false)
    expect(again(space, element('<input>'))).toBe(false)
    expect(again(enter, element('<textarea></textarea>'))).toBe(false)
  })
})
