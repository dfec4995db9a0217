import { areas, escaped, testFiles, walls } from './lib/walls.mjs'

// The walls between the rooms by the files an import reaches, and no circles.

/** @typedef {import('./lib/walls.mjs').Wall} Wall */

const anyArea = areas.join('|')

/** @param {Wall} wall */
function wallRules({ room, files, sees, packages, node, typesOnly }) {
  const from = { path: files, pathNot: testFiles }
  const allowedPackages = packages.map((name) => `(^|/)node_modules/${escaped(name)}/`)
  const core = /** @type {const} */ (['core'])
  return [
    {
      name: `${room}: only its neighbours`,
      severity: /** @type {const} */ ('error'),
      comment: `${room} reaches a file or a package it must not see`,
      from,
      to: {
        couldNotResolve: false,
        pathNot: [...(typesOnly ? [] : sees), ...allowedPackages],
        dependencyTypesNot: [...core, ...(typesOnly ? /** @type {const} */ (['type-only']) : [])],
      },
    },
    ...(node
      ? []
      : [
          {
            name: `${room}: no Node`,
            severity: /** @type {const} */ ('error'),
            comment: `${room} also runs where there is no Node`,
            from,
            to: { dependencyTypes: [...core] },
          },
        ]),
  ]
}

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden: [
    ...walls.flatMap(wallRules),
    {
      name: 'no circles',
      severity: 'error',
      comment: 'files that import each other in a circle',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing unresolved',
      severity: 'error',
      comment: 'an import that reaches nothing',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'kernel areas: queries only',
      severity: 'error',
      comment: "an area of the kernel uses another's queries, never its handlers",
      from: { path: `^electron/kernel/(${anyArea})/`, pathNot: testFiles },
      to: { path: `^electron/kernel/(${anyArea})/handlers`, pathNot: '^electron/kernel/$1/' },
    },
    {
      name: 'electron in its room',
      severity: 'error',
      comment: "'electron' is imported by the desktop host alone, in tests too",
      from: {
        pathNot:
          '^(electron/(desktop/|main\\.ts$|preload(-hall)?\\.ts$)|test/desktop/|build/fetch-electron)',
      },
      to: { path: ['(^|/)node_modules/electron/', '^electron$'] },
    },
    {
      name: 'nothing shipped needs a test',
      severity: 'error',
      comment: 'sources import tests or their helpers',
      from: { path: '^(shared|electron|renderer)/', pathNot: testFiles },
      to: { path: testFiles },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
}

export default config
