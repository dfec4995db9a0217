import { refuse } from '../../../shared/contract/errors.ts'
import { say } from '../../../shared/locales/say.ts'
import type { Ports } from '../ports.ts'
import type { Reader } from '../store/sql.ts'
import { isRehearsal, rehearsalOf } from './queries.ts'

/** What a rehearsal has no business with: the file itself, its copies, and files from outside. */
const outOfReach: ReadonlySet<string> = new Set([
  'journal.backup',
  'journal.restore',
  'roster.importSheet',
  'ledger.importCatalogueSheet',
  'ledger.importTenureSheet',
  'ledger.unitePersons',
  'dossier.attachForm',
  'safety.setShadow',
  'safety.openCopy',
])

/** Refuses what must not be done while a rehearsal is under way, with the way out. */
export const refuseInRehearsal = (db: Reader, method: string): void => {
  if (outOfReach.has(method) && isRehearsal(db)) refuse('safety.rehearsal.refused')
}

/** The ports of a rehearsal: what leaves it bears the word in its name. */
export const rehearsalPorts = (ports: Ports, db: Reader): Ports => {
  const rehearsal = rehearsalOf(db)
  if (!rehearsal) return ports
  const tag = say('zh-CN', {
    key: 'safety.rehearsal.banner',
    params: { number: rehearsal.number },
  })
  return {
    ...ports,
    saveFiles: (files, earlier = []) => {
      const tagged = <T extends { name: string }>(all: readonly T[]): T[] =>
        all.map((one) => ({ ...one, name: `${tag} ${one.name}` }))
      return ports.saveFiles(tagged(files), tagged(earlier))
    },
  }
}
