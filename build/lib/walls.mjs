/**
 * The walls of the house, in one table: lint reads it for what an import names, dependency-cruiser
 * for the file it reaches.
 *
 * @typedef {object} Wall
 * @property {string} room its name in messages
 * @property {string} files the room's files, as a regular expression over paths from the repository
 * @property {readonly string[]} sees files it may import, as regular expressions
 * @property {readonly string[]} packages packages it may import
 * @property {boolean} node whether it may import Node's own modules
 * @property {boolean} [typesOnly] whether other rooms may be seen for their types alone
 */

/** The areas of the field; they bear the same name in every room. */
export const areas = [
  'body',
  'roster',
  'session',
  'attendance',
  'ballot',
  'appointment',
  'papers',
  'journal',
  'speech',
  'incident',
  'hall',
  'safety',
  'ledger',
  'dossier',
  'formality',
  'followup',
  'statistics',
  'exchange',
]

/** Tests see what they test and what they build it from; the walls are for what is shipped. */
export const testFiles = '(\\.(test|testkit)\\.tsx?$|^test/|^build/vitest\\.setup\\.ts$)'

const kernelDoor = [
  '^electron/kernel/(kernel|ports)\\.ts$',
  '^electron/papers/[^/]+\\.ts$',
  '^shared/',
]
const pagePackages = [
  'react',
  'react-dom',
  'react-i18next',
  'i18next',
  'zustand',
  'zod',
  'dayjs',
  'lucide-react',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  '@dnd-kit/core',
  '@dnd-kit/sortable',
  '@dnd-kit/utilities',
]
const kit = ['@mantine/core', '@mantine/dates', '@mantine/hooks']

/** @type {readonly Wall[]} */
const fixed = [
  {
    room: 'shared',
    files: '^shared/',
    sees: ['^shared/'],
    packages: ['zod', 'i18next', 'pinyin-pro', 'cnchar-order'],
    node: false,
  },
  {
    room: 'electron/kernel',
    files: '^electron/kernel/',
    sees: ['^electron/kernel/', '^shared/'],
    packages: ['better-sqlite3', 'zod'],
    node: true,
  },
  {
    room: 'electron/papers',
    files: '^electron/papers/',
    sees: ['^electron/papers/', '^shared/'],
    packages: ['docx', 'fflate'],
    node: true,
  },
  {
    room: 'electron/sheets',
    files: '^electron/sheets/',
    sees: ['^electron/sheets/', '^electron/kernel/ports\\.ts$', '^shared/'],
    packages: ['@cj-tech-master/excelts', 'papaparse', 'fflate'],
    node: true,
  },
  {
    room: 'electron/forms',
    files: '^electron/forms/',
    sees: [
      '^electron/forms/',
      '^electron/sheets/(encoding|kind)\\.ts$',
      '^electron/kernel/ports\\.ts$',
      '^shared/',
    ],
    packages: ['saxes'],
    node: true,
  },
  {
    room: 'electron/ports.ts',
    files: '^electron/ports\\.ts$',
    sees: [
      '^electron/(papers|sheets|forms)/[^/]+\\.ts$',
      '^electron/kernel/ports\\.ts$',
      '^shared/',
    ],
    packages: [],
    node: true,
  },
  {
    room: 'electron/demo',
    files: '^electron/demo/',
    sees: ['^electron/(demo/|ports\\.ts$)', ...kernelDoor],
    packages: ['zod'],
    node: true,
  },
  {
    room: 'electron/hosting',
    files: '^electron/hosting/',
    sees: ['^electron/((hosting|demo)/|ports\\.ts$)', ...kernelDoor],
    packages: ['zod'],
    node: true,
  },
  {
    room: 'electron/desktop',
    files: '^electron/(desktop/|main\\.ts$)',
    sees: ['^electron/(desktop|hosting)/', ...kernelDoor],
    packages: ['electron', 'zod'],
    node: true,
  },
  ...['preload', 'preload-hall'].map((name) => ({
    room: `electron/${name}.ts`,
    files: `^electron/${name}\\.ts$`,
    sees: ['^shared/'],
    packages: ['electron'],
    node: false,
    typesOnly: true,
  })),
  {
    room: 'electron/loopback',
    files: '^electron/loopback/',
    sees: ['^electron/(loopback|hosting)/', ...kernelDoor],
    packages: ['zod'],
    node: true,
  },
  {
    room: 'electron/command',
    files: '^electron/command/',
    sees: ['^electron/((command|hosting|demo)/|ports\\.ts$)', ...kernelDoor],
    packages: ['zod'],
    node: true,
  },
  {
    room: 'renderer/ui',
    files: '^renderer/ui/',
    sees: ['^renderer/(ui|lib)/', '^shared/'],
    packages: [...pagePackages, ...kit],
    node: false,
  },
  {
    room: 'renderer/lib',
    files: '^renderer/lib/',
    sees: ['^renderer/lib/', '^shared/'],
    packages: pagePackages,
    node: false,
  },
  {
    room: 'renderer/app',
    files: '^renderer/app/',
    sees: ['^renderer/', '^shared/'],
    packages: pagePackages,
    node: false,
  },
]

/**
 * An area of the page sees the kit, the library and itself, and another area by its front door.
 * @type {readonly Wall[]}
 */
const pageAreas = areas.map((area) => ({
  room: `renderer/${area}`,
  files: `^renderer/${area}/`,
  sees: [`^renderer/(ui|lib|${area})/`, '^renderer/[^/]+/index\\.tsx?$', '^shared/'],
  packages: pagePackages,
  node: false,
}))

/** @type {readonly Wall[]} */
export const walls = [...fixed, ...pageAreas]

/** @param {string} text */
export const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
