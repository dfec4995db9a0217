import type { Command } from '../lib/commands.ts'

const places = ['attendance'] as const

type Line = Pick<Command, 'id' | 'label'> & { keys: readonly string[]; hint?: boolean }

const lines: readonly Line[] = [
  { id: 'attendance.find', label: 'attendance.command.find', keys: ['Mod+F', '/'], hint: true },
  { id: 'attendance.rest', label: 'attendance.command.rest', keys: ['A'], hint: true },
  { id: 'attendance.present', label: 'attendance.command.present', keys: ['P'], hint: true },
  { id: 'attendance.leave', label: 'attendance.command.leave', keys: ['L'], hint: true },
  { id: 'attendance.absent', label: 'attendance.command.absent', keys: ['X'], hint: true },
  { id: 'attendance.arrive', label: 'attendance.command.arrive', keys: ['I'], hint: true },
  { id: 'attendance.depart', label: 'attendance.command.depart', keys: ['O'], hint: true },
  { id: 'attendance.arriveAt', label: 'attendance.command.arriveAt', keys: ['Shift+I'] },
  { id: 'attendance.departAt', label: 'attendance.command.departAt', keys: ['Shift+O'] },
  { id: 'attendance.edit', label: 'attendance.command.edit', keys: ['E'] },
  { id: 'attendance.previous', label: 'attendance.command.previous', keys: ['Mod+ArrowUp'] },
  { id: 'attendance.following', label: 'attendance.command.following', keys: ['Mod+ArrowDown'] },
]

/** Of the roll call. Marks act on the member chosen; the same key twice changes nothing. */
export const attendanceCommands: readonly Command[] = lines.map((line) => ({
  group: 'act',
  places,
  ...line,
}))
