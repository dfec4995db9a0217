import type { Command } from '../lib/commands.ts'

const places = ['journal'] as const

export const journalCommands: readonly Command[] = [
  {
    id: 'journal.verify',
    label: 'commands.journalVerify',
    group: 'act',
    keys: ['Shift+V'],
    places,
    hint: true,
  },
  {
    id: 'journal.older',
    label: 'commands.journalOlder',
    group: 'act',
    keys: ['Alt+ArrowRight'],
    places,
    hint: true,
  },
  {
    id: 'journal.newer',
    label: 'commands.journalNewer',
    group: 'act',
    keys: ['Alt+ArrowLeft'],
    places,
    hint: true,
  },
]
