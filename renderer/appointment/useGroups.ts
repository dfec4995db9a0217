import { useState, type FocusEvent } from 'react'
import type { NominatorOffer } from '../../shared/contract/appointment.ts'
import { placeKey } from '../../shared/rules/appointment/proposers.ts'
import type { Row, RowCheck } from './review.ts'

/** Rows that would stand under one nomination, each with its place in the list; `offer` null while it is asked for. */
export type Group = { key: string; offer: NominatorOffer | null; rows: { row: Row; at: number }[] }

/** Where a row stands: where somebody put it, else where the law lets it; '' while that is not known. */
export const placeOfRow = ({ place }: Row, check: RowCheck | undefined): string =>
  place ? placeKey(place) : (check?.place?.key ?? '')

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'text'

/** Rows by their places; one not looked at yet stays with the row before it. */
const byPlace = (
  rows: readonly Row[],
  placeAt: (key: string) => string,
): Map<string, Group['rows']> => {
  let last = rows.map(({ key }) => placeAt(key)).find((place) => place !== '') ?? ''
  return Map.groupBy(
    rows.map((row, at) => ({ row, at })),
    ({ row }) => {
      last = placeAt(row.key) || last
      return last
    },
  )
}

/**
 * The rows by nomination, in the order of their first. While somebody types in a cell every row stays where it is: one
 * that moved would take the caret, and half a word of an input method, with it.
 */
export const useGroups = (
  rows: readonly Row[],
  checks: ReadonlyMap<string, RowCheck>,
  offers: readonly NominatorOffer[],
) => {
  const [held, setHeld] = useState<ReadonlyMap<string, string> | null>(null)
  const places = new Map(rows.map((row) => [row.key, placeOfRow(row, checks.get(row.key))]))
  const grouped = byPlace(rows, (key) => held?.get(key) || places.get(key) || '')
  const groups = [...grouped].map(([key, own]): Group => ({
    key,
    offer: offers.find((offer) => offer.key === key) ?? null,
    rows: own,
  }))
  const hold = {
    onFocus: (event: FocusEvent) => {
      if (held === null && isText(event.target)) setHeld(places)
    },
    onBlur: (event: FocusEvent) => {
      const { relatedTarget, currentTarget } = event
      const stays = isText(relatedTarget) && currentTarget.contains(relatedTarget)
      if (!stays) setHeld(null)
    },
  }
  return { groups, hold }
}
