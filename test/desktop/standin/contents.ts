import type { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Session } from './chromium.ts'
import { ask, deliver } from './ipc.ts'
import { emitterOf, notModelled, strict } from './modelled.ts'
import { createCodec } from './page/codec.ts'
import { createLink } from './page/link.ts'
import { pageWorld, preloadWorld, type FromPage, type ToPage } from './page/worlds.ts'
import { watchRequests } from './requests.ts'
import { fromChromium, toChromium } from './schemes.ts'
import { sessionBehind } from './session.ts'
import { chromium, state } from './state.ts'

export type OpenHandler = (details: { url: string }) => { action: string }

/** Electron's web contents as far as modelled, and what the stand-in's window needs of it. */
export type Contents = EventEmitter & {
  id: number
  targetId: () => string | undefined
  session: object
  mainFrame: { url: string; parent: null }
  getURL: () => string
  loadURL: (url: string) => Promise<void>
  reload: () => void
  send: (channel: string, ...args: unknown[]) => void
  setWindowOpenHandler: (handler: OpenHandler) => void
  isDestroyed: () => boolean
  close: (options?: { waitForBeforeUnload?: boolean }) => void
}

const events = [
  'will-navigate',
  'will-redirect',
  'will-frame-navigate',
  'will-attach-webview',
  'render-process-gone',
  'preload-error',
  'did-finish-load',
  'dom-ready',
  'unload-refused',
  'destroyed',
]

/** Milliseconds after which a page that neither closed nor objected is taken not to have been asked. */
const unheardAfter = 10_000

/**
 * Milliseconds until a pop-up is closed, at least. Whoever drives the browser halts it first, together with the page
 * that opened it; closed while halted it would leave that page standing still. So that page has to answer first.
 */
const popupSettles = 300

const isolatedWorld = 'Electron Isolated Context'
const codec = createCodec(null)

/** The source text of a call of one of our functions with others. */
const callOf = (target: unknown, ...args: unknown[]): string =>
  `(${String(target)})(${args.map(String).join(', ')})`

/** The source of the preload's world with the app's preload in it. */
const preloadSource = (file: string): string => {
  const body = `(require) => { const exports = {}, module = { exports };\n${readFileSync(file, 'utf8')}\n}`
  return callOf(preloadWorld, createCodec, createLink, body)
}

const installWorlds = async (session: Session, preload: string): Promise<void> => {
  const add = (source: string, worldName?: string) =>
    session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName })
  await session.send('Runtime.addBinding', {
    name: 'standinPost',
    executionContextName: isolatedWorld,
  })
  await add(callOf(pageWorld, createCodec, createLink))
  await add(preloadSource(preload), isolatedWorld)
}

/** Closes what a page opens by itself, after asking the app, which has to refuse. */
const watchPopups = (
  session: Session,
  targetId: string,
  handler: () => OpenHandler | null,
): void => {
  let wanted = ''
  session.on('Page.windowOpen', ({ url }: { url: string }) => (wanted = url))
  chromium().root.on('Target.targetCreated', ({ targetInfo }) => {
    const { openerId, targetId: popup } = targetInfo as { openerId?: string; targetId: string }
    if (openerId !== targetId) return
    const close = async () => {
      await session.send('Runtime.evaluate', { expression: '0' })
      await chromium().root.send('Target.closeTarget', { targetId: popup })
    }
    // Either page may be gone by itself then.
    setTimeout(() => void close().catch(() => undefined), popupSettles)
    const decision = handler()?.({ url: fromChromium(wanted) })
    if (decision?.action !== 'deny') throw notModelled('opening a window at the wish of a page')
  })
}

/**
 * Makes the contents of a window.
 * @param opening the tab Chromium is opening, and the preload to run in it
 */
