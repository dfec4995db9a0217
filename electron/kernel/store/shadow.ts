import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { Refusal, refuse, type FailureCode, type Message } from '../../../shared/contract/errors.ts'
import type { Shadow } from '../../../shared/contract/safety.ts'
import type { Log } from '../ports.ts'
import {
  checkFolder,
  liesElsewhere,
  type CopyDone,
  type CopyJob,
  type CopyKind,
} from './snapshot.ts'

/** What the copying thread answers. */
export type CopyAnswer =
  | { ok: true; done: CopyDone | null }
  | { ok: false; code: FailureCode; message?: Message; detail: string }

/** A change that is not a sealed result waits this long for more of its kind, milliseconds. */
const CALM = 2000
/** After a failure the next try waits this long: a stick put back is taken up by itself, milliseconds. */
const RETRY = 2000
/** A copy that takes longer counts as failed: the stick does not answer, milliseconds. */
const PATIENCE = 60_000

/** Between two looks at whether the newest copy is still there, milliseconds. */
const LOOK = 3000
/** How long closing and exchanging the file wait for the copy under way, milliseconds. */
const LAST = 10_000

const Chosen = z.object({ folder: z.string().min(1), elsewhere: z.boolean() })
type Chosen = z.infer<typeof Chosen>

/** Beside the data and not in it: which stick is in this machine is nothing a copy should carry to the next. */
const settingsOf = (file: string): string => join(dirname(file), 'shadow.json')

const readChosen = (file: string): Chosen | null => {
  try {
    return Chosen.parse(JSON.parse(readFileSync(settingsOf(file), 'utf8')))
  } catch {
    return null
  }
}

const writeChosen = (file: string, chosen: Chosen | null): void => {
  const settings = settingsOf(file)
  if (chosen === null) return rmSync(settings, { force: true })
  writeFileSync(`${settings}.part`, JSON.stringify(chosen), { flush: true })
  renameSync(`${settings}.part`, settings)
}

// In the sources the thread's file stands beside this one; the bundler puts it beside the bundle under the same name.
const workerFile = (): URL =>
  new URL(
    import.meta.url.endsWith('.ts') ? './shadowWorker.ts' : './shadowWorker.js',
    import.meta.url,
  )

export type ShadowKeeper = {
  state: () => Shadow
  /** Something was committed; a copy of it is made soon, of a sealed result at once. Returns at once. */
  note: (kind: CopyKind) => void
  /** Chooses the folder, or none; throws a sentence where copies cannot go there. */
  choose: (folder: string | null) => void
  /** Makes no copies until resumed; resolves when none is being made, refuses where that does not end. */
  pause: () => Promise<void>
  resume: () => void
  /** Makes the copy that is due, then ends the thread. */
  close: () => Promise<void>
}

export type ShadowOptions = {
  file: string
  now: () => number
  log: Log
  /** The state has changed. */
  changed: () => void
}

