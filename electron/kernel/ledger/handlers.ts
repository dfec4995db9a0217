import type { ledger } from '../../../shared/contract/ledger.ts'
import type { Handlers } from '../dispatch.ts'
import { askingHandlers } from './asking.ts'
import { catalogueHandlers } from './catalogue-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { personHandlers } from './persons.ts'
import { tenureHandlers } from './tenure-handlers.ts'
import { uniteHandlers } from './unite-handlers.ts'

export const ledgerHandlers: Handlers<typeof ledger> = {
  ...askingHandlers,
  ...catalogueHandlers,
  ...personHandlers,
  ...tenureHandlers,
  ...importHandlers,
  ...uniteHandlers,
}
