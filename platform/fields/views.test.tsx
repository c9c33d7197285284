import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { fieldModel } from '#platform/objects/build-model.ts'
import { setReader } from '#platform/web/language/reader.ts'
import { kinds } from './kinds.ts'
import { viewOf } from './view-of.ts'
import { views } from './views.tsx'

setReader({ locale: 'de-DE', zone: 'Europe/Berlin', currency: 'EUR' })

const link = { id: '0198c5a2-7f00-7000-8000-0123456789ab', title: 'Acme' }

/** By kind: options, an answered value, what a German reads. */
const samples: readonly (readonly [string, object, unknown, string])[] = [
  ['text', {}, '<b>Öl & Co', '&lt;b&gt;Öl &amp; Co'],
  ['number', { decimals: 2, unit: 'kg' }, 1234.5, '1.234,50 kg'],
  ['percent', {}, 0.3, '30'],
  ['money', {}, { amount: 1250.5, currency: 'EUR' }, '1.250,50'],
  ['date', {}, '2026-11-22', '22.11.2026'],
  ['datetime', {}, '2026-11-22T13:30:00.000Z', '14:30'],
  ['choice', { choices: [{ value: 'vip', label: 'Very important', color: 'red' }] }, 'vip', 'Very important'],
  ['choices', { choices: ['north', 'south'] }, ['north', 'south'], 'South'],
  ['tags', {}, ['early', 'late'], 'late'],
  [
    'emails',
    {},
    [
      { value: 'ana@example.com', primary: true },
      { value: 'b@example.com', primary: false },
    ],
    '+1',
  ],
  ['url', {}, 'javascript:alert(1)', 'javascript:alert(1)'],
  ['address', {}, { street: 'Hafen 1', city: 'Kiel', country: 'DE' }, 'Hafen 1'],
  ['rating', {}, 3, '★★★'],
  ['reference', { to: 'company' }, link, 'Acme'],
  ['references', { to: 'company' }, [link], 'Acme'],
  ['user', {}, { ...link, title: 'Ada Brandt' }, 'AB'],
  ['boolean', {}, false, 'No'],
]

describe('views of kinds', () => {
  it.each([...kinds.values()].map((kind) => [kind.name, kind] as const))(
    '%s can be seen, and entered unless it is computed',
    (name, kind) => {
      const view = views.get(name)
      expect(view?.Cell).toBeDefined()
      expect(view?.Input === undefined).toBe(kind.computed === true || ['id', 'auto_number'].includes(name))
      if (kind.internal !== true) expect(view?.about).toMatch(/\.$/)
    },
  )

  it.each(samples)('a cell of %s %j shows %j', (kind, options, value, shown) => {
    const field = fieldModel('sample', 'sample', { ...options, kind })
    const { Cell } = viewOf(field)!
    expect(renderToStaticMarkup(<Cell value={value} field={field} />)).toContain(shown)
  })

  it('never makes a link of a script', () => {
    const field = fieldModel('sample', 'sample', { kind: 'url' })
    const { Cell } = viewOf(field)!
    expect(renderToStaticMarkup(<Cell value="javascript:alert(1)" field={field} />)).not.toContain('href')
  })
})
