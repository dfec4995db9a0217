import type { Command } from '../lib/commands.ts'

const places = ['ballot'] as const

type Line = Pick<Command, 'id' | 'label' | 'keys' | 'hint'>

const lines: readonly Line[] = [
  { id: 'speech.add', label: 'speech.command.add', keys: ['Y'], hint: true },
  { id: 'speech.next', label: 'speech.command.next', keys: ['S'], hint: true },
  { id: 'speech.extend', label: 'speech.command.extend', keys: ['T'], hint: true },
  { id: 'speech.list', label: 'speech.command.list', keys: ['Shift+Y'] },
  { id: 'speech.record', label: 'speech.command.record', keys: ['Shift+S'] },
  { id: 'speech.putBack', label: 'speech.command.putBack' },
]

/** Of the speakers' list, wherever its panel stands. */
export const speechCommands: readonly Command[] = lines.map((line) => ({
  group: 'act',
  places,
  ...line,
}))
