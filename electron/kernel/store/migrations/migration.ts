import type Database from 'better-sqlite3'

/** One step of the file's form. */
export type Migration = {
  /** Numbered by tens, so that a repair fits between. */
  version: number
  up: string
  /** Works out what the new form holds of rows that were there before; runs once all pending steps are done. */
  fill?: (db: Database.Database) => void
}
