import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { root } from './lib/paths.mjs'
import { escaped, walls } from './lib/walls.mjs'

// Lint in two parts: what needs no types (the walls among it), and what does.

const tests = ['**/*.{test,testkit}.{ts,tsx}', 'test/**', 'build/vitest.setup.ts']
const code = ['**/*.ts', '**/*.tsx']

/** Of eslint's own rules, those the type check does not cover. */
const coreRules = [
  'eqeqeq',
  'for-direction',
  'no-async-promise-executor',
  'no-compare-neg-zero',
  'no-cond-assign',
  'no-console',
  'no-constant-binary-expression',
  'no-constant-condition',
  'no-debugger',
  'no-dupe-else-if',
  'no-duplicate-case',
  'no-empty',
  'no-empty-character-class',
  'no-eval',
  'no-fallthrough',
  'no-implied-eval',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-prototype-builtins',
  'no-self-assign',
  'no-self-compare',
  'no-sparse-arrays',
  'no-template-curly-in-string',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-useless-catch',
  'no-useless-escape',
  'prefer-const',
  'require-yield',
  'use-isnan',
  'valid-typeof',
]

/** Turns a regular expression of walls.mjs into the globs of its files. @param {string} files */
function globs(files) {
  if (files.includes('desktop/')) return ['electron/desktop/**', 'electron/main.ts']
  const path = files.slice(1).replaceAll('\\', '').replace('$', '')
  return [path.endsWith('/') ? `${path}**` : path]
}

/** @param {import('./lib/walls.mjs').Wall} wall */
function wall({ room, files, packages, node, typesOnly }) {
  const known = [...packages.map((name) => `${escaped(name)}(/|$)`), ...(node ? ['node:'] : [])]
  const closed = ['electron', 'renderer', 'build', 'test'].filter((top) => !room.startsWith(top))
  const patterns = [
    {
      regex: `^(?!\\.{1,2}/)(?!(${known.join('|')}))`,
      message: `${room} may not import this package (build/lib/walls.mjs)`,
    },
    {
      regex: `^(\\.\\./)+(${closed.join('|')})/`,
      message: `${room} may not look into this room (build/lib/walls.mjs)`,
    },
    ...(typesOnly
      ? [{ regex: '^\\.', allowTypeImports: true, message: `${room} may import types alone` }]
      : []),
  ]
  return {
    files: globs(files),
    ignores: tests,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  }
}

/** @type {import('eslint').Linter.Config[]} */
export const rules = /** @type {any} */ ([
  { ignores: ['out/**', 'dist/**', 'node_modules/**', 'coverage/**', 'build/stroke-data/**/*.js'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true },
        },
      ],
      'no-irregular-whitespace': [
        'error',
        { skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      ...Object.fromEntries(coreRules.map((name) => [name, 'error'])),
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['build/*.config.*', '**/*.cjs', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  { files: ['renderer/**/*.ts', 'renderer/**/*.tsx'], ...reactHooks.configs.flat.recommended },
  {
    files: ['renderer/**/*.tsx'],
    // Screens are looked up in a table, which is not creating them; there is no compiler to skip.
    rules: { 'react-hooks/static-components': 'off', 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
          message: 'A test set aside is a test nobody runs.',
        },
      ],
    },
  },
  ...walls.map(wall),
])

/** @type {import('eslint').Linter.Config[]} */
export const typed = /** @type {any} */ ([
  {
    files: code,
    // Tests of these rooms belong to test/tsconfig.json, which the project service does not find for them.
    ignores: ['shared/**/*.test.ts', 'build/vitest.setup.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: tests,
    // A test that takes the wrong thing for granted fails; what it must not do is forget to wait.
    rules: Object.fromEntries(
      ['argument', 'assignment', 'call', 'member-access', 'return']
        .map((kind) => `no-unsafe-${kind}`)
        .concat('restrict-template-expressions')
        .map((name) => [`@typescript-eslint/${name}`, 'off']),
    ),
  },
])
