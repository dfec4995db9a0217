import { parseArgs } from 'node:util'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import type { Io } from './io.ts'
import type { Call, Exit, Subcommand } from './subcommand.ts'
import { subcommands } from './table.ts'

const usage = (io: Io): string =>
  [
    io.sentence({ key: 'cli.usage.title' }),
    ...Object.keys(subcommands).map((words) =>
      io.sentence({ key: `cli.usage.${words.replaceAll(' ', '-')}` }),
    ),
    '',
  ].join('\n')

const find = (args: readonly string[]): { command: Subcommand; rest: string[] } | undefined => {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    const command = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
    if (command) return { command, rest: args.slice(words) }
  }
  return undefined
}

/** What `parseArgs` objects to: an option we do not have, or one with the wrong kind of value. */
const optionFault = (error: unknown): Message => {
  const { code = '', message } = error as NodeJS.ErrnoException
  const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
  const option = /'([^']+)'/u.exec(message)?.[1] ?? ''
  return { key: `cli.arguments.option-${unknown ? 'unknown' : 'value'}`, params: { option } }
}

const parse = (command: Subcommand, rest: string[]): Call | Message => {
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    const missing = command.needs?.find((option) => (values[option] ?? '') === '')
    if (missing !== undefined) return { key: 'cli.data.needed', params: { option: missing } }
    if (positionals.length <= command.most) return { values, positionals }
    return { key: 'cli.arguments.too-many', params: { argument: positionals.at(-1) ?? '' } }
  } catch (error) {
    return optionFault(error)
  }
}

const messageOf = (error: unknown): Message =>
  error instanceof Refusal
    ? (error.failure.message ?? { key: `errors.${error.failure.code}` })
    : { key: 'cli.failed', params: { why: error instanceof Error ? error.message : String(error) } }

/**
 * Runs one command line. Results go to stdout, every sentence to stderr.
 * @param args the words after the program's name
 */
export const runCommand = async (args: readonly string[], io: Io): Promise<Exit> => {
  if (args.length === 1 && ['--help', '-h', 'help'].includes(args[0] ?? '')) {
    await io.write(usage(io))
    return 0
  }
  const found = find(args)
  if (!found) {
    const asked = args.slice(0, 2).join(' ')
    io.tell(
      asked === ''
        ? { key: 'cli.arguments.none' }
        : { key: 'cli.arguments.unknown', params: { asked } },
    )
    io.tell({ key: 'cli.usage.see', params: { usage: usage(io) } })
    return 2
  }
  const call = parse(found.command, found.rest)
  if ('key' in call) {
    io.tell(call)
    return 2
  }
  try {
    return await found.command.run(call, io)
  } catch (error) {
    io.tell(messageOf(error))
    return 1
  }
}
