import type { Command } from '../lib/commands.ts'
import { commands } from './commands.ts'

const groups = [
  'ballot',
  'attendance',
  'speech',
  'incident',
  'hall',
  'papers',
  'safety',
  'app',
  'go',
] as const
export type CardGroup = (typeof groups)[number]

const inReach = ({ places, keys }: Command): boolean =>
  (keys?.length ?? 0) > 0 &&
  (places === undefined || places.includes('ballot') || places.includes('attendance'))

/** The keys within reach during a sitting, by the area they belong to. */
export const cardGroups = (): { name: CardGroup; lines: readonly Command[] }[] =>
  groups
    .map((name) => ({
      name,
      lines: commands.filter((command) => command.id.startsWith(`${name}.`) && inReach(command)),
    }))
    .filter(({ lines }) => lines.length > 0)

/** The first key of a command, as a list of none or one. */
export const keysOf = (id: string): readonly string[] =>
  commands.find((command) => command.id === id)?.keys?.slice(0, 1) ?? []

/** What the handover card says, step by step, each with the commands whose keys stand before it. */
export const handoverLines = [
  {
    part: 'begin',
    lines: [
      { line: 'desk', commands: ['go.ballot'] },
      { line: 'space', commands: ['ballot.next'] },
      { line: 'roll', commands: ['go.attendance', 'attendance.find'] },
    ],
  },
  {
    part: 'vote',
    lines: [
      { line: 'open', commands: ['ballot.next'] },
      { line: 'all', commands: ['ballot.allFor'] },
      { line: 'exceptions', commands: ['ballot.against', 'ballot.abstain', 'ballot.third'] },
      { line: 'figures', commands: ['ballot.figures'] },
      { line: 'readBack', commands: ['ballot.next'] },
      { line: 'lock', commands: ['ballot.lock'] },
    ],
  },
  {
    part: 'break',
    lines: [
      { line: 'keypads', commands: ['ballot.method'] },
      { line: 'void', commands: ['ballot.void'] },
      { line: 'correct', commands: ['ballot.correct'] },
      { line: 'incident', commands: ['incident.note'] },
      { line: 'power', commands: [] },
      { line: 'spare', commands: [] },
    ],
  },
  {
    part: 'never',
    lines: [
      { line: 'verdict', commands: [] },
      { line: 'quorum', commands: [] },
    ],
  },
] as const
