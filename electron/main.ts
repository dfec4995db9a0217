import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { app } from 'electron'
import type { HallScreen } from '../shared/contract/hall.ts'
import { setupBridge } from './desktop/bridge.ts'
import { setupNavigationGuard, setupSessionGuard } from './desktop/guards.ts'
import { setupHall } from './desktop/hall.ts'
import { setupSingleInstance } from './desktop/instance.ts'
import { setupMenu } from './desktop/menu.ts'
import { createChooseFolder } from './desktop/chooseFolder.ts'
import { setupMishaps, whenBroken, whenInUse } from './desktop/mishaps.ts'
import { placesOf, readOptions } from './desktop/options.ts'
import { setupPlaces } from './desktop/places.ts'
import { setupQuit } from './desktop/quit.ts'
import { createSaveFiles } from './desktop/saveFiles.ts'
import { setupPage, setupScheme } from './desktop/scheme.ts'
import { setupWindow } from './desktop/window.ts'
import { openData } from './hosting/open.ts'
import { exportsFolder } from './hosting/place.ts'
import { localeOf } from './hosting/trouble.ts'

// The desktop host, from the first line to the window. Each step is a small module of desktop/.

const options = readOptions(process.argv, process.cwd())
const places = placesOf(
  options,
  app.getPath('appData'),
  app.commandLine.getSwitchValue('user-data-dir'),
)
const dataDir = places.userData
const dev = !app.isPackaged

app.enableSandbox()
// The session cancels what leaves our scheme; beneath it, no name resolves either.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
setupScheme()
let openHall: ((screen: HallScreen) => void) | undefined
setupNavigationGuard((screen) => openHall?.(screen))

/** Electron knows the language once it is ready; before that, the engine's will do. */
const language = () => localeOf(app.getLocale() || Intl.DateTimeFormat().resolvedOptions().locale)

const start = async (): Promise<void> => {
  const locale = language()
  const documents = app.getPath('documents')
  const exportsDir = exportsFolder(existsSync(documents) ? documents : null, dataDir)
  const saveFiles = createSaveFiles(locale, exportsDir)
  try {
    const chooseFolder = createChooseFolder(locale)
    const { demo, from } = options
    const opened = await openData({ dataDir, saveFiles, chooseFolder, demo, from })
    if (!opened.ok) return whenInUse(locale, dataDir)
    const { data } = opened
    setupQuit(data)
    setupSessionGuard(dev)
    const rendererDir = join(import.meta.dirname, '../renderer')
    setupPage(rendererDir)
    setupMenu(locale, process.platform, dev)
    const preloads = join(import.meta.dirname, '../preload')
    const preload = join(preloads, 'preload.cjs')
    const window = setupWindow({ preload, folder: dataDir, dev })
    setupBridge(data.kernel, window)
    setupMishaps(data, window)
    openHall = setupHall({
      data,
      desk: window,
      preload: join(preloads, 'preload-hall.cjs'),
      rendererDir,
      folder: dataDir,
      dev,
    })
  } catch (error) {
    whenBroken(locale, error, dataDir)
  }
}

try {
  setupPlaces(places)
  if (setupSingleInstance()) void app.whenReady().then(start)
  else app.quit()
} catch (error) {
  whenBroken(language(), error, dataDir)
}
