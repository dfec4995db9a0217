import { create } from 'zustand'

export const placeNames = [
  'session',
  'agenda',
  'roster',
  'attendance',
  'ballot',
  'appointment',
  'ledger',
  'formality',
  'papers',
  'journal',
  'hall',
  'safety',
  'body',
] as const
export type PlaceName = (typeof placeNames)[number]

/**
 * Where the user is. Session, sitting, item and question stay chosen while moving between places. `rule` is the rule of
 * procedure somebody is led to in the settings, until it is shown.
 */
export type Place = {
  name: PlaceName
  sessionId: string | null
  sittingId: string | null
  itemId: string | null
  questionId: string | null
  rule: string | null
}

const start: Place = {
  name: 'session',
  sessionId: null,
  sittingId: null,
  itemId: null,
  questionId: null,
  rule: null,
}

export const usePlace = create<Place>(() => start)

/** Goes to a place, changing what is given of the choice. Another session drops what belonged to the old one. */
export const go = (name: PlaceName, choice: Partial<Omit<Place, 'name'>> = {}): void =>
  usePlace.setState((place) => {
    const moved = choice.sessionId !== undefined && choice.sessionId !== place.sessionId
    const dropped = moved ? { sittingId: null, itemId: null, questionId: null } : {}
    return { ...place, ...dropped, ...choice, name }
  })

/** Changes the choice without leaving the place. */
export const choose = (choice: Partial<Omit<Place, 'name'>>): void =>
  go(usePlace.getState().name, choice)
