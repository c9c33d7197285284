// npm run dev: the server starts again at each change, the web app is exchanged in the open browser.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const port = process.env['PORT'] ?? '3000'
const webPort = process.env['WEB_PORT'] ?? '5173'

const children = [
  run(['--watch', '--watch-preserve-output', 'apps/server/main.ts', '--no-web'], { PORT: port }),
  run(['node_modules/vite/bin/vite.js', '--config', 'apps/web/vite.config.ts', '--port', webPort], {
    RAPPORT_URL: `http://127.0.0.1:${port}`,
  }),
]
console.log(`Open http://localhost:${webPort} (the server answers on ${port}).`)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endAll(signal))
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0
    endAll('SIGTERM')
  })
}

function run(args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
}

function endAll(signal: NodeJS.Signals): void {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill(signal)
}
