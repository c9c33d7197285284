import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choice } from '#platform/fields/choice/kind.ts'
import { date } from '#platform/fields/date/kind.ts'
import { datetime } from '#platform/fields/datetime/kind.ts'
import { emails } from '#platform/fields/emails/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { percent } from '#platform/fields/percent/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { rollup } from '#platform/fields/rollup/kind.ts'
import { tags } from '#platform/fields/tags/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { buildModel } from '../build-model.ts'
import { defineObject } from '../define-object.ts'
import type { Field } from '../field.ts'
import type { Model } from '../model.ts'
import { Problem } from '../problem.ts'
import { evaluateFormula } from './evaluate-formula.ts'
import { parseFormula } from './parse-formula.ts'

function modelWith(further: Record<string, Field> = {}, ofCompany: Record<string, Field> = {}): Model {
  const objects = [
    defineObject('user', { plural: 'users', title: 'name', owned: false, fields: { name: text() } }),
    defineObject('team', { plural: 'teams', title: 'name', owned: false, fields: { name: text() } }),
    defineObject('company', {
      plural: 'companies',
      title: 'name',
      fields: { name: text(), mails: emails(), ...ofCompany },
    }),
    defineObject('deal', {
      plural: 'deals',
      title: 'name',
      fields: {
        name: text(),
        amount: money(),
        probability: percent(),
        close_on: date(),
        at: datetime(),
        kind: choice(['new', 'more']),
        marks: tags(),
        company: reference('company'),
        weighted: formula({ formula: 'amount * probability' }),
        ...further,
      },
    }),
  ]
  return buildModel(objects.map((declaration) => ({ module: 'test', declaration })))
}

const model = modelWith()
const reader = {
  now: new Date('2026-11-22T23:30:00Z'),
  zone: 'Europe/Berlin',
  me: null,
  teams: [],
  fiscal_start: 1,
  week_start: 1,
  currency: 'EUR',
}
const record = {
  name: 'Müller',
  amount: { amount: 1000, currency: 'EUR' },
  probability: 0.3,
  close_on: '2026-11-30',
  at: '2026-11-22T23:15:00.000Z',
  kind: 'new',
  marks: ['vip'],
  company: { id: 'x', title: 'Acme', name: 'Acme', mails: [{ value: 'a@acme.com', primary: true }] },
}

describe('a formula', () => {
  it.each<[string, string, unknown]>([
    ['amount * probability', 'money', 300],
    ['amount / amount', 'number', 1],
    ['amount / 0', 'money', null],
    ['0.1 + 0.2 = 0.3', 'boolean', true],
    ['1 / 3 * 3', 'number', 1],
    ['-2 + 3 * (4 - 1)', 'number', 7],
    ['if(kind = "new", "yes", "no")', 'text', 'yes'],
    [`company.name & ' – ' & name`, 'text', 'Acme – Müller'],
    ['concat(company.mails.primary, null, 1.50)', 'text', 'a@acme.com1.5'],
    ['days_between(at, close_on)', 'number', 7],
    ['today()', 'date', '2026-11-23'],
    ['close_on + 5', 'date', '2026-12-05'],
    ['close_on - today()', 'number', 7],
    ['at + 0.5', 'datetime', '2026-11-23T11:15:00.000Z'],
    ['date(at)', 'date', '2026-11-23'],
    ['date(2026, 14, 0)', 'date', '2027-01-31'],
    ['add_months(date(2026, 1, 31), 1)', 'date', '2026-02-28'],
    ['close_on > "2026-11-29" and not is_empty(marks)', 'boolean', true],
    ['round(2.345, 2) & "!"', 'text', '2.35!'],
    ['round(-2.5)', 'number', -3],
    ['contains(name, "MULL") and contains(marks, "vip")', 'boolean', true],
    ['upper(name) = "MÜLLER"', 'boolean', true],
    ['weighted * 2', 'money', 600],
    ['year(close_on) * 100 + month(close_on)', 'number', 202611],
    ['coalesce(null, nullif("", "x"), left(name, 3))', 'text', 'Mül'],
    ['company = null or owner = null', 'boolean', true],
    ['min(amount, 5, null)', 'money', 5],
    ['"it""s" & \'it\'\'s\'', 'text', 'it"sit\'s'],
    ['amount + null', 'money', null],
    ['probability != null and probability <> 0.5', 'boolean', true],
  ])('%s is %s', (formulaText, type, result) => {
    const parsed = parseFormula(formulaText, model, 'deal')
    expect(parsed.type).toBe(type)
    expect(evaluateFormula(parsed, record, reader)).toEqual(result)
  })

  it('treats an empty text as none', () => {
    expect(evaluateFormula(parseFormula('name = ""', model, 'deal'), { name: null }, reader)).toBe(true)
    expect(evaluateFormula(parseFormula('trim("  ")', model, 'deal'), {}, reader)).toBeNull()
    expect(evaluateFormula(parseFormula('name & company.name', model, 'deal'), {}, reader)).toBeNull()
  })

  it('leaves a comparison open while a side is empty, so that a rule about two dates waits for both', () => {
    expect(
      evaluateFormula(
        parseFormula('close_on >= date(at)', model, 'deal'),
        { close_on: '2026-01-01' },
        reader,
      ),
    ).toBeNull()
  })

  it('names the stored fields it needs, those of formulas inside it too', () => {
    expect(parseFormula('weighted / 2 & company.name & company.mails.primary', model, 'deal').fields).toEqual(
      ['amount', 'probability', 'company.name', 'company.mails'],
    )
  })

  it.each([
    [
      'amount * probabilty',
      'Formula, character 10: deal has no field “probabilty”; did you mean “probability”?',
    ],
    ['amount *', 'Formula, character 9: Something is missing at the end.'],
    ['(amount', 'Formula, character 8: The bracket at 1 is not closed.'],
    ['amount + "x', 'Formula, character 10: " opens a text that is not closed; use " or \'.'],
    ['uper(name)', 'Formula, character 1: There is no function “uper”; did you mean “upper”?'],
    [
      'round(name)',
      'Formula, character 7: Here a number is needed, not a text. Use it as round(number, digits).',
    ],
    ['if(amount, 1, 2)', 'Formula, character 4: Here yes or no is needed, not an amount of money.'],
    ['if(true, 1, "x")', 'Formula, character 13: These do not go together: a number and a text.'],
    ['company & "x"', 'Formula, character 1: This is a record; name a field of it, such as company.name.'],
    ['company', 'Formula, character 1: The result is a record; name a field of it.'],
    [
      'company.mails & "x"',
      'Formula, character 1: “mails” cannot be used in a formula; name one of its parts: mails.primary, mails.kind, mails.state.',
    ],
    ['amount.currensy', 'Formula, character 1: “amount” has no part “currensy”; did you mean “currency”?'],
    ['close_on + close_on', 'Formula, character 10: Two dates cannot be added; add a number of days.'],
    ['close_on > "tomorrow"', 'Formula, character 12: A date is written as "2026-11-22".'],
    ['name > "a"', 'Formula, character 6: Only numbers and dates can be greater or less.'],
    ['upper', 'Formula, character 1: upper is a function: upper(text).'],
    ['name name', 'Formula, character 6: “name” does not fit here.'],
    ['', 'Formula, character 1: The formula is empty.'],
  ])('%s is refused', (formulaText, sentence) => {
    expect(() => parseFormula(formulaText, model, 'deal')).toThrow(
      expect.objectContaining({ status: 400, detail: sentence }),
    )
  })

  it('is refused with a Problem whatever it says', () => {
    const words = [
      'amount',
      'name',
      'company',
      '.',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '&',
      '=',
      '<',
      'and',
      'or',
      'not',
      'if',
      'round',
      '"a"',
      "'",
      '1',
      '0.5',
      'null',
      'constructor',
      '__proto__',
      'date',
      'today()',
      ' ',
      '\n',
      'ß',
      '\0',
    ]
    const formulas = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((list) => list.join(' ')),
      fc.string(),
    )
    const property = fc.property(formulas, (formulaText) => {
      try {
        parseFormula(formulaText, model, 'deal')
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 400) throw error
      }
    })
    fc.assert(property, { numRuns: 5_000 })
    const deep = (open: string, close: string): string => open.repeat(900) + '1' + close.repeat(900)
    expect(() => parseFormula(deep('(', ')'), model, 'deal')).toThrow(/nested too deeply/)
    expect(() => parseFormula(deep('-', ''), model, 'deal')).toThrow(/nested too deeply/)
    expect(evaluateFormula(parseFormula(`1${'+1'.repeat(900)}`, model, 'deal'), {}, reader)).toBe(901)
  })
})

