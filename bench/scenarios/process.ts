import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { quantile, round, type Figure } from '../figure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The real server process on existing data: until its first answer, and its memory when idle. */
export async function startAndMemory(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-start-'))
  const times: number[] = []
  let memory = 0
  try {
    await running(folder, async () => {})
    for (let n = 0; n < 4; n++) {
      times.push(
        await running(folder, async (child) => {
          await new Promise((resolve) => setTimeout(resolve, 3000))
          memory = (await residentBytes(child.pid!)) / 1e6
        }),
      )
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return [
    {
      name: 'start on existing data',
      ours: quantile(times, 0.5),
      floor: await bareNode(),
      ratio: null,
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      unit: 'ms',
      bar: '< 2,500 ms',
      note: 'floor: the runtime doing nothing',
    },
    {
      name: 'server memory, idle',
      ours: round(memory),
      floor: null,
      ratio: null,
      p50: null,
      p99: null,
      unit: 'MB',
      bar: '< 200 MB',
      note: 'of the server process, 3 s after start',
    },
  ]
}

async function running(folder: string, during: (child: ChildProcess) => Promise<void>): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, [join(root, 'apps/server/main.ts')], {
    cwd: root,
    env: { ...process.env, RAPPORT_DATA: folder, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /ready: (http\S+)/.exec(said)
      if (found !== null) resolve(found[1]!)
    })
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)))
  })
  await fetch(`${address}/api/ready`)
  const took = performance.now() - start
  await during(child)
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
  return took
}

async function bareNode(): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.once('exit', resolve))
  return round(performance.now() - start)
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
}
