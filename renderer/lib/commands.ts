import { useLayoutEffect, useRef } from 'react'
import { create } from 'zustand'
import type { LocaleKey } from './i18n.ts'
import type { PlaceName } from './place.ts'

/** Where a command stands in the menu. */
export type CommandGroup = 'act' | 'edit' | 'go' | 'view' | 'help'

/**
 * One thing the user can do. `places` absent means everywhere. A command without `run` is done by the screen that is
 * open ({@link useAction}); while no screen offers it, it is not available. `hint` shows it in the footer.
 */
export type Command = {
  id: string
  label: LocaleKey
  group: CommandGroup
  keys?: readonly string[]
  places?: readonly PlaceName[]
  hint?: boolean
  run?: () => void
}

type Actions = { offered: Record<string, () => void> }

/** What the open screens offer to do, by command id. */
export const useActions = create<Actions>(() => ({ offered: {} }))

/**
 * Offers to do a command while the component is on the page and `enabled`. It changes hands before anything is painted:
 * a key never does what was shown a moment ago.
 */
export const useAction = (id: string, run: () => void, enabled = true): void => {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  useLayoutEffect(() => {
    if (!enabled) return
    const offer = () => latest.current()
    useActions.setState(({ offered }) => ({ offered: { ...offered, [id]: offer } }))
    return () =>
      useActions.setState(({ offered }) => {
        if (offered[id] !== offer) return { offered }
        const { [id]: _gone, ...rest } = offered
        return { offered: rest }
      })
  }, [id, enabled])
}

/** True when the command can be done now, in this place. */
export const isAvailable = (
  command: Command,
  place: PlaceName,
  offered: Actions['offered'],
): boolean =>
  (command.places === undefined || command.places.includes(place)) &&
  (command.run !== undefined || Object.hasOwn(offered, command.id))

/** Does a command: by itself, or through the screen that offers it. */
export const perform = (command: Command): void => {
  if (command.run) command.run()
  else useActions.getState().offered[command.id]?.()
}
