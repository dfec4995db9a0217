import type { Command } from '../lib/commands.ts'

const places = ['roster'] as const

export const rosterCommands: readonly Command[] = [
  { id: 'roster.find', label: 'commands.find', group: 'act', keys: ['Mod+F'], places, hint: true },
  { id: 'roster.add', label: 'commands.rosterAdd', group: 'act', keys: ['N'], places, hint: true },
  {
    id: 'roster.edit',
    label: 'commands.rosterEdit',
    group: 'act',
    keys: ['E'],
    places,
    hint: true,
  },
  {
    id: 'roster.up',
    label: 'commands.rosterUp',
    group: 'act',
    keys: ['Alt+ArrowUp'],
    places,
    hint: true,
  },
  {
    id: 'roster.down',
    label: 'commands.rosterDown',
    group: 'act',
    keys: ['Alt+ArrowDown'],
    places,
    hint: true,
  },
  {
    id: 'roster.import',
    label: 'commands.rosterImport',
    group: 'act',
    keys: ['Mod+I'],
    places,
    hint: true,
  },
  {
    id: 'roster.confirm',
    label: 'import.preview.confirm',
    group: 'act',
    keys: ['Mod+Enter'],
    places,
    hint: true,
  },
  {
    id: 'roster.back',
    label: 'common.back',
    group: 'act',
    keys: ['Escape'],
    places,
    hint: true,
  },
]
