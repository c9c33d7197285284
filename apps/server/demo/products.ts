export interface DemoProduct {
  readonly name: string
  readonly sku: string
  readonly category: 'Machines' | 'Grinders' | 'Coffee' | 'Service'
  readonly kind: 'good' | 'service' | 'subscription'
  readonly price: number
  readonly cost: number
  readonly unit: string
  readonly description: string
}

export const products: readonly DemoProduct[] = [
  machine('Arabelle Petite', 'AR-110', 2_900, 'One group, for small offices and home baristas.'),
  machine('Arabelle Solo', 'AR-210', 5_400, 'One group, for cafés up to 80 cups a day.'),
  machine('Arabelle Duo', 'AR-220', 9_800, 'Two groups with temperatures of their own.'),
  machine('Arabelle Trio', 'AR-230', 13_900, 'Three groups, for long queues.'),
  machine('Arabelle Atelier', 'AR-310', 18_500, 'Built to order, with wood and copper from the region.'),
  machine('Arabelle Auto 60', 'AA-060', 7_600, 'Fully automatic, up to 60 cups an hour, with fresh milk.'),
  machine(
    'Arabelle Auto 120',
    'AA-120',
    12_400,
    'Fully automatic, up to 120 cups an hour, two kinds of beans.',
  ),
  {
    name: 'Mill One',
    sku: 'GR-100',
    category: 'Grinders',
    kind: 'good',
    price: 890,
    cost: 410,
    unit: 'piece',
    description: 'Grinds on demand, 64 mm burrs.',
  },
  {
    name: 'Mill Silent',
    sku: 'GR-200',
    category: 'Grinders',
    kind: 'good',
    price: 1_650,
    cost: 760,
    unit: 'piece',
    description: 'Quiet enough for a library, 83 mm burrs.',
  },
  {
    name: 'House blend',
    sku: 'CO-010',
    category: 'Coffee',
    kind: 'subscription',
    price: 19.9,
    cost: 11.2,
    unit: 'kg',
    description: 'Roasted every week, delivered every month.',
  },
  {
    name: 'Single origin',
    sku: 'CO-020',
    category: 'Coffee',
    kind: 'subscription',
    price: 27.5,
    cost: 16.4,
    unit: 'kg',
    description: 'A farm each season, with its story.',
  },
  {
    name: 'Care Basic',
    sku: 'SV-010',
    category: 'Service',
    kind: 'subscription',
    price: 480,
    cost: 210,
    unit: 'year',
    description: 'A visit a year, spare parts at list price.',
  },
  {
    name: 'Care Complete',
    sku: 'SV-020',
    category: 'Service',
    kind: 'subscription',
    price: 1_150,
    cost: 540,
    unit: 'year',
    description: 'Two visits a year, all parts, a loan machine within 24 hours.',
  },
  {
    name: 'Barista training',
    sku: 'SV-100',
    category: 'Service',
    kind: 'service',
    price: 390,
    cost: 160,
    unit: 'day',
    description: 'A day at your counter, for up to six people.',
  },
]

function machine(name: string, sku: string, price: number, description: string): DemoProduct {
  return {
    name,
    sku,
    price,
    description,
    category: 'Machines',
    kind: 'good',
    cost: Math.round(price * 0.56),
    unit: 'piece',
  }
}
