import { existsSync } from 'node:fs'
import { access, constants, stat, statfs } from 'node:fs/promises'
import type { Check } from './check.ts'

const leastBytes = 1024 ** 3

/** The data folder and the room on its disk. */
export async function checkFolder(folder: string): Promise<Check[]> {
  const about = 'Data folder'
  if (!existsSync(folder)) return [{ about, finding: `${folder} is not there`, wrong: true }]
  const isWritable = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isWritable) return [{ about, finding: `${folder} may not be written by this account`, wrong: true }]
  const { mode } = await stat(folder)
  const isOpen = process.platform !== 'win32' && (mode & 0o066) !== 0
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  return [
    isOpen
      ? { about, finding: `${folder} can be read by other accounts: chmod go-rw ${folder}`, wrong: true }
      : { about, finding: folder },
    {
      about: 'Disk',
      finding: `${(free / 1024 ** 3).toFixed(1)} GB free`,
      ...(free < leastBytes ? { wrong: true } : {}),
    },
  ]
}
