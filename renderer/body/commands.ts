import type { Command } from '../lib/commands.ts'

const places = ['body'] as const

export const bodyCommands: readonly Command[] = [
  { id: 'body.save', label: 'commands.save', group: 'act', keys: ['Mod+S'], places, hint: true },
  {
    id: 'body.backup',
    label: 'commands.backup',
    group: 'act',
    keys: ['Mod+B'],
    places,
    hint: true,
  },
]
