import { bodyArea } from '../body/index.ts'
import { journalArea } from '../journal/index.ts'
import type { Area } from '../lib/area.ts'
import { rosterArea } from '../roster/index.ts'

/** Every area of the page. An area adds itself here, with one line. */
export const areas: readonly Area[] = [rosterArea, journalArea, bodyArea]
