import { britishStreets, streets, type Place } from './places.ts'
import type { Random } from './random.ts'

/** “Café Größe” → `cafe-groesse`: for mail addresses and domains. */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
  const latin = plain
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
  return latin
    .replaceAll('&', 'und')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

export function phoneAt(random: Random, { phone: [prefix, digits] }: Place): string {
  return prefix + String(random.whole(0, 10 ** digits - 1)).padStart(digits, '0')
}

export function addressAt(random: Random, { city, region, country, postal }: Place): Record<string, string> {
  if (country === 'GB') {
    return {
      street: `${random.whole(1, 180)} ${random.pick(britishStreets)}`,
      postal_code: `${postal}${random.pick(['AA', 'BD', 'HQ'])}`,
      city,
      region,
      country,
    }
  }
  const rest = String(random.whole(100, 999))
  return {
    street: `${random.pick(streets)} ${random.whole(1, 120)}`,
    postal_code: `${postal}${rest}`,
    city,
    region,
    country,
  }
}
