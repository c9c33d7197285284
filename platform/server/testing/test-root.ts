import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const NEEDED_BYTES = 2 * 1024 ** 3

/**
 * Where databases of tests are kept: in memory if there is room. Copying one takes 13 ms there and 560 ms on a
 * disk, but containers often have 64 MB.
 */
export function testRoot(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    if (bavail * bsize > NEEDED_BYTES) return '/dev/shm'
  } catch {
    // no such folder on this system
  }
  return tmpdir()
}
