import { copyFile, constants } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import { createClient, type Client, type Reply } from '../../shared/contract/index.ts'
import { paperNames, type PaperName } from '../../shared/contract/papers.ts'
import { say } from '../../shared/locales/say.ts'
import { makeDemo } from '../demo/demo.ts'
import { readBeside } from '../kernel/kernel.ts'
import { openData, type OpenData, type Opened } from '../hosting/open.ts'
import { databaseFile } from '../hosting/place.ts'
import { writeFiles } from '../hosting/save.ts'
import { createPorts } from '../ports.ts'
import type { Io } from './io.ts'
import type { Call, Subcommand } from './subcommand.ts'

export const text = { type: 'string' } as const

export const refused = (key: string, params?: Message['params']): Refusal =>
  new Refusal({ code: 'rule', message: params ? { key, params } : { key } })

/** The value of an option that the command needs; `run.ts` has seen that it is there. */
export const needed = ({ values }: Call, option: string): string => String(values[option] ?? '')

export const value = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value
  throw new Refusal(reply.error)
}

type Work<T> = (client: Client, folder: string) => Promise<T>

const folderOf = (call: Call): string => {
  const folder = resolve(needed(call, 'data'))
  if (!existsSync(databaseFile(folder))) throw refused('cli.data.no-data', { folder })
  return folder
}

const openFolder = (folder: string, out: string): Promise<Opened> => {
  const saveFiles: Parameters<typeof openData>[0]['saveFiles'] = async (files) => {
    await writeFiles(out, files)
    return { folder: out, cancelled: false }
  }
  return openData({ dataDir: folder, saveFiles })
}

const workOn = async <T>(data: OpenData, folder: string, work: Work<T>): Promise<T> => {
  try {
    return await work(createClient(data.kernel), folder)
  } finally {
    await data.close()
  }
}

/** Opens an existing data folder, does the work, and closes it again. Looking alone leaves no entry in the journal. */
export const withData = async <T>(call: Call, out: string, work: Work<T>): Promise<T> => {
  const folder = folderOf(call)
  const opened = await openFolder(folder, out)
  if (!opened.ok) throw refused('hosting.inUse', { dataDir: folder })
  return workOn(opened.data, folder, work)
}

/**
 * Asks questions of an existing data folder, also while another program works on it: then beside that program, which
 * keeps its lock and is not kept from anything. `work` may ask queries alone.
 */
export const askData = async <T>(call: Call, work: Work<T>): Promise<T> => {
  const folder = folderOf(call)
  const opened = await openFolder(folder, '')
  if (opened.ok) return workOn(opened.data, folder, work)
  const file = databaseFile(folder)
  const answer = await readBeside(file, Date.now(), (client) => work(client, folder))
  // Had the other program closed meanwhile, it could not bring its log into the file while we read.
  if (existsSync(`${file}-wal`)) {
    const left = await openFolder(folder, '')
    if (left.ok) await left.data.close()
  }
  return answer
}

export const json = (io: Io, data: unknown): Promise<void> =>
  io.write(`${JSON.stringify(data, null, 1)}\n`)

/** `demo --data DIR`: an example body in an empty folder. */
export const demoCommand: Subcommand = {
  most: 0,
  options: { data: text },
  needs: ['data'],
  run: async (call, io) => {
    const folder = resolve(needed(call, 'data'))
    const file = databaseFile(folder)
    if (existsSync(file)) throw refused('cli.data.has-data', { folder })
    const ports = createPorts({ saveFiles: async () => ({ folder: null, cancelled: true }) })
    await makeDemo({ file, ports, now: Date.now, newId: randomUUID, log: () => undefined })
    await json(io, { file })
    return 0
  },
}

/** `sessions --data DIR`: newest first. */
export const sessionsCommand: Subcommand = {
  most: 0,
  options: { data: text },
  needs: ['data'],
  run: async (call, io) => {
    const list = await withData(call, '', async (client) => value(await client.session.list({})))
    await json(io, list)
    return 0
  },
}

/** `backup --data DIR --to FILE`: a checked copy under a name that does not exist yet. */
export const backupCommand: Subcommand = {
  most: 0,
  options: { data: text, to: text },
  needs: ['data', 'to'],
  run: async (call, io) => {
    const to = resolve(needed(call, 'to'))
    if (existsSync(to)) throw refused('cli.data.held', { file: to })
    const bytes = await withData(call, '', async (client, folder) => {
      const backup = value(await client.journal.backup({ taskId: randomUUID() }))
      await copyFile(join(folder, 'backups', backup.fileName), to, constants.COPYFILE_EXCL)
      return backup.bytes
    })
    await json(io, { file: to, bytes })
    return 0
  },
}

/** `verify --data DIR`: exit 1 when an entry of the journal does not fit. */
export const verifyCommand: Subcommand = {
  most: 0,
  options: { data: text },
  needs: ['data'],
  run: async (call, io) => {
    const found = await withData(call, '', async (client) =>
      value(await client.journal.verify({ taskId: randomUUID() })),
    )
    await json(io, found)
    const { entries, broken } = found
    io.tell(
      broken === null
        ? { key: 'cli.data.whole', params: { entries } }
        : { key: 'cli.data.broken', params: { entries, seq: broken } },
    )
    return broken === null ? 0 : 1
  },
}

const sessionIdOf = async (client: Client, asked: string): Promise<string> => {
  const list = value(await client.session.list({}))
  const found = asked === 'last' ? list[0] : list.find((session) => session.id === asked)
  if (!found) throw refused('cli.data.no-session', { id: asked })
  return found.id
}

const wantedPapers = (call: Call): readonly PaperName[] => {
  const asked = call.values['paper']
  if (asked === undefined) return paperNames
  const known = paperNames.find((name) => name === asked)
  if (!known) throw refused('cli.data.one-of', { option: 'paper', values: paperNames.join(', ') })
  return [known]
}

/** The papers that have something to print; of the others the reason is told. */
const printable = async (
  client: Client,
  sessionId: string,
  wanted: readonly PaperName[],
  io: Io,
): Promise<PaperName[]> => {
  const found: PaperName[] = []
  for (const paper of wanted) {
    const { why } = value(await client.papers.preview({ sessionId, paper }))
    if (why) io.tell({ key: 'cli.data.not-printed', params: { paper, text: io.sentence(why) } })
    else found.push(paper)
  }
  return found
}

/** Who stands in the journal for a command: the file's people read Chinese, whatever the terminal's language. */
const operator = say('zh-CN', { key: 'cli.data.operator' })

/** `export --data DIR --session ID|last --out DIR [--paper NAME]`: DOCX files; existing ones are never replaced. */
export const exportCommand: Subcommand = {
  most: 0,
  options: { data: text, session: text, out: text, paper: text },
  needs: ['data', 'session', 'out'],
  run: async (call, io) => {
    const out = resolve(needed(call, 'out'))
    const asked = needed(call, 'session')
    const wanted = wantedPapers(call)
    const made = await withData(call, out, async (client) => {
      value(await client.journal.signOn({ name: operator }))
      const sessionId = await sessionIdOf(client, asked)
      const papers = await printable(client, sessionId, wanted, io)
      if (papers.length === 0) throw refused('cli.data.nothing')
      const taskId = randomUUID()
      return value(await client.papers.export({ taskId, sessionId, papers, format: 'docx' }))
    })
    await json(io, { folder: made.folder, files: made.files })
    return 0
  },
}
