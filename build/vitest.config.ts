import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Tests that need a program besides Node, or much time, say so by their ending or their folder and
 * have a project of their own; all others run in the project `node`.
 */
const elsewhere = ['**/*.office.test.ts', '**/node_modules/**', 'out/**', 'dist/**']

export default defineConfig({
  root,
  cacheDir: 'node_modules/.vite',
  test: {
    maxWorkers: 2,
    pool: 'forks',
    passWithNoTests: true,
    // No test is about speed: these only end what hangs, on a machine that does much else besides.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'test/page/**/*.test.ts',
            'build/**/*.test.ts',
            'test/**/*.test.ts',
          ],
          exclude: [...elsewhere, 'test/{walls,faults,e2e,desktop,package}/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'walls',
          include: ['test/walls/**/*.test.ts'],
          exclude: elsewhere,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/page/**/*.test.tsx'],
          exclude: elsewhere,
          setupFiles: ['build/vitest.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          exclude: elsewhere,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'office',
          include: ['**/*.office.test.ts'],
          exclude: ['**/node_modules/**', 'out/**', 'dist/**'],
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'desktop',
          include: ['test/desktop/**/*.test.ts'],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          exclude: elsewhere,
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
})
