import { readFile } from 'node:fs/promises'
import process from 'node:process'
import type { Message } from '../../shared/contract/errors.ts'
import type { Locale } from '../../shared/locales/index.ts'
import { say } from '../../shared/locales/say.ts'
import { localeOf } from '../hosting/trouble.ts'

/** What a command may touch: its input, stdout for results, stderr for sentences. */
export type Io = {
  /** Bytes of a file, or of stdin for `-` or no name. */
  read: (file: string | undefined) => Promise<Uint8Array>
  /** Writes to stdout and waits until it is taken. */
  write: (text: string) => Promise<void>
  /** Says one sentence on stderr. */
  tell: (message: Message) => void
  /** The sentence of a message in the terminal's language. */
  sentence: (message: Message) => string
}

/** «C», «POSIX», «C.UTF-8»: an encoding at most, and no language. */
const unspoken = /^(?:C|POSIX)(?:[.@]|$)/u

/**
 * The language of the terminal: POSIX variables first, the system's own tag where they are not set. Where they name no
 * language everything is said as the product first is, columns and sentences alike.
 */
export const terminalLocale = (
  env: Readonly<Record<string, string | undefined>>,
  systemTag: string,
): Locale => {
  const tag = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || systemTag
  return unspoken.test(tag) ? 'zh-CN' : localeOf(tag.replace('_', '-'))
}

const readStdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Whoever reads our output may stop early (`| head`); that is no failure of ours. */
const isBrokenPipe = (error: Error): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE'

const writeOut = (text: string): Promise<void> =>
  new Promise((done, fail) => {
    process.stdout.write(text, (error) => {
      if (error && !isBrokenPipe(error)) fail(error)
      else done()
    })
  })

/** The process's own input and output. */
export const processIo = (): Io => {
  const locale = terminalLocale(process.env, Intl.DateTimeFormat().resolvedOptions().locale)
  const sentence = (message: Message): string => say(locale, message)
  const ignoreBrokenPipe = (error: Error): void => {
    if (!isBrokenPipe(error)) throw error
  }
  process.stdout.on('error', ignoreBrokenPipe)
  process.stderr.on('error', ignoreBrokenPipe)
  return {
    read: (file) => (file === undefined || file === '-' ? readStdin() : readFile(file)),
    write: writeOut,
    tell: (message) => void process.stderr.write(`${sentence(message)}\n`),
    sentence,
  }
}
