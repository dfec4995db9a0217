import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { say } from '../../shared/locales/say.ts'
import type { Holder } from '../hosting/lock.ts'
import { openData } from '../hosting/open.ts'
import { exportsFolder } from '../hosting/place.ts'
import { writeSet, type NamedBytes } from '../hosting/save.ts'
import type { EarlierFile } from '../kernel/ports.ts'
import { copyTold, localeOf, troubleText } from '../hosting/trouble.ts'
import { keepHall, readHall } from './hallKept.ts'
import { controlHeader, serve, type ServeOptions, type Serving } from './server.ts'

// The kernel behind a web server for this machine alone:
// node electron/loopback/serve.ts --data DIR [--demo] [--from COPY] [--renderer DIR] [--exports DIR] [--port N] [--until-stdin-closes] [--test]
// stdout carries one line, {"url": …}; everything else goes to stderr.

const usage = 2
const locale = localeOf(Intl.DateTimeFormat().resolvedOptions().locale)

const tell = (text: string) => {
  process.stderr.write(`${text}\n`)
}

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      from: { type: 'string' },
      renderer: { type: 'string' },
      exports: { type: 'string' },
      port: { type: 'string', default: '0' },
      'until-stdin-closes': { type: 'boolean', default: false },
      test: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (values.data === undefined) throw new Error('--data DIR')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port 0…65535')
  const built = fileURLToPath(new URL('../../out/renderer', import.meta.url))
  const documents = join(homedir(), 'Documents')
  const dataDir = resolve(values.data)
  return {
    dataDir,
    port,
    demo: values.demo,
    from: values.from === undefined ? null : resolve(values.from),
    test: values.test,
    untilStdinCloses: values['until-stdin-closes'],
    rendererDir: resolve(values.renderer ?? built),
    exportsDir: resolve(
      values.exports ?? exportsFolder(existsSync(documents) ? documents : null, dataDir),
    ),
  }
}

type Options = ReturnType<typeof readOptions>

/** A standing clock for reproducible pictures: only tests may ask for one, by an ISO moment in YIXI_NOW. */
const fixedClock = (options: Options): (() => number) | undefined => {
  const moment = Date.parse(process.env['YIXI_NOW'] ?? '')
  return options.test && Number.isFinite(moment) ? () => moment : undefined
}

const saveInto =
  (folder: string) => async (files: NamedBytes[], earlier?: readonly EarlierFile[]) => ({
    folder: await writeSet(folder, files, new Date(), earlier),
    cancelled: false,
  })

const open = (options: Options) => {
  const now = fixedClock(options)
  return openData({
    dataDir: options.dataDir,
    saveFiles: saveInto(options.exportsDir),
    demo: options.demo,
    from: options.from,
    ...(now === undefined ? {} : { now }),
  })
}

/** The folder is at work already: asks its host for another address. Null where that one is no web host. */
const askRunning = async ({ origin, controlKey }: Holder): Promise<string | null> => {
  if (origin === undefined || controlKey === undefined) return null
  try {
    const answer = await fetch(`${origin}/again`, {
      method: 'POST',
      headers: { [controlHeader]: controlKey },
      signal: AbortSignal.timeout(5000),
    })
    return ((await answer.json()) as { url?: string }).url ?? null
  } catch {
    return null
  }
}

const announce = (url: string) => {
  process.stdout.write(`${JSON.stringify({ url })}\n`)
}

/** Where no port was asked for, the one of the last run if it is free: a wall that stayed open finds us again. */
const serveAgain = async (asked: ServeOptions, dataDir: string): Promise<Serving> => {
  const kept = readHall(dataDir)
  const options = { ...asked, hallKey: kept.key }
  const own = asked.port === undefined || asked.port === 0
  const first = own ? { ...options, port: kept.port } : options
  const serving = await serve(first).catch((error: unknown) => {
    if (!own || kept.port === 0) throw error
    return serve(options)
  })
  keepHall(dataDir, { port: Number(new URL(serving.origin).port), key: kept.key })
  return serving
}

const untilAskedToStop = (untilStdinCloses: boolean): Promise<void> =>
  new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop())
    if (untilStdinCloses) process.stdin.resume().on('end', stop).on('error', stop)
  })

const run = async (options: Options): Promise<number> => {
  if (!existsSync(join(options.rendererDir, 'index.html'))) {
    tell(say(locale, { key: 'hosting.noPage', params: { folder: options.rendererDir } }))
    return usage
  }
  const opened = await open(options)
  if (!opened.ok) {
    const url = await askRunning(opened.holder)
    if (url !== null) announce(url)
    else tell(say(locale, { key: 'hosting.inUse', params: { dataDir: options.dataDir } }))
    return url === null ? 1 : 0
  }
  const { data } = opened
  if (data.copy) tell(say(locale, copyTold(data.copy)))
  const controlKey = randomBytes(32).toString('base64url')
  let serving: Serving | undefined
  try {
    const { kernel, log, now } = data
    const { rendererDir, port } = options
    const asked = { kernel, rendererDir, port, controlKey, log, now, locale }
    serving = await serveAgain(asked, options.dataDir)
    data.lock.announce({ origin: serving.origin, controlKey })
    const stop = untilAskedToStop(options.untilStdinCloses)
    announce(serving.url)
    await stop
    return 0
  } finally {
    await serving?.close()
    await data.close()
  }
}

const main = async () => {
  let options: Options
  try {
    options = readOptions()
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    process.exit(usage)
  }
  try {
    process.exit(await run(options))
  } catch (error) {
    tell(troubleText(locale, error, options.dataDir))
    process.exit(1)
  }
}

await main()
