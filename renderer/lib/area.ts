import type { ComponentType } from 'react'
import type { Command } from './commands.ts'
import type { PlaceName } from './place.ts'

/** What an area gives to the page: its screens, its commands, and what it puts into the header. */
export type Area = {
  screens: Partial<Record<PlaceName, ComponentType>>
  commands: readonly Command[]
  /** Name of the session and sitting chosen, in the header. */
  heading?: ComponentType
  /** Live counts in the header. */
  counts?: ComponentType
}
