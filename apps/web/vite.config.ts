import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const server = process.env['RAPPORT_URL'] ?? 'http://127.0.0.1:3000'
const built = here('../../dist/web')

/** What every screen stands on, in one file each: it compresses better than in fifty, and changes rarely. */
const groups = [
  {
    name: 'libraries',
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|@floating-ui|@lingui|@messageformat|moo|clsx)\//,
  },
  { name: 'components', test: /node_modules\/@mantine\/(core\/esm\/(core|utils)|hooks)\// },
  { name: 'model', test: /platform\/(objects|fields\/(?!.*\.tsx)|web\/(data|language|ui))/ },
]

export default defineConfig({
  root: here('.'),
  plugins: [react(), compressed()],
  resolve: {
    // A third of the whole program, for which few screens have use: it comes when the first number does.
    alias: [{ find: /^libphonenumber-js\/min$/, replacement: here('../../platform/web/phone-numbers.ts') }],
  },
  build: {
    outDir: built,
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: { proxy: { '/api': server } },
})

/** Lays a .gz and a .br beside every text file: the server sends them as they are. */
function compressed(): Plugin {
  let folder = built
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, name)
        if (!/\.(js|css|html|svg|webmanifest)$/.test(name) || statSync(file).size < 1024) continue
        const text = readFileSync(file)
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        )
      }
    },
  }
}
