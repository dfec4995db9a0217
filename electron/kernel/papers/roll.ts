import type { Roll, RollEntry } from '../../../shared/contract/attendance.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import type { RollFact, SittingFact } from '../../../shared/papers/attendance.ts'
import { sittingName } from '../../../shared/papers/sitting.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { rollOfSitting } from '../attendance/queries.ts'
import type { Reader } from '../store/sql.ts'

export const clockOf = (moment: string): string => moment.slice(11, 16)

/** As called at its opening: who leaves office during the sitting was expected all the same. */
export const rollAtOpening = (db: Reader, sitting: Sitting, moment: string): Roll =>
  rollOfSitting({ db, moment }, sitting.id, sitting.state === 'planned' ? moment : sitting.startsAt)

/** How many counted as present at a moment of a sitting. */
export const presentAt = (db: Reader, sitting: Sitting, moment: string): number =>
  rollOfSitting({ db, moment }, sitting.id, moment).counts.present

export const wasCalled = (roll: Roll): boolean => roll.entries.some((entry) => entry.state !== null)

/** Suspended duties and video without permission leave a member expected and not present (rules.md §9-15, 83). */
const statusOf = (entry: RollEntry, { videoPermitted }: Roll): RollFact['status'] => {
  if (entry.suspended) return 'absent'
  if (entry.state === 'present' && entry.video && !videoPermitted) return 'absent'
  return entry.state ?? 'unmarked'
}

/** Who was there at any time of the sitting and counts as present. */
export const cameTo = (roll: Roll): RollEntry[] =>
  roll.entries.filter((entry) => statusOf(entry, roll) === 'present')

/**
 * How many the presider could count at the opening. Where the quorum was reached by those who came late, it was
 * counted again when they were there.
 */
export const cameAtOpening = (roll: Roll): number => {
  const came = cameTo(roll)
  const inTime = came.filter(({ late }) => !late).length
  return inTime >= roll.quorum.needed ? inTime : came.length
}

const suspendedText = '暂停执行职务'

const reasonOf = (entry: RollEntry, approvers: boolean): string => {
  if (entry.suspended) return suspendedText
  const { reason, approver } = entry
  return approvers && approver !== ''
    ? `${reason === '' ? '' : `${reason}，`}${approver}批准`
    : reason
}

const rollFact = (entry: RollEntry, roll: Roll, approvers: boolean): RollFact => {
  const first = entry.intervals[0]?.from
  const last = entry.intervals.at(-1)?.to
  const reason = reasonOf(entry, approvers)
  return {
    name: entry.name,
    kind: entry.kind,
    status: statusOf(entry, roll),
    ...(reason === '' ? {} : { reason }),
    ...(entry.late && first ? { late: clockOf(first) } : {}),
    ...(entry.leftEarly && last ? { left: clockOf(last) } : {}),
  }
}

/** The roll of a sitting as papers print it, with who approved leave where asked; null where nobody called it. */
export const sittingFact = (
  db: Reader,
  sitting: Sitting,
  moment: string,
  approvers = false,
): SittingFact | null => {
  const roll = rollAtOpening(db, sitting, moment)
  if (!wasCalled(roll)) return null
  const { base, needed } = roll.quorum
  return {
    name: sittingName(sitting),
    date: dayOf(sitting.startsAt),
    time: clockOf(sitting.startsAt),
    people: roll.entries.map((entry) => rollFact(entry, roll, approvers)),
    ...(sitting.kind === 'group'
      ? {}
      : { quorum: { base, needed, met: cameTo(roll).length >= needed } }),
  }
}
