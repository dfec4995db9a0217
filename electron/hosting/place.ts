import { join } from 'node:path'

/** The database file of a data folder. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'yixi.db')

/** The folder of the log of a data folder. */
export const logFolder = (dataDir: string): string => join(dataDir, 'logs')

/** The lock file of a data folder. */
export const lockFile = (dataDir: string): string => join(dataDir, 'yixi.lock')

/**
 * Where papers go that the user is not asked about: a folder of ours among the user's documents,
 * or one inside the data folder where there are none.
 * @param documents the user's documents folder, null where it does not exist
 */
export const exportsFolder = (documents: string | null, dataDir: string): string =>
  documents === null ? join(dataDir, 'exports') : join(documents, '议席')
