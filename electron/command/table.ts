import { printActsCommand, readActsCommand } from './acts.ts'
import { checkAppointmentsCommand } from './appoint.ts'
import {
  backupCommand,
  demoCommand,
  exportCommand,
  sessionsCommand,
  verifyCommand,
} from './data.ts'
import { decideCommand } from './decide.ts'
import { asOfCommand } from './ledger.ts'
import { sortNamesCommand } from './names.ts'
import type { Subcommand } from './subcommand.ts'

/** Every subcommand by its words. Its line in the usage is `cli.usage.<words joined by a dash>`. */
export const subcommands: Readonly<Record<string, Subcommand>> = {
  decide: decideCommand,
  'names sort': sortNamesCommand,
  'acts read': readActsCommand,
  'acts print': printActsCommand,
  'appoint check': checkAppointmentsCommand,
  'ledger as-of': asOfCommand,
  demo: demoCommand,
  sessions: sessionsCommand,
  export: exportCommand,
  backup: backupCommand,
  verify: verifyCommand,
}
