/** An exact decimal number: `digits / 10^scale`. The database calculates in decimals; so does what must agree with it. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

export const zero: Decimal = { digits: 0n, scale: 0 }

/** The decimal that the number is written as: `0.1` is exactly one tenth. */
export function decimal(value: number | string): Decimal {
  const found = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(String(value))
  if (found === null) throw new RangeError(`“${value}” is not a decimal number.`)
  const [, sign, whole, fraction, exponent] = found as unknown as [string, string, string, string, string?]
  const scale = fraction.length - Number(exponent ?? 0)
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}` || '0')
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e${-scale}`)
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: scaled(a, scale) + scaled(b, scale), scale }
}

export function negated(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale }
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

/** Digits after the point that a quotient keeps; the rest is cut off. */
export const quotientScale = 16

/** Cut off after 16 digits, as `quotientSql` does. @throws RangeError when `b` is 0 */
export function divide(a: Decimal, b: Decimal): Decimal {
  const scale = a.scale + quotientScale
  const digits = (scaled(a, scale) * 10n ** BigInt(b.scale)) / b.digits
  return shortened({ digits, scale }, quotientScale)
}

/** Half away from zero, as PostgreSQL rounds `numeric`. Negative places round before the point. */
export function rounded(a: Decimal, places: number): Decimal {
  if (a.scale <= places) return a
  const unit = 10n ** BigInt(a.scale - places)
  const half = a.digits < 0n ? -unit / 2n : unit / 2n
  const digits = (a.digits + half) / unit
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), scale: 0 } : { digits, scale: places }
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [scaled(a, scale), scaled(b, scale)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Without zeros at the end: `1.50` → `1.5`. */
export function decimalText(a: Decimal): string {
  const sign = a.digits < 0n ? '-' : ''
  const all = String(a.digits < 0n ? -a.digits : a.digits).padStart(a.scale + 1, '0')
  const fraction = all.slice(all.length - a.scale).replace(/0+$/, '')
  const whole = a.scale === 0 ? all : all.slice(0, -a.scale)
  if (a.scale === 0) return sign + all
  return sign + whole + (fraction === '' ? '' : `.${fraction}`)
}

/** Cut off, towards zero. */
export function shortened(a: Decimal, scale: number): Decimal {
  return a.scale <= scale ? a : { digits: a.digits / 10n ** BigInt(a.scale - scale), scale }
}

function scaled(a: Decimal, scale: number): bigint {
  return a.digits * 10n ** BigInt(scale - a.scale)
}
