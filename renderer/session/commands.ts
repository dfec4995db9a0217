import type { Command } from '../lib/commands.ts'

const session = ['session'] as const
const agenda = ['agenda'] as const

type Line = Pick<Command, 'id' | 'label'> & { keys?: readonly string[]; hint?: boolean }

const inPlace = (places: Command['places'] & {}, lines: readonly Line[]): Command[] =>
  lines.map((line) => ({ group: 'act', places, ...line }))

/** Of the list of sessions with its overview, and of the agenda. */
export const sessionCommands: readonly Command[] = [
  ...inPlace(session, [
    { id: 'session.new', label: 'session.command.new', keys: ['N'], hint: true },
    { id: 'session.edit', label: 'session.command.edit', keys: ['E'], hint: true },
    { id: 'session.sitting', label: 'session.command.sitting', keys: ['Shift+N'], hint: true },
    { id: 'session.editSitting', label: 'session.command.editSitting', keys: ['Shift+E'] },
    { id: 'session.begin', label: 'session.command.begin', keys: ['Shift+Space'], hint: true },
    { id: 'session.close', label: 'session.command.close', keys: ['Mod+Enter'], hint: true },
    { id: 'session.up', label: 'session.command.up', keys: ['ArrowUp'] },
    { id: 'session.down', label: 'session.command.down', keys: ['ArrowDown'] },
  ]),
  ...inPlace(agenda, [
    { id: 'agenda.add', label: 'session.command.addItem', keys: ['N'], hint: true },
    { id: 'agenda.edit', label: 'session.command.editItem', keys: ['E'], hint: true },
    { id: 'agenda.save', label: 'commands.save', keys: ['Mod+S'] },
    { id: 'agenda.up', label: 'session.command.itemUp', keys: ['Alt+ArrowUp'], hint: true },
    { id: 'agenda.down', label: 'session.command.itemDown', keys: ['Alt+ArrowDown'], hint: true },
    { id: 'agenda.current', label: 'session.command.current', keys: ['Shift+Space'], hint: true },
    { id: 'agenda.deliberated', label: 'session.command.deliberated', keys: ['D'], hint: true },
    { id: 'agenda.defer', label: 'session.command.defer', keys: ['Shift+D'] },
    { id: 'agenda.withdraw', label: 'session.command.withdraw', keys: ['W'] },
    { id: 'agenda.decline', label: 'session.command.decline' },
    { id: 'agenda.remove', label: 'session.command.removeItem', keys: ['Delete'], hint: true },
    { id: 'agenda.toBallot', label: 'session.command.toBallot', keys: ['Shift+Enter'] },
  ]),
]
