import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '#platform/server/testing/database.ts'
import { fieldOf } from '../contract-field.ts'
import { richTextColumn } from './column.ts'
import { richText } from './kind.ts'
import { plainText, plainTextSql } from './plain-text.ts'
import { sanitize } from './sanitize.ts'

const field = fieldOf(richText())

describe('formatted text from elsewhere', () => {
  test.each([
    ['<p onclick="steal()">Hi</p>', '<p>Hi</p>'],
    ['<script>steal()</script><p>Hi</p>', '<p>Hi</p>'],
    ['<a href="javascript:steal()">x</a>', '<a rel="noopener noreferrer nofollow" target="_blank">x</a>'],
    [
      '<a href="https://example.com">x</a>',
      '<a href="https://example.com" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    ],
    ['<img src="https://spy.example/pixel.gif"><p>Hi</p>', '<p>Hi</p>'],
    [
      '<img src="/api/v1/files/1/content" alt="plan" onerror="steal()">',
      '<img src="/api/v1/files/1/content" alt="plan" />',
    ],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4="><p>Hi</p>', '<p>Hi</p>'],
    ['<iframe src="https://example.com"></iframe><p style="position:fixed">Hi</p>', '<p>Hi</p>'],
    ['<svg><script>steal()</script></svg><p>Hi</p>', '<p>Hi</p>'],
    ['<form action="https://example.com"><input name="password"></form><p>Hi</p>', '<p>Hi</p>'],
    ['<p>1 < 2 & 3</p>', '<p>1 &lt; 2 &amp; 3</p>'],
  ])('%s keeps what is harmless', (given, kept) => {
    expect(sanitize(given)).toBe(kept)
    expect(sanitize(kept)).toBe(kept)
  })

  test('is empty when nothing harmless says anything', () => {
    expect(richTextColumn.clean!('<script>steal()</script>', field)).toBeNull()
    expect(richTextColumn.clean!('<p>Hi</p>', field)).toBe('<p>Hi</p>')
  })

  test('once cleaned stays as it is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<b',
        '>',
        '<a href="',
        '"',
        '&',
        '&amp;',
        '<script>',
        '<img src=x onerror=',
        '<!--',
        '-->',
        '<svg>',
        '<style>',
      ),
    )
    const html = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    const isStable = (given: string): boolean => sanitize(sanitize(given)) === sanitize(given)
    fc.assert(fc.property(html, isStable), { numRuns: 500 })
  })
})

describe('what formatted text says', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  test('is the same in SQL and in memory', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<br />',
        '<strong>',
        '</strong>',
        '<h1>',
        '<hr>',
        '&amp;',
        '&lt;',
        '&nbsp;',
        '&quot;',
        '&#39;',
        '&amp;lt;',
        '\u00a0',
        '\n',
        '<',
        '>',
        "'",
        '<pre class="x">',
      ),
    )
    const htmls = fc.sample(
      fc
        .array(piece, { maxLength: 10 })
        .map((pieces) => pieces.join('').replaceAll('\u0000', '').toWellFormed()),
      1000,
    )
    const { rows } = await database.pool.query(
      `select ${plainTextSql('html')} as says from json_array_elements_text($1) with ordinality one(html, place) order by place`,
      [JSON.stringify(htmls)],
    )
    expect(rows.map((row: { says: string }) => row.says)).toEqual(htmls.map(plainText))
  })
})
