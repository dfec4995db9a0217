import type { Command } from '../lib/commands.ts'

/** Begins a rehearsal (after asking), or ends the one under way and wipes it. */
export const rehearsalCommand: Command = {
  id: 'safety.rehearsal',
  label: 'safety.rehearsal.command',
  group: 'act',
  keys: ['Mod+Shift+R'],
}

export const safetyCommands: readonly Command[] = [rehearsalCommand]
