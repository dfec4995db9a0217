import type { LocaleKey } from '../lib/i18n.ts'
import type { PlaceName } from '../lib/place.ts'

/** One line of what is ready or missing, and where to see to it. */
export type Check = {
  name:
    | 'roster'
    | 'agenda'
    | 'sitting'
    | 'interval'
    | 'roll'
    | 'quorum'
    | 'votes'
    | 'acts'
    | 'papers'
    | 'formality'
  tone: 'good' | 'warn' | 'bad' | 'plain'
  key: LocaleKey
  params?: Record<string, string | number>
  place: PlaceName
}