describe('a start is refused with object and field', () => {
  it.each<[string, Record<string, Field>, Record<string, Field>, RegExp]>([
    [
      'a wrong formula',
      { x: formula({ formula: 'amont' }) },
      {},
      /deal\.x: Formula, character 1: deal has no field “amont”; did you mean “amount”\?/,
    ],
    [
      'formulas that name each other',
      { a: formula({ formula: 'b + 1' }), b: formula({ formula: 'a + 1' }) },
      {},
      /deal\.a: Formula, character 1: It goes round in a circle: deal\.a → deal\.b → deal\.a\./,
    ],
    [
      'a formula that names itself',
      { a: formula({ formula: 'a + 1' }) },
      {},
      /It goes round in a circle: deal\.a → deal\.a\./,
    ],
    [
      'a circle through a roll-up',
      { a: formula({ formula: 'company.total + 1' }) },
      { total: rollup({ of: 'deals', fn: 'sum', field: 'a' }) },
      /goes round in a circle: (deal\.a → company\.total → deal\.a|company\.total → deal\.a → company\.total)/,
    ],
    [
      'a stored formula of another record',
      { x: formula({ formula: 'company.name', stored: true }) },
      {},
      /deal\.x: cannot be stored: “company\.name” is of another record\./,
    ],
    [
      'a stored formula of today',
      { x: formula({ formula: 'close_on - today()', stored: true }) },
      {},
      /deal\.x: cannot be stored: today depends on who asks, and when\./,
    ],
    [
      'a formula of another type than it says',
      { x: formula({ formula: 'name', returns: 'number' }) },
      {},
      /deal\.x: should return number, but its formula results in text\./,
    ],
    [
      'a roll-up of nothing',
      {},
      { x: rollup({ of: 'dealz', fn: 'count' }) },
      /company\.x: rolls up “dealz”, which company does not have; did you mean “deals”\?/,
    ],
    [
      'a roll-up without a field',
      {},
      { x: rollup({ of: 'deals', fn: 'sum' }) },
      /company\.x: deals\.sum must name the field/,
    ],
    [
      'a roll-up with a wrong filter',
      {},
      { x: rollup({ of: 'deals', fn: 'count', where: { amont: 5 } }) },
      /company\.x: deals\.count\.where\.amont: deal has no field “amont”/,
    ],
  ])('%s', (_, further, ofCompany, sentence) => {
    expect(() => modelWith(further, ofCompany)).toThrow(sentence)
  })
})
