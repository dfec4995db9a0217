import type { MenuItemConstructorOptions } from 'electron'
import type { Locale } from '../../shared/locales/index.ts'
import { say } from '../../shared/locales/say.ts'

type Entry = { role: NonNullable<MenuItemConstructorOptions['role']>; label: string } | 'line'
type Facts = { platform: NodeJS.Platform; dev: boolean }
type Group = { label: string; entries: (facts: Facts) => Entry[] }

const isMac = ({ platform }: Facts) => platform === 'darwin'

/**
 * The native menu: what the system itself does in the page's place. Everything of the product is in the page's own
 * menu, which its table of commands feeds.
 */
const groups: Group[] = [
  {
    label: 'app',
    entries: (facts) =>
      isMac(facts)
        ? [{ role: 'hide', label: 'hide' }, 'line', { role: 'quit', label: 'quit' }]
        : [],
  },
  {
    label: 'edit',
    entries: () => [
      { role: 'undo', label: 'undo' },
      { role: 'redo', label: 'redo' },
      'line',
      { role: 'cut', label: 'cut' },
      { role: 'copy', label: 'copy' },
      { role: 'paste', label: 'paste' },
      { role: 'selectAll', label: 'selectAll' },
    ],
  },
  {
    label: 'view',
    entries: ({ dev }) => [
      { role: 'resetZoom', label: 'resetZoom' },
      { role: 'zoomIn', label: 'zoomIn' },
      { role: 'zoomOut', label: 'zoomOut' },
      'line',
      { role: 'togglefullscreen', label: 'fullScreen' },
      ...(dev ? ([{ role: 'toggleDevTools', label: 'devTools' }] satisfies Entry[]) : []),
    ],
  },
]

/** The menu of a platform in a language, as Electron takes it. */
export const menuTable = (locale: Locale, facts: Facts): MenuItemConstructorOptions[] => {
  const label = (name: string) => say(locale, { key: `hosting.menu.${name}` })
  return groups
    .map((group) => ({ group, entries: group.entries(facts) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ group, entries }) => ({
      label: label(group.label),
      submenu: entries.map((entry) =>
        entry === 'line'
          ? ({ type: 'separator' } as const)
          : { role: entry.role, label: label(entry.label) },
      ),
    }))
}
