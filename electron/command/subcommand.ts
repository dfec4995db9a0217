import type { ParseArgsConfig } from 'node:util'
import type { Io } from './io.ts'

/** 0 fine; 1 the input was refused or something failed; 2 the command line itself was wrong. */
export type Exit = 0 | 1 | 2

export type Call = {
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  positionals: readonly string[]
}

export type Subcommand = {
  /** How many arguments without a dash it takes at most. */
  most: number
  options: NonNullable<ParseArgsConfig['options']>
  /** Options it cannot do without. */
  needs?: readonly string[]
  /** Refuses by throwing a `Refusal`; its sentence goes to stderr. */
  run: (call: Call, io: Io) => Promise<Exit>
}
