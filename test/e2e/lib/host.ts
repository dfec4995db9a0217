import { spawn, type ChildProcess } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export type HostOptions = {
  dataDir: string
  exportsDir: string
  /** Folder of the built page; the production bundle when absent. */
  rendererDir?: string
  demo?: boolean
  /** A copy to go on from. */
  from?: string
  /** ISO moment at which the host's clock stands still. */
  now?: string
}

/** A loopback host in a process of its own. */
export type Host = {
  url: string
  process: ChildProcess
  /** What it said on stderr so far. */
  said: () => string
  /** Ends it in the orderly way and gives its exit code. */
  stop: () => Promise<number | null>
}

const argumentsOf = (options: HostOptions): string[] => [
  'electron/loopback/serve.ts',
  ...['--data', options.dataDir, '--exports', options.exportsDir],
  ...['--test', '--until-stdin-closes'],
  ...(options.rendererDir === undefined ? [] : ['--renderer', options.rendererDir]),
  ...(options.from === undefined ? [] : ['--from', options.from]),
  ...(options.demo === true ? ['--demo'] : []),
]

const firstLine = async (child: ChildProcess, said: () => string): Promise<string> => {
  if (child.stdout === null) throw new Error('The host has no stdout')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error(`The host did not start: ${said()}`)
}

/** Starts the host as people do, in a process that ends with ours at the latest. */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const { YIXI_NOW: _, ...env } = process.env
  const child = spawn(process.execPath, argumentsOf(options), {
    cwd: root,
    env: { ...env, ...(options.now === undefined ? {} : { YIXI_NOW: options.now }) },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const said = () => errors
  const { url } = JSON.parse(await firstLine(child, said)) as { url: string }
  return {
    url,
    process: child,
    said,
    stop: () => {
      child.stdin.end()
      return ended
    },
  }
}
