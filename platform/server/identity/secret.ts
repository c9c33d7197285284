import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** A new secret of 256 random bits; give it to its owner once and keep only `hashOf` it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** `rap_` + 256 random bits + checksum: scanners of leaked secrets recognise it, typing errors are told apart. */
export function newKey(): string {
  const random = BigInt(`0x${randomBytes(32).toString('hex')}`)
    .toString(36)
    .padStart(50, '0')
  return `rap_${random}${checksum(random)}`
}

/** Whether this can be an API key at all: its checksum is right. */
export function isKey(text: string): boolean {
  return /^rap_[0-9a-z]{57}$/.test(text) && checksum(text.slice(4, 54)) === text.slice(54)
}

/** SHA-256 of a secret, hexadecimal. It has 256 random bits, so a slow hash would protect nothing. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

const checksum = (text: string): string => crc32(text).toString(36).padStart(7, '0')
