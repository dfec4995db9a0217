import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { build } from 'rolldown'
import { createKernel } from '../../electron/kernel/kernel.ts'
import { createPorts } from '../../electron/ports.ts'
import { createClient } from '../../shared/contract/index.ts'

/** Puts a child into one file: it starts in a fraction of the time its sources take. */
export const bundleChild = async (
  name: 'child' | 'keeper' | 'rehearser' = 'child',
): Promise<string> => {
  const bundle = fileURLToPath(new URL(`../../out/faults/${name}.mjs`, import.meta.url))
  await build({
    input: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
    platform: 'node',
    external: [/^node:/, 'better-sqlite3'],
    output: { file: bundle, format: 'esm' },
    logLevel: 'silent',
  })
  return bundle
}

/** What a child said before it ended. */
export type Told = {
  /** Journal sequence of each acknowledged command to the mark it bore. */
  acknowledged: Map<number, string>
  refused: string[]
  errors: string
}

const toldIn = (output: string, errors: string): Told => {
  // A line without its end was cut by the kill: the command in it was not acknowledged yet.
  const lines = output.split('\n').slice(0, -1)
  const acknowledged = new Map<number, string>()
  const refused: string[] = []
  for (const line of lines) {
    const [first = '', ...rest] = line.split(' ')
    if (first === 'refused') refused.push(rest.join(' '))
    else acknowledged.set(Number(first), rest.join(' '))
  }
  return { acknowledged, refused, errors }
}

export type Killing = {
  /** Milliseconds to the kill, counted from the start or from the first acknowledgement; null leaves the child be. */
  after: number | null
  from: 'start' | 'acknowledgement'
  /** Counted from the first acknowledgement with this mark instead. */
  mark?: string
}

/** Starts a child by `command` and kills it as told; resolves with what it said. */
export const runChild = (command: string, args: string[], killing: Killing): Promise<Told> =>
  new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    let timer: NodeJS.Timeout | undefined
    const arm = (): void => {
      if (killing.after !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), killing.after)
    }
    child.stdout?.on('data', (chunk: Buffer) => {
      output.push(chunk)
      const { mark } = killing
      if (mark === undefined || Buffer.concat(output).includes(` ${mark}\n`)) arm()
    })
    child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk))
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(toldIn(Buffer.concat(output).toString(), Buffer.concat(errors).toString()))
    })
    if (killing.from === 'start') arm()
  })

/** Opens a kernel on a file as the app does. */
export const openKernel = (file: string) =>
  createKernel({
    file,
    ports: createPorts({ saveFiles: async () => ({ folder: null, cancelled: true }) }),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    log: () => undefined,
  })

/** The marks the file holds by journal sequence, from the payload of each entry. */
const marksIn = (db: Database.Database): Map<number, string> => {
  const rows = db.prepare('SELECT seq, payload FROM journal').all() as {
    seq: number
    payload: string
  }[]
  return new Map(
    rows.map(({ seq, payload }) => {
      const { input } = JSON.parse(payload) as { input: { note?: string; name: string } }
      return [seq, input.note || input.name]
    }),
  )
}

/**
 * Looks a file through after a crash. Gives what is wrong with it: an empty list for a whole one that holds every
 * acknowledged command.
 */
export const faultsOf = async (
  file: string,
  acknowledged: Map<number, string>,
): Promise<string[]> => {
  const faults: string[] = []
  const kernel = openKernel(file)
  const verified = await createClient(kernel).journal.verify({ taskId: 'verify' })
  if (!verified.ok) faults.push(`verify: ${verified.error.code}`)
  else if (verified.value.broken !== null) faults.push(`journal breaks at ${verified.value.broken}`)
  const db = new Database(file, { readonly: true })
  const integrity = db.pragma('integrity_check', { simple: true })
  if (integrity !== 'ok') faults.push(`integrity: ${String(integrity)}`)
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) faults.push('dangling references')
  const stored = marksIn(db)
  for (const [seq, mark] of acknowledged) {
    if (stored.get(seq) !== mark)
      faults.push(`lost ${seq} ${mark}: ${stored.get(seq) ?? 'nothing'}`)
  }
  const lastNote = [...stored.values()].findLast(
    (mark) => /^\w+-\d+$/.test(mark) && !isSignOn(mark),
  )
  const note = db.prepare('SELECT note FROM person').pluck().get() as string | undefined
  if (note !== undefined && note !== (lastNote ?? '')) {
    faults.push(`the row says ${note}, the journal ${lastNote ?? 'nothing'}`)
  }
  db.close()
  await kernel.close()
  return faults
}

/** Every seventh step of the child chooses who works instead of changing the row. */
const isSignOn = (mark: string): boolean => Number(mark.split('-')[1]) % 7 === 6
