import type { Plant } from './plant.ts'

/** One forbidden import: the file it stands in, what it imports, and the file that reaches. */
export type Break = {
  readonly wall: string
  readonly file: string
  readonly imports: string
  readonly target?: string
}

/** Each wall of build/lib/walls.mjs broken at least once, by package, by Node module and by file. */
export const breaks: readonly Break[] = [
  { wall: 'shared: no Node', file: 'shared/rules/planted.ts', imports: 'node:fs' },
  { wall: 'shared: only its neighbours', file: 'shared/rules/planted.ts', imports: 'react' },
  { wall: 'shared: only its neighbours', file: 'shared/rules/planted.ts', imports: 'electron' },
  { wall: 'shared: only its neighbours', file: 'shared/rules/planted.ts', imports: 'docx' },
  {
    wall: 'shared: only its neighbours',
    file: 'shared/rules/planted.ts',
    imports: '../../electron/kernel/kernel.ts',
    target: 'electron/kernel/kernel.ts',
  },
  {
    wall: 'electron/kernel: only its neighbours',
    file: 'electron/kernel/body/planted.ts',
    imports: 'electron',
  },
  {
    wall: 'electron/kernel: only its neighbours',
    file: 'electron/kernel/body/planted.ts',
    imports: 'react',
  },
  {
    wall: 'electron/kernel: only its neighbours',
    file: 'electron/kernel/body/planted.ts',
    imports: '../../../renderer/lib/planted.ts',
    target: 'renderer/lib/planted.ts',
  },
  {
    wall: 'electron/papers: only its neighbours',
    file: 'electron/papers/planted.ts',
    imports: 'better-sqlite3',
  },
  {
    wall: 'electron/sheets: only its neighbours',
    file: 'electron/sheets/planted.ts',
    imports: 'docx',
  },
  {
    wall: 'electron/ports.ts: only its neighbours',
    file: 'electron/ports.ts',
    imports: 'better-sqlite3',
  },
  {
    wall: 'electron/demo: only its neighbours',
    file: 'electron/demo/planted.ts',
    imports: 'better-sqlite3',
  },
  {
    wall: 'electron/hosting: only its neighbours',
    file: 'electron/hosting/planted.ts',
    imports: 'electron',
  },
  {
    wall: 'electron/desktop: only its neighbours',
    file: 'electron/desktop/planted.ts',
    imports: 'better-sqlite3',
  },
  {
    wall: 'electron/loopback: only its neighbours',
    file: 'electron/loopback/planted.ts',
    imports: 'electron',
  },
  {
    wall: 'electron/command: only its neighbours',
    file: 'electron/command/planted.ts',
    imports: 'electron',
  },
  { wall: 'electron/preload.ts: no Node', file: 'electron/preload.ts', imports: 'node:path' },
  { wall: 'electron/preload.ts: only its neighbours', file: 'electron/preload.ts', imports: 'zod' },
  {
    wall: 'electron/preload.ts: only its neighbours',
    file: 'electron/preload.ts',
    imports: '../shared/contract/planted.ts',
    target: 'shared/contract/planted.ts',
  },
  {
    wall: 'electron/preload-hall.ts: no Node',
    file: 'electron/preload-hall.ts',
    imports: 'node:path',
  },
  {
    wall: 'electron/preload-hall.ts: only its neighbours',
    file: 'electron/preload-hall.ts',
    imports: 'zod',
  },
  { wall: 'renderer/ui: no Node', file: 'renderer/ui/planted.tsx', imports: 'node:path' },
  { wall: 'renderer/lib: no Node', file: 'renderer/lib/planted.ts', imports: 'node:path' },
  {
    wall: 'renderer/lib: only its neighbours',
    file: 'renderer/lib/planted.ts',
    imports: '@mantine/core',
  },
  {
    wall: 'renderer/app: only its neighbours',
    file: 'renderer/app/planted.tsx',
    imports: '@mantine/core',
  },
  { wall: 'renderer/roster: no Node', file: 'renderer/roster/planted.tsx', imports: 'node:fs' },
  {
    wall: 'renderer/roster: only its neighbours',
    file: 'renderer/roster/planted.tsx',
    imports: '@mantine/core',
  },
  {
    wall: 'renderer/roster: only its neighbours',
    file: 'renderer/roster/planted.tsx',
    imports: 'electron',
  },
  {
    wall: 'renderer/ballot: only its neighbours',
    file: 'renderer/ballot/planted.tsx',
    imports: '../../electron/kernel/kernel.ts',
    target: 'electron/kernel/kernel.ts',
  },
]

/** Walls that only the file reached can show: the path alone looks innocent to lint. */
export const deepBreaks: readonly Break[] = [
  {
    wall: 'electron/loopback: only its neighbours',
    file: 'electron/loopback/planted.ts',
    imports: '../kernel/store/sql.ts',
    target: 'electron/kernel/store/sql.ts',
  },
  {
    wall: 'electron/desktop: only its neighbours',
    file: 'electron/main.ts',
    imports: './kernel/ballot/queries.ts',
    target: 'electron/kernel/ballot/queries.ts',
  },
  {
    wall: 'kernel areas: queries only',
    file: 'electron/kernel/ballot/planted.ts',
    imports: '../session/handlers.ts',
    target: 'electron/kernel/session/handlers.ts',
  },
  {
    wall: 'renderer/ballot: only its neighbours',
    file: 'renderer/ballot/planted.tsx',
    imports: '../roster/parts.tsx',
    target: 'renderer/roster/parts.tsx',
  },
  {
    wall: 'nothing shipped needs a test',
    file: 'electron/kernel/body/planted.ts',
    imports: '../../../test/builders/body.ts',
    target: 'test/builders/body.ts',
  },
]

/** The source text of a forbidden import. */
export const importing = (specifier: string) =>
  `import * as planted from '${specifier}'\nexport const seen = Object.keys(planted)\n`

/** The files that make a break resolvable. */
export const filesOf = ({ file, imports, target }: Break): Plant => ({
  [file]: importing(imports),
  ...(target === undefined ? {} : { [target]: 'export const here = 1\n' }),
})
