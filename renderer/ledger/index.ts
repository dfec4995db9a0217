import type { Area } from '../lib/area.ts'
import { ledgerCommands } from './commands.ts'
import { LedgerScreen } from './LedgerScreen.tsx'

export const ledgerArea: Area = { screens: { ledger: LedgerScreen }, commands: ledgerCommands }
