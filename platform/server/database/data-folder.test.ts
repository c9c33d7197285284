import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDataFolder } from './data-folder.ts'
import { StartError } from './start-error.ts'

let base: string
let path: string

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-data-'))
  path = join(base, 'deeper', 'data')
})

afterEach(() => rmSync(base, { recursive: true, force: true }))

describe('the data folder', () => {
  test('is made with all that belongs in it, closed to other people', async () => {
    const data = await openDataFolder(path)
    expect(readdirSync(path).toSorted()).toEqual(['files', 'lock', 'pg', 'secrets'])
    expect(statSync(data.files).mode & 0o077).toBe(0)
    expect(statSync(path).mode & 0o066).toBe(0)
    await data.close()
  })

  test('keeps a secret from one start to the next', async () => {
    const first = await openDataFolder(path)
    const secret = await first.secret('session-key')
    expect(secret).toHaveLength(32)
    expect(await first.secret('other-key')).not.toEqual(secret)
    await first.close()
    const second = await openDataFolder(path)
    expect(await second.secret('session-key')).toEqual(secret)
    expect(statSync(join(path, 'secrets', 'session-key')).mode & 0o777).toBe(0o600)
    await second.close()
  })

  test('gives two callers at once the same secret', async () => {
    const data = await openDataFolder(path)
    const [one, two] = await Promise.all([data.secret('key'), data.secret('key')])
    expect(one).toEqual(two)
    expect(readdirSync(join(path, 'secrets'))).toEqual(['key'])
    await data.close()
  })

  test('says when a secret is damaged instead of using it', async () => {
    const data = await openDataFolder(path)
    writeFileSync(join(path, 'secrets', 'key'), 'short')
    await expect(data.secret('key')).rejects.toThrow(/is damaged/)
    await data.close()
  })

  test('refuses a second server and names the first, in this process and in another', async () => {
    const data = await openDataFolder(path)
    await expect(openDataFolder(path)).rejects.toThrow(
      new StartError(
        `The data folder ${path} is in use by another server (process ${process.pid}): stop it.`,
      ),
    )
    const { output, kill } = await openElsewhere()
    expect(output).toContain(`in use by another server (process ${process.pid})`)
    await kill()
    await data.close()
  })

  test('is free again when its server was killed', async () => {
    const { pid, kill } = await openElsewhere()
    await expect(openDataFolder(path)).rejects.toThrow(`(process ${pid})`)
    await kill()
    const data = await openDataFolder(path)
    await data.close()
  })

  test('is taken over when another program has the number of the killed server', async () => {
    await (await openDataFolder(path)).close()
    writeFileSync(join(path, 'lock'), `${process.ppid} 1`)
    const data = await openDataFolder(path)
    expect(readFileSync(join(path, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
    await data.close()
  })

  test('lets exactly one of many servers that start at once take over', async () => {
    await (await openDataFolder(path)).close()
    writeFileSync(join(path, 'lock'), '999999999 1')
    const servers = await Promise.all(Array.from({ length: 6 }, () => openElsewhere()))
    expect(servers.filter(({ output }) => output === 'open\n')).toHaveLength(1)
    for (const { kill } of servers) await kill()
  })

  test('says in a sentence that it cannot be written', async () => {
    writeFileSync(join(base, 'file'), '')
    await expect(openDataFolder(join(base, 'file', 'data'))).rejects.toThrow(
      /^The data folder .* cannot be used \(ENOTDIR\): make it writable or set RAPPORT_DATA\.$/,
    )
  })

  test.skipIf(process.getuid?.() === 0)('says so for a folder of somebody else, too', async () => {
    chmodSync(base, 0o500)
    await expect(openDataFolder(path)).rejects.toThrow(/cannot be used \(EACCES\)/)
    chmodSync(base, 0o700)
  })
})

/** Tries to open the same folder in another process. */
async function openElsewhere(): Promise<{ pid: number; output: string; kill: () => Promise<void> }> {
  const file = fileURLToPath(new URL('data-folder.ts', import.meta.url))
  const script = `const { openDataFolder } = await import(process.argv[1])
    await openDataFolder(process.argv[2]).then(() => console.log('open'), (error) => console.log(error.message))
    process.stdin.resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const output = await new Promise<string>((resolve) =>
    child.stdout.once('data', (part) => resolve(String(part))),
  )
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return { pid: child.pid!, output, kill }
}
