import type { Command } from '../lib/commands.ts'

const places = ['formality'] as const

type Line = Pick<Command, 'id' | 'label'> & { keys?: readonly string[]; hint?: boolean }

const lines: readonly Line[] = [
  { id: 'formality.export', label: 'formality.makeAll', keys: ['Mod+Enter'], hint: true },
  { id: 'formality.open', label: 'formality.settle', keys: ['Enter'], hint: true },
  { id: 'formality.rest', label: 'formality.markAll', keys: ['A'], hint: true },
  { id: 'formality.edit', label: 'formality.setDue', keys: ['E'], hint: true },
  { id: 'formality.drop', label: 'formality.waive', keys: ['Delete'], hint: true },
  { id: 'formality.again', label: 'formality.again', keys: ['Shift+Delete'] },
  { id: 'formality.kindUp', label: 'formality.command.kindUp', keys: ['Alt+ArrowUp'] },
  { id: 'formality.kindDown', label: 'formality.command.kindDown', keys: ['Alt+ArrowDown'] },
  {
    id: 'formality.nextView',
    label: 'formality.command.nextView',
    keys: ['Shift+ArrowRight'],
  },
  {
    id: 'formality.previousView',
    label: 'formality.command.previousView',
    keys: ['Shift+ArrowLeft'],
  },
  { id: 'formality.rework', label: 'formality.rework' },
  { id: 'formality.rules', label: 'formality.toRules', keys: ['Shift+B'] },
]

/** Of what follows a vote: settling it, another day, all papers by one press. */
export const formalityCommands: readonly Command[] = lines.map((line) => ({
  group: 'act' as const,
  places,
  ...line,
}))
