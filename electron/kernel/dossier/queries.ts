import type { Dossier, FormFacts } from '../../../shared/contract/dossier.ts'
import { found } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { dossierSql, type DossierRow } from './sql.ts'

export const dossierOf = (row: DossierRow): Dossier => ({
  ...row,
  facts: JSON.parse(row.facts) as FormFacts,
})

/** Whose forms are asked for: all of a session's acts (photo left out), one act's and its person's, or one person's. */
export type DossiersAsked = { sessionId: string } | { actId: string } | { personId: string }

/** The forms kept, newest first; for a paper the first of a person is the one to print. */
export const dossiersOf = (db: Reader, asked: DossiersAsked): Dossier[] => {
  const rows =
    'sessionId' in asked
      ? db.all(dossierSql.ofSession, asked)
      : 'actId' in asked
        ? db.all(dossierSql.ofAct, asked)
        : db.all(dossierSql.ofPerson, asked)
  return rows.map(dossierOf)
}

/** One form with its photo, or `not_found`. */
export const theDossier = (db: Reader, id: string): Dossier =>
  dossierOf(found(db.get(dossierSql.get, { id }), 'dossier'))
