import { useEffect, useMemo } from 'react'
import { isAvailable, perform, useActions, type Command } from '../lib/commands.ts'
import { enterList } from '../lib/focus.ts'
import { isRepeatedStep, shortcutOf } from '../lib/keys.ts'
import { isCovered } from '../lib/layers.ts'
import { usePlace } from '../lib/place.ts'
import { commands } from './commands.ts'

/** The commands that can be done now, in the order of the table. */
export const useAvailable = (): readonly Command[] => {
  const place = usePlace((state) => state.name)
  const offered = useActions((state) => state.offered)
  return useMemo(
    () => commands.filter((command) => isAvailable(command, place, offered)),
    [place, offered],
  )
}

const commandFor = (chord: string): Command | undefined => {
  const place = usePlace.getState().name
  const { offered } = useActions.getState()
  return commands.find(
    (command) => command.keys?.includes(chord) && isAvailable(command, place, offered),
  )
}

const arrows: readonly (string | null)[] = ['ArrowDown', 'ArrowUp']

/** The one keyboard handler: every shortcut of the product passes here. */
export const useShortcuts = (): void => {
  useEffect(() => {
    // A layer may close on this very press before it reaches us; what counts is whether it lay there at first.
    let covered = false
    const onFirst = (event: KeyboardEvent) => {
      covered = isCovered()
      // Neither a command nor a focused button or form may do again, unasked, what was done once.
      if (!isRepeatedStep(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || covered) return
      const chord = shortcutOf(event)
      const command = chord === null ? undefined : commandFor(chord)
      if (!command) {
        if (arrows.includes(chord) && enterList()) event.preventDefault()
        return
      }
      event.preventDefault()
      if (!event.repeat || chord?.includes('Arrow')) perform(command)
    }
    window.addEventListener('keydown', onFirst, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onFirst, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
