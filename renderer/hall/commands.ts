import type { Command } from '../lib/commands.ts'
import { openHall } from './open.ts'

/** Of the hall screen: one key each, on every screen of the desk while a sitting is chosen. */
export const hallCommands: readonly Command[] = [
  { id: 'hall.freeze', label: 'hall.command.freeze', group: 'act', keys: ['F'] },
  { id: 'hall.blank', label: 'hall.command.blank', group: 'act', keys: ['B'] },
  { id: 'hall.back', label: 'hall.command.back', group: 'act', keys: ['R'] },
  { id: 'hall.show', label: 'hall.command.show', group: 'act', keys: ['H'] },
  { id: 'hall.live', label: 'hall.command.live', group: 'act', keys: ['Shift+H'] },
  { id: 'hall.nextPage', label: 'hall.command.nextPage', group: 'act', keys: [']'] },
  { id: 'hall.previousPage', label: 'hall.command.previousPage', group: 'act', keys: ['['] },
  { id: 'hall.open', label: 'hall.command.open', group: 'view', run: () => openHall('hall') },
  {
    id: 'hall.openPodium',
    label: 'hall.command.openPodium',
    group: 'view',
    run: () => openHall('podium'),
  },
]
