const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF ' +
  'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN ' +
  'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI ' +
  'SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI ' +
  'VN VU WF WS XK YE YT ZA ZM ZW'

/** ISO 3166-1 alpha-2, and XK for Kosovo. */
export const countryCodes: readonly string[] = codes.split(' ')

/** What files write beside the official names. */
const usual: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  america: 'US',
  'united states of america': 'US',
  'the united states': 'US',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  grossbritannien: 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  russia: 'RU',
  'russian federation': 'RU',
  'south korea': 'KR',
  'republic of korea': 'KR',
  korea: 'KR',
  'north korea': 'KP',
  'czech republic': 'CZ',
  vietnam: 'VN',
  'viet nam': 'VN',
  uae: 'AE',
  'the philippines': 'PH',
  turkey: 'TR',
  taiwan: 'TW',
  'ivory coast': 'CI',
  macedonia: 'MK',
  'hong kong': 'HK',
  macau: 'MO',
  china: 'CN',
  'republic of ireland': 'IE',
  brd: 'DE',
  'federal republic of germany': 'DE',
  burma: 'MM',
  swaziland: 'SZ',
  'cape verde': 'CV',
  palestine: 'PS',
  'iran islamic republic of': 'IR',
  'tanzania united republic of': 'TZ',
  'moldova republic of': 'MD',
  weissrussland: 'BY',
}

let byName: ReadonlyMap<string, string> | undefined

/** `Germany`, `Deutschland`, `de`, `USA` → the code; `undefined` when no country is called so. */
export function countryCode(text: string): string | undefined {
  byName ??= names()
  const code = text.trim().toUpperCase()
  return known.has(code) ? code : byName.get(folded(text))
}

const known = new Set(countryCodes)

function names(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const locale of ['en', 'de']) {
    for (const style of ['long', 'short'] as const) {
      const of = new Intl.DisplayNames(locale, { type: 'region', style })
      for (const code of countryCodes) {
        const name = of.of(code)!
        found.set(folded(name), code)
        // “Hong Kong SAR China”, “Myanmar (Burma)”
        found.set(folded(name.replace(/\s*\(.*\)$/, '')), code)
      }
    }
  }
  for (const [name, code] of Object.entries(usual)) found.set(name, code)
  return found
}

/** No matter case, accents, dots, `&` and `and`. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The name of a country for a reader; its code when there is none. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code
}
