/** A sort of customer: how such firms are called, who works there, what they buy. */
export interface Trade {
  readonly industry: string
  readonly weight: number
  /** `{n}` a name, `{f}` a family name, `{c}` the city. */
  readonly names: readonly string[]
  readonly titles: readonly string[]
  readonly people: readonly [least: number, most: number]
  readonly employees: number
  /** Median worth of a deal, in the base currency. */
  readonly deal: number
}

export const trades: readonly Trade[] = [
  {
    industry: 'hospitality', weight: 26, deal: 7_500, employees: 14, people: [1, 3],
    names: ['Café {n}', 'Kaffeehaus {n}', 'Espressobar {n}', '{n} Coffee', 'Café {f} & Co', 'Bistro {n}'],
    titles: ['Owner', 'Manager', 'Head barista', 'Shift lead', 'Purchasing'],
  },
  {
    industry: 'food', weight: 18, deal: 14_000, employees: 60, people: [2, 4],
    names: ['Bäckerei {f}', 'Backhaus {f} & Söhne', '{n} Rösterei', 'Konditorei {f}', 'Feinkost {f}', '{n} Catering'],
    titles: ['Managing director', 'Head of branches', 'Purchasing', 'Operations manager', 'Quality manager', 'Accounts'],
  },
  {
    industry: 'travel', weight: 16, deal: 24_000, employees: 110, people: [3, 6],
    names: ['Hotel {n}', 'Hotel {n} {c}', 'Parkhotel {n}', 'Gasthof {f}', '{n} Resort', 'Pension {f}'],
    titles: ['General manager', 'Food & beverage manager', 'Head of purchasing', 'Housekeeping manager', 'Breakfast chef', 'Controller'],
  },
  {
    industry: 'services', weight: 14, deal: 9_500, employees: 90, people: [2, 6],
    names: ['{n} Coworking', 'Kanzlei {f} & {g}', '{f} Steuerberatung', '{n} Studios', 'Praxisgemeinschaft {n}', '{f} Architekten'],
    titles: ['Office manager', 'Partner', 'Community manager', 'Facility manager', 'Assistant to the board'],
  },
  {
    industry: 'technology', weight: 12, deal: 18_000, employees: 240, people: [3, 6],
    names: ['{n} Systems', '{n} Software', '{f} Elektronik', '{n} Robotics', '{n} Labs'],
    titles: ['Office manager', 'Head of workplace', 'Facility manager', 'Chief of staff', 'Purchasing', 'People & culture'],
  },
  {
    industry: 'manufacturing', weight: 10, deal: 32_000, employees: 620, people: [4, 7],
    names: ['{f} Maschinenbau', '{f} Werkzeuge', '{n} Möbel', '{f} Verpackungen', '{n} Optik'],
    titles: ['Head of purchasing', 'Canteen manager', 'Facility manager', 'Works council', 'Plant manager', 'Controller', 'Strategic buyer'],
  },
  {
    industry: 'health', weight: 7, deal: 38_000, employees: 800, people: [4, 7],
    names: ['Klinikum {n}', 'Seniorenresidenz {n}', 'Rehazentrum {n}', 'Stadtklinik {c}'],
    titles: ['Head of catering', 'Administrative director', 'Head of purchasing', 'Ward manager', 'Procurement', 'Kitchen manager'],
  },
  {
    industry: 'retail', weight: 9, deal: 21_000, employees: 180, people: [2, 6],
    names: ['Kaufhaus {f}', '{n} Buchhandlung', 'Möbelhaus {f}', '{n} Markt', 'Gartencenter {f}'],
    titles: ['Managing director', 'Store manager', 'Purchasing', 'Marketing manager', 'Gastronomy manager'],
  },
]

export const names: readonly string[] = [
  'Morgenstern', 'Seeblick', 'Nordlicht', 'Kleine Pause', 'Goldfink', 'Sonnenhof', 'Abendrot', 'Zeitlos', 'Waldhorn',
  'Silberpfeil', 'Hafenkante', 'Lindenhof', 'Himmelblau', 'Kupferkessel', 'Tagträumer', 'Rosengarten', 'Fernweh', 'Bergkristall',
  'Blaue Stunde', 'Eulenspiegel', 'Glückskind', 'Herzstück', 'Inselglück', 'Jasmin', 'Kranich', 'Leuchtturm', 'Mondschein',
  'Nebelhorn', 'Ostwind', 'Pfauenauge', 'Quellental', 'Rabennest', 'Sommerwind', 'Turmblick', 'Uferlos', 'Vogelfrei',
  'Weitblick', 'Zugvogel', 'Ahorn', 'Birkenfeld', 'Distelfink', 'Feldpost', 'Gezeiten', 'Holunder', 'Kastanie', 'Lerche',
  'Mühlrad', 'Nachtigall', 'Orchidee', 'Polarstern', 'Regenbogen', 'Schwalbe', 'Tautropfen', 'Wacholder', 'Zeder', 'Altona',
]
