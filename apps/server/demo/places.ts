export interface Place {
  readonly city: string
  readonly region: string
  readonly country: string
  /** First digits of its postal codes; the rest is drawn. */
  readonly postal: string
  /** Prefix and digits left to draw: ranges kept for stories, which ring nowhere. */
  readonly phone: readonly [prefix: string, digits: number]
  /** How many of our customers are there. */
  readonly weight: number
  readonly area: 'north' | 'south'
}

const germany = (
  city: string,
  region: string,
  postal: string,
  phone: string,
  weight: number,
  area: Place['area'],
): Place => ({
  city,
  region,
  postal,
  weight,
  area,
  country: 'DE',
  phone: [phone, 3],
})

/** Where the customers of the demo are. Phone numbers come from the ranges that are set aside for fiction. */
export const places: readonly Place[] = [
  germany('Berlin', 'Berlin', '10', '+493023125', 16, 'north'),
  germany('Hamburg', 'Hamburg', '20', '+494066969', 16, 'north'),
  germany('Bremen', 'Bremen', '28', '+494066969', 6, 'north'),
  germany('Hanover', 'Lower Saxony', '30', '+493023125', 8, 'north'),
  germany('Kiel', 'Schleswig-Holstein', '24', '+494066969', 4, 'north'),
  germany('Leipzig', 'Saxony', '04', '+493023125', 8, 'north'),
  germany('Cologne', 'North Rhine-Westphalia', '50', '+492214710', 12, 'north'),
  germany('Münster', 'North Rhine-Westphalia', '48', '+492214710', 4, 'north'),
  germany('Munich', 'Bavaria', '80', '+498999998', 16, 'south'),
  germany('Nuremberg', 'Bavaria', '90', '+498999998', 7, 'south'),
  germany('Regensburg', 'Bavaria', '93', '+498999998', 4, 'south'),
  germany('Stuttgart', 'Baden-Württemberg', '70', '+496990009', 10, 'south'),
  germany('Freiburg', 'Baden-Württemberg', '79', '+496990009', 5, 'south'),
  germany('Frankfurt', 'Hesse', '60', '+496990009', 12, 'south'),
  germany('Mannheim', 'Baden-Württemberg', '68', '+496990009', 5, 'south'),
  {
    city: 'London',
    region: 'England',
    country: 'GB',
    postal: 'EC1A 1',
    phone: ['+442079460', 3],
    weight: 5,
    area: 'north',
  },
  {
    city: 'Manchester',
    region: 'England',
    country: 'GB',
    postal: 'M1 1',
    phone: ['+441614960', 3],
    weight: 3,
    area: 'north',
  },
]

export const streets: readonly string[] = [
  'Hauptstraße',
  'Bahnhofstraße',
  'Marktplatz',
  'Gartenstraße',
  'Lindenallee',
  'Am Hafen',
  'Schillerstraße',
  'Goethestraße',
  'Mühlenweg',
  'Kirchgasse',
  'Ringstraße',
  'Uferpromenade',
  'Kastanienallee',
  'Werkstraße',
  'Domplatz',
  'Alte Gasse',
  'Fabrikstraße',
  'Rosenweg',
  'Königstraße',
  'Bergstraße',
]

export const britishStreets: readonly string[] = [
  'High Street',
  'Mill Lane',
  'Station Road',
  'Church Street',
  'Canal Street',
]
