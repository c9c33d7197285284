import { describe, expect, test } from 'vitest'
import type { Problem } from '#platform/objects/problem.ts'
import { checkPassword, hashPassword, isOutdated, passwordFits } from './password.ts'
import { hashOf, isKey, newKey } from './secret.ts'

describe('passwords', () => {
  test('only the password that was chosen fits', async () => {
    const hash = await hashPassword('correct horse battery')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwordFits('correct horse battery', hash)).toBe(true)
    expect(await passwordFits('correct horse batterY', hash)).toBe(false)
  })

  test('two people with the same password have different hashes', async () => {
    expect(await hashPassword('correct horse battery')).not.toBe(await hashPassword('correct horse battery'))
  })

  test('a letter composed in another way is the same letter', async () => {
    const hash = await hashPassword('Zu\u0308rich im Regen')
    expect(await passwordFits('Z\u00fcrich im Regen', hash)).toBe(true)
  })

  test('an account without a password lets nobody in', async () => {
    expect(await passwordFits('', null)).toBe(false)
    expect(await passwordFits('correct horse battery', null)).toBe(false)
  })

  test('a hash of lower costs is renewed', async () => {
    expect(isOutdated(await hashPassword('correct horse battery'))).toBe(false)
    expect(isOutdated('$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaA')).toBe(true)
  })

  test.each([
    ['short', 'too_short'],
    ['', 'required'],
    [undefined, 'required'],
    ['aaaaaaaaaaaa', 'guessable'],
    ['Ada@Example.org', 'guessable'],
    ['x1y2z'.repeat(60), 'too_long'],
  ])('%s is refused as a password', (password, code) => {
    expect.assertions(1)
    try {
      checkPassword(password, 'ada@example.org')
    } catch (error) {
      expect((error as Problem).errors[0]?.code).toBe(code)
    }
  })
})

describe('API keys', () => {
  test('a key is recognised by its prefix and checksum', () => {
    const key = newKey()
    expect(isKey(key)).toBe(true)
    expect(isKey(`${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`)).toBe(false)
    expect(isKey('rap_short')).toBe(false)
    expect(hashOf(key)).toHaveLength(64)
  })
})