/** Whether a folder is another or lies in it, by whatever name it is reached: what is wiped there must be no copy. */
const isInside = (outer: string, folder: string): boolean => {
  const way = relative(realpathSync.native(outer), realpathSync.native(folder))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const failureMessage = ({ code, message }: { code: FailureCode; message?: Message }): Message => {
  if (message) return message
  const known = ['disk_full', 'readonly', 'busy', 'corrupt'].includes(code)
  return { key: `safety.shadow.why.${known ? code : 'other'}` }
}

/** Keeps copies of a file in a folder chosen, by a thread of its own. */
export const createShadow = ({ file, now, log, changed }: ShadowOptions): ShadowKeeper => {
  let chosen = readChosen(file)
  let shadow: Shadow = {
    folder: chosen?.folder ?? null,
    state: chosen ? 'writing' : 'off',
    sameDisk: chosen !== null && !chosen.elsewhere,
    ...{ at: null, file: null, bytes: null, message: null },
  }
  let due: CopyKind | null = null
  let job: Promise<void> | null = null
  let paused = false
  let timer: NodeJS.Timeout | undefined
  let worker: Worker | null = null

  const show = (next: Partial<Shadow>): void => {
    const before = JSON.stringify(shadow)
    shadow = { ...shadow, ...next }
    if (JSON.stringify(shadow) !== before) changed()
  }

  const stopWorker = (): void => {
    void worker?.terminate()
    worker = null
  }

  const ask = (task: CopyJob): Promise<CopyAnswer> =>
    new Promise((resolve) => {
      const thread = (worker ??= new Worker(workerFile()))
      thread.unref()
      const end = (answer: CopyAnswer): void => {
        clearTimeout(limit)
        thread.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(answer)
      }
      const bad = (detail: string, key: string): void => {
        stopWorker()
        end({ ok: false, code: 'internal', message: { key }, detail })
      }
      const onMessage = (answer: CopyAnswer): void => end(answer)
      const onError = (error: unknown): void => bad(String(error), 'safety.shadow.why.other')
      const onExit = (): void => bad('the thread ended', 'safety.shadow.why.other')
      const limit = setTimeout(() => bad('no answer', 'safety.shadow.why.slow'), PATIENCE)
      thread.on('message', onMessage).on('error', onError).on('exit', onExit)
      thread.postMessage(task)
    })

  const later = (wait: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      start()
    }, wait)
    timer.unref()
  }

  const took = (kind: CopyKind, at: number, answer: CopyAnswer): void => {
    if (answer.ok) {
      const { file: name, bytes } = answer.done ?? { file: null, bytes: null }
      show({ state: due ? 'writing' : 'saved', at, file: name, bytes, message: null })
      return
    }
    due = due === 'sealed' ? due : kind
    if (shadow.state !== 'failed')
      log({ at: now(), level: 'error', what: 'shadow copy', detail: answer.detail })
    show({ state: 'failed', message: failureMessage(answer) })
  }

  const copy = async (target: Chosen, kind: CopyKind): Promise<void> => {
    const at = now()
    // While it fails, the tries stay out of sight: what is shown is that the newest copy is not there.
    if (shadow.state !== 'failed') show({ state: 'writing' })
    const answer = await ask({ file, at, kind, ...target }).catch((error: unknown): CopyAnswer => ({
      ok: false,
      code: 'internal',
      detail: String(error),
    }))
    if (chosen === target) took(kind, at, answer)
  }

  const start = (): void => {
    if (job || paused || !due || !chosen) return
    clearTimeout(timer)
    timer = undefined
    const kind = due
    due = null
    job = copy(chosen, kind).finally(() => {
      job = null
      if (due) later(shadow.state === 'failed' ? RETRY : due === 'sealed' ? 0 : CALM)
    })
  }

  const note = (kind: CopyKind): void => {
    if (!chosen) return
    due = due === 'sealed' ? due : kind
    if (shadow.state === 'saved') show({ state: 'writing' })
    if (kind === 'sealed' && shadow.state !== 'failed') {
      clearTimeout(timer)
      timer = undefined
      later(0)
    } else later(CALM)
  }

  const choose = (folder: string | null): void => {
    if (folder !== null) {
      if (!existsSync(folder)) refuse('safety.shadow.why.notThere', { folder })
      checkFolder({ folder, file, elsewhere: false })
      if (isInside(dirname(file), folder)) refuse('safety.shadow.why.sameFolder')
    }
    chosen = folder === null ? null : { folder, elsewhere: liesElsewhere(folder, file) }
    writeChosen(file, chosen)
    due = null
    const none = { at: null, file: null, bytes: null, message: null }
    show({
      folder,
      state: chosen ? 'writing' : 'off',
      sameDisk: chosen !== null && !chosen.elsewhere,
      ...none,
    })
    note('sealed')
  }

  /** A stick pulled out while nothing is written would be missed until the next result: its newest copy is looked for. */
  const look = async (): Promise<void> => {
    const { folder, file: name, state } = shadow
    if (state !== 'saved' || folder === null || name === null) return
    const there = await stat(join(folder, name)).then(
      () => true,
      () => false,
    )
    if (!there && shadow.file === name) note('between')
  }
  const watch = setInterval(() => void look(), LOOK)
  watch.unref()

  /** Waits for the copy under way; false when it does not come to an end. */
  const idle = async (): Promise<boolean> => {
    if (!job) return true
    let limit: NodeJS.Timeout | undefined
    const patience = new Promise<boolean>((done) => {
      limit = setTimeout(() => done(false), LAST)
    })
    const ended = await Promise.race([job.then(() => true), patience])
    clearTimeout(limit)
    return ended
  }

  if (chosen) note('between')

  return {
    state: () => shadow,
    note,
    choose,
    pause: async () => {
      paused = true
      if (await idle()) return
      paused = false
      throw new Refusal({ code: 'busy', message: { key: 'safety.shadow.why.slow' } })
    },
    resume: () => {
      paused = false
      start()
    },
    close: async () => {
      clearInterval(watch)
      clearTimeout(timer)
      timer = undefined
      // What was noted while a copy was under way is in none yet.
      if ((await idle()) && due && shadow.state !== 'failed') start()
      await idle()
      paused = true
      clearTimeout(timer)
      stopWorker()
    },
  }
}
