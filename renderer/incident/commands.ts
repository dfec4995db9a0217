import type { Command } from '../lib/commands.ts'

const places = ['ballot'] as const

/** Of the incidents of a sitting, wherever their panel stands. */
export const incidentCommands: readonly Command[] = [
  {
    id: 'incident.note',
    label: 'incident.command.note',
    group: 'act',
    keys: ['G'],
    places,
    hint: true,
  },
  { id: 'incident.list', label: 'incident.command.list', group: 'act', keys: ['Shift+G'], places },
]
