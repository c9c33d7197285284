import { describe, expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'

describe('the configuration', () => {
  test('listens to this computer only and uses its own database unless told otherwise', () => {
    const configuration = readConfiguration({ DATABASE_URL: '' })
    expect(configuration).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      demo: true,
      proxy: false,
    })
    expect(configuration.dataFolder).toMatch(/[/\\]\.rapport$/)
  })

  test('takes what the environment says', () => {
    const env = {
      PORT: '0',
      HOST: '0.0.0.0',
      RAPPORT_DATA: '/srv/rapport',
      DATABASE_URL: 'postgresql://me@db/crm',
      RAPPORT_DEMO: 'no',
      RAPPORT_PROXY: '1',
      LOG_LEVEL: 'DEBUG',
    }
    expect(readConfiguration(env)).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataFolder: '/srv/rapport',
      databaseUrl: 'postgresql://me@db/crm',
      demo: false,
      proxy: true,
      logLevel: 'debug',
    })
  })

  test.each([
    [{ PORT: 'http' }, 'PORT is "http", but must be a number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000", but must be a number from 0 to 65535.'],
    [
      { DATABASE_URL: 'mysql://me:secret@db/crm' },
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    ],
    [{ RAPPORT_DEMO: 'maybe' }, 'RAPPORT_DEMO is "maybe", but must be 1 or 0.'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud", but must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
  ])('refuses %o with a sentence', (env, sentence) => {
    expect(() => readConfiguration(env)).toThrow(sentence)
  })
})
