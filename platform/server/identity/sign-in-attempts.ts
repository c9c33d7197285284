import type { App } from '../app.ts'
import { Problem } from '#platform/objects/problem.ts'

/** Counts of failed sign-ins, per account and per address. */
export interface Attempts {
  /** @throws Problem 429 while there were too many failures */
  demand(email: string, from: string): void
  failed(email: string, from: string): void
  succeeded(email: string): void
}

const windowMs = 15 * 60_000
const mostPerAccount = 10
const mostPerAddress = 50
const mostKept = 50_000

/** Kept in this process: every further process allows as many tries again. */
export function attemptsOf(app: App): Attempts {
  const known = made.get(app)
  if (known !== undefined) return known
  const attempts = makeAttempts()
  made.set(app, attempts)
  return attempts
}

const made = new WeakMap<App, Attempts>()

function makeAttempts(): Attempts {
  const counts = new Map<string, { failures: number; readonly until: number }>()
  const current = (key: string) => {
    const found = counts.get(key)
    if (found === undefined || found.until > Date.now()) return found
    counts.delete(key)
    return undefined
  }
  const add = (key: string): void => {
    const found = current(key)
    if (found !== undefined) found.failures++
    else {
      if (counts.size >= mostKept) counts.delete(counts.keys().next().value!)
      counts.set(key, { failures: 1, until: Date.now() + windowMs })
    }
  }
  const wait = (key: string, most: number): number => {
    const found = current(key)
    return found === undefined || found.failures < most ? 0 : Math.ceil((found.until - Date.now()) / 1000)
  }
  return {
    demand(email, from) {
      const seconds = Math.max(wait(account(email), mostPerAccount), wait(`from ${from}`, mostPerAddress))
      if (seconds === 0) return
      const detail = `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes, or ask an administrator for a new password.`
      throw new Problem({ status: 429, code: 'too_many_tries', detail, more: { retryAfter: seconds } })
    },
    failed(email, from) {
      add(account(email))
      add(`from ${from}`)
    },
    succeeded: (email) => void counts.delete(account(email)),
  }
}

const account = (email: string): string => `account ${email.trim().toLowerCase()}`