export const createContents = (opening: {
  targetId: Promise<string>
  preload: string | undefined
  session: object | undefined
}): Contents => {
  const own = sessionBehind(opening.session)
  const emitter = emitterOf('webContents', events)
  const id = (state.lastId += 1)
  let session: Session | undefined
  let targetId: string | undefined
  let mainFrameId = ''
  let worldId: number | undefined
  let url = ''
  let ownNavigation = false
  let destroyed = false
  let openHandler: OpenHandler | null = null

  const mainFrame = {
    get url() {
      return url
    },
    parent: null,
  }
  const post = (message: ToPage) => {
    if (worldId === undefined) return
    const expression = `standinReceive(${JSON.stringify(JSON.stringify(message))})`
    session?.send('Runtime.evaluate', { expression, contextId: worldId }).catch(() => undefined)
  }
  const event = () => ({ sender: contents, senderFrame: mainFrame })

  const answer = async ({ id: call, channel, args }: FromPage & { kind: 'invoke' }) => {
    const reply = (ok: boolean, value: unknown) => post({ kind: 'answer', id: call, ok, value })
    try {
      const value = await ask(channel, event(), codec.unpack(args) as unknown[])
      reply(true, codec.pack(structuredClone(value)))
    } catch (error) {
      reply(false, String(error))
    }
  }
  const receive = (message: FromPage, contextId: number) => {
    if (message.kind === 'hello') worldId = contextId
    else if (message.kind === 'broken') {
      emitter.emit('preload-error', {}, opening.preload, new Error(message.message))
      process.stderr.write(`stand-in: the preload failed: ${message.message}\n`)
    } else if (message.kind === 'invoke') void answer(message)
    else deliver(message.channel, event(), codec.unpack(message.args) as unknown[])
  }

  const watchPage = (page: Session) => {
    page.on('Runtime.bindingCalled', ({ payload, executionContextId }) =>
      receive(JSON.parse(payload as string) as FromPage, executionContextId as number),
    )
    page.on('Runtime.executionContextsCleared', () => (worldId = undefined))
    page.on('Page.loadEventFired', () => emitter.emit('did-finish-load', {}))
    page.on('Page.domContentEventFired', () => emitter.emit('dom-ready', {}))
    page.on('Page.frameNavigated', ({ frame }: { frame: { parentId?: string; url: string } }) => {
      if (frame.parentId === undefined) url = fromChromium(frame.url)
    })
    page.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type !== 'beforeunload') return
      void page.send('Page.handleJavaScriptDialog', { accept: false })
      emitter.emit('unload-refused')
    })
    page.on('Inspector.targetCrashed', () =>
      emitter.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    )
  }

  const prepared = (async () => {
    targetId = await opening.targetId
    const page = (session = await chromium().attach(targetId))
    watchPage(page)
    watchPopups(page, targetId, () => openHandler)
    await Promise.all(
      ['Page.enable', 'Runtime.enable', 'Inspector.enable'].map((one) => page.send(one)),
    )
    const { frameTree } = await page.send('Page.getFrameTree')
    mainFrameId = (frameTree as { frame: { id: string } }).frame.id
    if (opening.preload !== undefined) await installWorlds(page, opening.preload)
    await watchRequests({
      session: page,
      own,
      contents: emitter,
      mainFrame: () => mainFrameId,
      takeOwnNavigation: () => {
        const own = ownNavigation
        ownNavigation = false
        return own
      },
    })
    return page
  })()

  const contents: Contents = strict(
    'webContents',
    Object.assign(emitter, {
      id,
      session: own.api,
      mainFrame,
      targetId: () => targetId,
      getURL: () => url,
      loadURL: async (address: string) => {
        const page = await prepared
        await own.settlePermissions(contents, address)
        const loaded = new Promise((resolve) => emitter.once('did-finish-load', resolve))
        ownNavigation = true
        const { errorText } = await page.send('Page.navigate', { url: toChromium(address) })
        if (errorText !== undefined) throw new Error(`${String(errorText)} loading '${address}'`)
        await loaded
      },
      reload: () => {
        ownNavigation = true
        void session?.send('Page.reload')
      },
      send: (channel: string, ...args: unknown[]) => {
        if (destroyed) throw new TypeError('Object has been destroyed')
        post({ kind: 'event', channel, args: codec.pack(structuredClone(args)) })
      },
      setWindowOpenHandler: (handler: OpenHandler) => {
        openHandler = handler
      },
      isDestroyed: () => destroyed,
      close: ({ waitForBeforeUnload = false }: { waitForBeforeUnload?: boolean } = {}) => {
        const closeTab = () => void chromium().root.send('Target.closeTarget', { targetId })
        if (!waitForBeforeUnload) return closeTab()
        void session?.send('Page.close')
        // About one page in thirty never hears the question: Playwright turns off what would ask again.
        const unheard = setTimeout(closeTab, unheardAfter)
        for (const heard of ['destroyed', 'unload-refused'])
          emitter.once(heard, () => clearTimeout(unheard))
      },
    }),
  )
  emitter.once('destroyed', () => {
    destroyed = true
  })
  return contents
}
