import type { Command } from '../lib/commands.ts'

const places = ['papers'] as const

type Line = Pick<Command, 'id' | 'label'> & { keys?: readonly string[]; hint?: boolean }

const lines: readonly Line[] = [
  { id: 'papers.export', label: 'papers.exportDocx', keys: ['Mod+Enter'], hint: true },
  { id: 'papers.exportAll', label: 'papers.exportAll', keys: ['Mod+Shift+Enter'] },
  { id: 'papers.makeAll', label: 'papers.makeAll' },
  { id: 'papers.exportText', label: 'papers.exportText', keys: ['Mod+Alt+Enter'] },
  { id: 'papers.copy', label: 'papers.copy', keys: ['Mod+Alt+C'], hint: true },
  { id: 'papers.previous', label: 'papers.previous', keys: ['Mod+ArrowUp'] },
  { id: 'papers.following', label: 'papers.following', keys: ['Mod+ArrowDown'] },
  { id: 'papers.up', label: 'papers.command.up', keys: ['ArrowUp'], hint: true },
  { id: 'papers.down', label: 'papers.command.down', keys: ['ArrowDown'], hint: true },
  { id: 'papers.pick1', label: 'papers.command.pick1', keys: ['1'] },
  { id: 'papers.pick2', label: 'papers.command.pick2', keys: ['2'] },
  { id: 'papers.pick3', label: 'papers.command.pick3', keys: ['3'] },
  { id: 'papers.pick4', label: 'papers.command.pick4', keys: ['4'] },
  { id: 'papers.pick5', label: 'papers.command.pick5', keys: ['5'] },
  { id: 'papers.pick6', label: 'papers.command.pick6', keys: ['6'] },
  { id: 'papers.pick7', label: 'papers.command.pick7', keys: ['7'] },
  { id: 'papers.pick8', label: 'papers.command.pick8', keys: ['8'] },
  { id: 'papers.pick9', label: 'papers.command.pick9', keys: ['9'] },
]

const reading: Command = {
  id: 'papers.read',
  label: 'papers.script.read',
  group: 'view',
  keys: ['V'],
  places: ['ballot', 'papers'],
  hint: true,
}

/** Of the papers: choosing one, seeing it, taking it out. */
export const papersCommands: readonly Command[] = [
  ...lines.map((line) => ({ group: 'act' as const, places, ...line })),
  reading,
]
