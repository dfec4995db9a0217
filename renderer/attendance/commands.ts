import type { Command } from '../lib/commands.ts'

const places = ['attendance'] as const

type Line = Pick<Command, 'id' | 'label'> & { keys?: readonly string[]; hint?: boolean }

const lines: readonly Line[] = [
  { id: 'attendance.desk', label: 'attendance.command.desk', keys: ['Space'], hint: true },
  { id: 'attendance.find', label: 'attendance.command.find', keys: ['/', 'Mod+F'], hint: true },
  { id: 'attendance.rest', label: 'attendance.command.rest', keys: ['A'], hint: true },
  { id: 'attendance.present', label: 'attendance.command.present', keys: ['P'], hint: true },
  { id: 'attendance.leave', label: 'attendance.command.leave', keys: ['Q'], hint: true },
  { id: 'attendance.absent', label: 'attendance.command.absent', keys: ['X'], hint: true },
  { id: 'attendance.arrive', label: 'attendance.command.arrive', keys: ['I'], hint: true },
  { id: 'attendance.depart', label: 'attendance.command.depart', keys: ['O'], hint: true },
  {
    id: 'attendance.presentByVideo',
    label: 'attendance.command.presentByVideo',
    keys: ['Shift+P'],
  },
  { id: 'attendance.arriveAt', label: 'attendance.command.arriveAt', keys: ['Shift+I'] },
  { id: 'attendance.departAt', label: 'attendance.command.departAt', keys: ['Shift+O'] },
  { id: 'attendance.add', label: 'attendance.command.add', keys: ['N'], hint: true },
  { id: 'attendance.edit', label: 'attendance.command.edit', keys: ['E'] },
  { id: 'attendance.remove', label: 'attendance.command.remove', keys: ['Delete'] },
  { id: 'attendance.video', label: 'attendance.command.video' },
  { id: 'attendance.suspend', label: 'attendance.command.suspend' },
  { id: 'attendance.seatLeft', label: 'attendance.command.seatLeft', keys: ['Alt+ArrowLeft'] },
  { id: 'attendance.seatRight', label: 'attendance.command.seatRight', keys: ['Alt+ArrowRight'] },
  { id: 'attendance.seatUp', label: 'attendance.command.seatUp', keys: ['Alt+ArrowUp'] },
  { id: 'attendance.seatDown', label: 'attendance.command.seatDown', keys: ['Alt+ArrowDown'] },
  {
    id: 'attendance.nextView',
    label: 'attendance.command.nextView',
    keys: ['Shift+ArrowRight'],
    hint: true,
  },
  {
    id: 'attendance.previousView',
    label: 'attendance.command.previousView',
    keys: ['Shift+ArrowLeft'],
  },
  { id: 'attendance.previous', label: 'attendance.command.previous', keys: ['Mod+ArrowUp'] },
  { id: 'attendance.following', label: 'attendance.command.following', keys: ['Mod+ArrowDown'] },
]

/** Of the roll call. Marks act on the one chosen; the same key twice changes nothing. */
export const attendanceCommands: readonly Command[] = lines.map((line) => ({
  group: 'act',
  places,
  ...line,
}))
