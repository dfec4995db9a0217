import type { ledger } from '../../../shared/contract/ledger.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import { askingHandlers } from './asking.ts'
import { catalogueHandlers } from './catalogue-handlers.ts'
import { tenureHandlers } from './tenure-handlers.ts'

export const ledgerHandlers: Handlers<typeof ledger> = {
  ...askingHandlers,
  ...catalogueHandlers,
  ...tenureHandlers,
  readCatalogueSheet: async () => refuse('errors.internal'),
  importCatalogueSheet: async () => refuse('errors.internal'),
  readTenureSheet: async () => refuse('errors.internal'),
  importTenureSheet: async () => refuse('errors.internal'),
}
