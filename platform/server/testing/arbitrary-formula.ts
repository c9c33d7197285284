import fc, { type Arbitrary } from 'fast-check'

const of = <T>(...values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values)
const text = (value: string): string => `"${value.replaceAll('"', '""')}"`

/** Formulas on `firm` of the agreement world, of every type. Most texts parse; those that do not are left out by the test. */
export const { formula: arbitraryFormula } = fc.letrec<Record<'formula' | 'number' | 'text' | 'date' | 'time' | 'boolean', string>>((tie) => {
  const call = (name: string, ...args: readonly Arbitrary<string>[]): Arbitrary<string> =>
    fc.tuple(...args).map((list) => `${name}(${list.join(', ')})`)
  const between = (left: Arbitrary<string>, signs: readonly string[], right: Arbitrary<string>): Arbitrary<string> =>
    fc.tuple(left, of(...signs), right).map(([a, sign, b]) => `(${a} ${sign} ${b})`)
  const [number, string, date, time, boolean] = [tie('number'), tie('text'), tie('date'), tie('time'), tie('boolean')]
  const choose = (value: Arbitrary<string>): Arbitrary<string>[] => [
    call('if', boolean, value, value),
    call('if', boolean, value, boolean, value),
    call('coalesce', value, value),
    call('nullif', value, value),
  ]
  const size = { maxDepth: 4, depthIdentifier: 'formula' } as const
  return {
    formula: fc.oneof(number, string, date, time, boolean),
    number: fc.oneof(
      size,
      of('staff', 'halls', 'revenue', 'share', 'stars', 'age', 'branch.code', 'parent.staff', 'parent.parent.revenue', 'revenue.amount', 'per_head', 'deal_value', 'deal_count', 'mean_chance', 'place.latitude'),
      of('0', '1', '2', '0.1', '3', '1000', '12.345', '0.000001', 'null'),
      between(number, ['+', '-', '*', '/'], number),
      number.map((one) => `-${one}`),
      call('round', number, number),
      call('round', number),
      call('floor', number), call('ceil', number), call('abs', number),
      call('mod', number, number),
      call('min', number, number), call('max', number, number),
      call('length', string),
      call('year', date), call('quarter', date), call('month', time), call('day', time), call('weekday', date),
      call('days_between', date, time), call('hours_between', time, time),
      between(date, ['-'], date), between(time, ['-'], time),
      ...choose(number),
    ),
    text: fc.oneof(
      size,
      of('name', 'note', 'mail', 'site', 'size', 'branch.name', 'parent.name', 'parent.branch.name', 'mails.primary', 'mails.kind', 'seat.city', 'label', 'code', 'parent.code', 'revenue.currency', 'owner.team.name', 'page'),
      of('', 'Müller', 'ß', ' x ', "o'b", '%', '"', '\\').map(text),
      between(string, ['&'], of('name', 'staff', 'active', 'founded', 'seen_at', '" "')),
      call('concat', string, number, date), call('text', number), call('text', date), call('text', boolean), call('text', time),
      call('upper', string), call('lower', string), call('trim', string),
      call('left', string, number), call('right', string, number),
      call('replace', string, string, string),
      ...choose(string),
    ),
    date: fc.oneof(
      size,
      of('founded', 'parent.founded', 'last_close', 'today()', 'date(seen_at)', 'seen_at', 'date(2026, 3, 29)'),
      between(date, ['+', '-'], number),
      call('add_months', date, number),
      call('date', number, number, number),
      ...choose(of('founded', 'last_close', 'today()')),
    ),
    time: fc.oneof(size, of('seen_at', 'parent.seen_at', 'now()', 'created_at'), between(of('seen_at', 'now()'), ['+', '-'], number), ...choose(of('seen_at', 'now()'))),
    boolean: fc.oneof(
      size,
      of('active', 'branch.active', 'true', 'false', 'is_empty(name)', 'is_empty(parent)', 'is_empty(marks)', 'contains(marks, "vip")', 'contains(channels, "mail")', 'branch = parent.branch', 'founded > "2026-03-28"', 'name = ""', 'staff != null', 'owner = parent.owner'),
      between(number, ['<', '<=', '=', '!=', '>', '>='], number),
      between(date, ['<', '<=', '=', '!=', '>', '>='], of('founded', 'seen_at', 'today()', '"2026-03-29"')),
      between(time, ['<', '=', '>='], time),
      between(string, ['=', '<>'], string),
      between(boolean, ['and', 'or', '='], boolean),
      boolean.map((one) => `(not ${one})`),
      call('is_empty', fc.oneof(number, string, date)),
      call('contains', string, string), call('starts_with', string, string), call('ends_with', string, string),
    ),
  }
})
