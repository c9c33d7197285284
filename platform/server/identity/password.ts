import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { invalid } from '#platform/objects/problem.ts'

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. About 25 ms of one core.
const memory = 19_456
const passes = 2
const tagLength = 32

const derive = promisify((parameters: Argon2Parameters, done: (error: Error | null, key: Buffer) => void) =>
  argon2('argon2id', parameters, done),
)

/** Hash of a password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const key = await derive({ message: canonical(password), nonce, parallelism: 1, tagLength, memory, passes })
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${encode(nonce)}$${encode(key)}`
}

/** Whether the password fits the hash. Without a hash it takes as long as with one, then says no. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const found = phc.exec(hash ?? '') ?? phc.exec(await decoy())!
  const [, m, t, p, salt, tag] = found as unknown as readonly [string, string, string, string, string, string]
  const expected = Buffer.from(tag, 'base64')
  const key = await derive({
    message: canonical(password),
    nonce: Buffer.from(salt, 'base64'),
    parallelism: Number(p),
    tagLength: expected.length,
    memory: Number(m),
    passes: Number(t),
  })
  return timingSafeEqual(key, expected) && hash !== null
}

/** Whether a hash was made with other costs than today's, so that the next sign-in should renew it. */
export function isOutdated(hash: string): boolean {
  return !hash.startsWith(`$argon2id$v=19$m=${memory},t=${passes},p=1$`)
}

/** @throws Problem 422 on `password` when it is too easy to guess. */
export function checkPassword(password: unknown, email: string): asserts password is string {
  const refuse = (code: string, message: string): never => {
    throw invalid([{ field: 'password', code, message }])
  }
  if (typeof password !== 'string' || password === '') return refuse('required', 'Choose a password.')
  if ([...password].length < 10)
    return refuse('too_short', 'Use at least 10 characters; a sentence is a good password.')
  if (password.length > 256) return refuse('too_long', 'Use at most 256 characters.')
  const plain = password.toLowerCase()
  if (plain === email.toLowerCase()) return refuse('guessable', 'The password must not be the mail address.')
  if (new Set(plain).size < 5) return refuse('guessable', 'Use more than four different characters.')
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

let decoyHash: Promise<string> | undefined
const decoy = (): Promise<string> => (decoyHash ??= hashPassword(randomBytes(16).toString('hex')))

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

/** The same password typed on another keyboard may come composed differently. */
const canonical = (password: string): Buffer => Buffer.from(password.normalize('NFKC'))
