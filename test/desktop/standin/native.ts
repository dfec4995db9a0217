import process from 'node:process'
import { emitterOf, notModelled, onlyKnown, strict } from './modelled.ts'

// What the operating system draws: kept, so that a test can look at it, or said on stderr.

type Entry = { role?: string; label?: string; type?: string; submenu?: Entry[] }

const roles = [
  ...['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut'],
  ...['togglefullscreen', 'toggleDevTools', 'hide', 'quit'],
]
let menu: { items: Entry[] } | null = null

const checkEntry = (entry: Entry): Entry => {
  onlyKnown('the menu option', entry, ['role', 'label', 'type', 'submenu'])
  if (entry.role !== undefined && !roles.includes(entry.role)) throw notModelled(entry.role)
  entry.submenu?.forEach(checkEntry)
  return entry
}

export const Menu = strict('Menu', {
  buildFromTemplate: (template: Entry[]) => ({ items: template.map(checkEntry) }),
  setApplicationMenu: (next: { items: Entry[] }) => {
    menu = next
  },
  getApplicationMenu: () => menu,
})

export const dialog = strict('dialog', {
  /** A test has to put its own answer in this function's place. */
  showOpenDialog: (): Promise<{ canceled: boolean; filePaths: string[] }> =>
    Promise.reject(notModelled('a dialog nobody answers')),
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`error box: ${title}\n${content}\n`)
  },
})

const everything = { x: 0, y: 0, width: 1920, height: 1080 }
const onScreen = emitterOf('screen', ['display-added', 'display-removed'])

/** One display, until a test puts its own in this function's place and says so. */
export const screen = strict(
  'screen',
  Object.assign(onScreen, {
    getAllDisplays: () => [{ bounds: everything, workArea: { ...everything, height: 1040 } }],
  }),
)
