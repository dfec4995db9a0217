import { select, type Reader } from '../store/sql.ts'

type GuestRow = { kind: 'sitIn' | 'observe'; name: string; post: string; present: number }

export const guestsSql = {
  ofSitting: select<{ sittingId: string }, GuestRow>()(
    { kind: true, name: true, post: true, present: true },
    'SELECT kind, name, post, present FROM guest WHERE sittingId = @sittingId ORDER BY kind, number',
  ),
}

/** Who sits in (列席) and who observes (旁听) at a sitting, and came. */
export const guestsOf = (
  db: Reader,
  sittingId: string,
): { sitIn: GuestRow[]; observers: GuestRow[] } => {
  const came = db.all(guestsSql.ofSitting, { sittingId }).filter(({ present }) => present === 1)
  return {
    sitIn: came.filter(({ kind }) => kind === 'sitIn'),
    observers: came.filter(({ kind }) => kind === 'observe'),
  }
}
