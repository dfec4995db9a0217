import type { Sitting } from '../../../shared/contract/session.ts'
import type { BesideFact } from '../../../shared/papers/attendance.ts'
import { guestsOf } from '../attendance/guests.ts'
import type { Reader } from '../store/sql.ts'
import { cameTo, rollAtOpening } from './roll.ts'

/** Who was present by video where that counts, who sat in (列席) and how many observed (旁听), of those who came. */
export const besideFact = (db: Reader, sitting: Sitting, moment: string): BesideFact => {
  const { sitIn, observe } = guestsOf(db, sitting.id)
  return {
    video: cameTo(rollAtOpening(db, sitting, moment))
      .filter((entry) => entry.video)
      .map(({ name }) => name),
    sitIn: sitIn.guests.filter(({ present }) => present).map(({ name, post }) => ({ name, post })),
    observers: observe.present,
  }
}
