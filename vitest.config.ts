import { defineConfig } from 'vitest/config'

// One process, one database cluster, a database of its own for each file that asks for one.
// On a machine that others share a browser may be late once; what fails twice is a fault.
const together = { pool: 'threads', isolate: false, retry: process.env['CI'] === undefined ? 0 : 1 } as const

export default defineConfig({
  test: {
    globalSetup: './platform/server/testing/global-setup.ts',
    projects: [
      {
        extends: false,
        test: {
          ...together,
          name: 'server',
          include: ['{platform,modules,apps,bench,scripts}/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: false,
        test: {
          ...together,
          name: 'e2e',
          include: ['e2e/**/*.test.ts', '{platform,modules,apps}/**/*.test.tsx'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
