import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

/**
 * Takes the file `lock` in a folder for this process and gives back how to release it.
 *
 * @throws FolderInUse naming the process that has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock')
  const own = `${file}.${process.pid}`
  await writeFile(own, identity(process.pid) ?? '', { mode: 0o600 })
  try {
    while (!(await linked(own, file))) await removeIfAbandoned(folder, file)
  } finally {
    await rm(own, { force: true })
  }
  heldHere.add(file)
  return async () => {
    if (heldHere.delete(file)) await rm(file, { force: true })
  }
}

/** Somebody else lives in the data folder: whoever only wants to work on its data may ask its database instead. */
export class FolderInUse extends StartError {}

/** After kill -9 in a container the next server may have the same number: only this tells who wrote a lock. */
const heldHere = new Set<string>()

/** Making a hard link either succeeds or finds the name taken; nobody ever sees half a lock. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function removeIfAbandoned(folder: string, file: string): Promise<void> {
  const holder = await readFile(file, 'utf8').catch(() => undefined)
  if (holder === undefined) return
  const pid = Number(holder.split(' ')[0])
  const held = pid === process.pid ? heldHere.has(file) : identity(pid) === holder
  if (held)
    throw new FolderInUse(`The data folder ${folder} is in use by another server (process ${pid}): stop it.`)
  // Two servers may find the same abandoned lock: the one that moves away a fresh lock instead puts it back.
  const aside = `${file}.abandoned.${process.pid}`
  await rename(file, aside).catch(() => undefined)
  const moved = await readFile(aside, 'utf8').catch(() => holder)
  if (moved !== holder) await linked(aside, file)
  await rm(aside, { force: true })
}

/** Number and start of a process: numbers are used again, above all in containers. Undefined when it is not there. */
function identity(pid: number): string | undefined {
  if (!(pid > 0)) return undefined
  try {
    if (process.platform === 'linux') {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!
      return `${pid} ${afterName.split(' ')[19]}`
    }
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim()
  return `${pid} ${started ?? ''}`
}
