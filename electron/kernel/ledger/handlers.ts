import type { ledger } from '../../../shared/contract/ledger.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../dispatch.ts'

export const ledgerHandlers: Handlers<typeof ledger> = {
  catalogue: () => refuse('errors.internal'),
  posts: () => refuse('errors.internal'),
  saveOrgan: () => refuse('errors.internal'),
  savePost: () => refuse('errors.internal'),
  removeOrgan: () => refuse('errors.internal'),
  removePost: () => refuse('errors.internal'),
  addStarter: () => refuse('errors.internal'),
  asOf: () => refuse('errors.internal'),
  person: () => refuse('errors.internal'),
  post: () => refuse('errors.internal'),
  session: () => refuse('errors.internal'),
  unreviewed: () => refuse('errors.internal'),
  findPerson: () => refuse('errors.internal'),
  saveTenure: () => refuse('errors.internal'),
  endTenure: () => refuse('errors.internal'),
  reopenTenure: () => refuse('errors.internal'),
  removeTenure: () => refuse('errors.internal'),
  tieTenure: () => refuse('errors.internal'),
  review: () => refuse('errors.internal'),
  readCatalogueSheet: async () => refuse('errors.internal'),
  importCatalogueSheet: async () => refuse('errors.internal'),
  readTenureSheet: async () => refuse('errors.internal'),
  importTenureSheet: async () => refuse('errors.internal'),
  statistics: () => refuse('errors.internal'),
}
