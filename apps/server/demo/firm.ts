/** The demo company: Arabelle makes coffee machines for cafés, hotels and offices, and looks after them. */
export const firmName = 'Arabelle Coffee Machines'

export interface DemoTeam {
  readonly key: string
  readonly name: string
  readonly parent?: string
  readonly manager: string
}

export const teams: readonly DemoTeam[] = [
  { key: 'management', name: 'Management', manager: 'mara' },
  { key: 'sales', name: 'Sales', parent: 'management', manager: 'jonas' },
  { key: 'north', name: 'Sales North', parent: 'sales', manager: 'ida' },
  { key: 'south', name: 'Sales South', parent: 'sales', manager: 'samuel' },
  { key: 'key_accounts', name: 'Key accounts', parent: 'sales', manager: 'jonas' },
  { key: 'service', name: 'Service', parent: 'management', manager: 'tarek' },
]

export interface DemoUser {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly team: string
  readonly manager?: string
  readonly job_title: string
  /** How well this person sells: 1 is usual. Only those who sell have one. */
  readonly knack?: number
  /** Which customers are theirs. */
  readonly area?: 'north' | 'south' | 'key'
}

export const users: readonly DemoUser[] = [
  { key: 'mara', name: 'Mara Lindner', role: 'Administrator', team: 'management', job_title: 'Managing director' },
  { key: 'jonas', name: 'Jonas Albrecht', role: 'Sales manager', team: 'sales', manager: 'mara', job_title: 'Head of sales' },
  { key: 'ida', name: 'Ida Petersen', role: 'Sales manager', team: 'north', manager: 'jonas', job_title: 'Regional sales manager', knack: 1.1, area: 'north' },
  { key: 'felix', name: 'Felix Brandt', role: 'Salesperson', team: 'north', manager: 'ida', job_title: 'Sales representative', knack: 1, area: 'north' },
  { key: 'aylin', name: 'Aylin Demir', role: 'Salesperson', team: 'north', manager: 'ida', job_title: 'Sales representative', knack: 1.15, area: 'north' },
  { key: 'samuel', name: 'Samuel Huber', role: 'Sales manager', team: 'south', manager: 'jonas', job_title: 'Regional sales manager', knack: 1.05, area: 'south' },
  { key: 'theresa', name: 'Theresa Wagner', role: 'Salesperson', team: 'south', manager: 'samuel', job_title: 'Sales representative', knack: 0.95, area: 'south' },
  { key: 'luca', name: 'Luca Moretti', role: 'Salesperson', team: 'south', manager: 'samuel', job_title: 'Sales representative', knack: 0.85, area: 'south' },
  { key: 'nora', name: 'Nora Vogel', role: 'Salesperson', team: 'key_accounts', manager: 'jonas', job_title: 'Key account manager', knack: 1.1, area: 'key' },
  { key: 'piet', name: 'Piet van Dijk', role: 'Salesperson', team: 'key_accounts', manager: 'jonas', job_title: 'Key account manager', knack: 1, area: 'key' },
  { key: 'tarek', name: 'Tarek Aziz', role: 'Salesperson', team: 'service', manager: 'mara', job_title: 'Head of service' },
  { key: 'greta', name: 'Greta Sommer', role: 'Read only', team: 'management', manager: 'mara', job_title: 'Controller' },
]

/** The first one is the owner, who signs in as demo@example.com. */
export const emailOf = (user: DemoUser): string => (user.key === 'mara' ? 'demo@example.com' : `${user.key}@example.com`)

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
  machine('Arabelle Auto 120', 'AA-120', 12_400, 'Fully automatic, up to 120 cups an hour, two kinds of beans.'),
  { name: 'Mill One', sku: 'GR-100', category: 'Grinders', kind: 'good', price: 890, cost: 410, unit: 'piece', description: 'Grinds on demand, 64 mm burrs.' },
  { name: 'Mill Silent', sku: 'GR-200', category: 'Grinders', kind: 'good', price: 1_650, cost: 760, unit: 'piece', description: 'Quiet enough for a library, 83 mm burrs.' },
  { name: 'House blend', sku: 'CO-010', category: 'Coffee', kind: 'subscription', price: 19.9, cost: 11.2, unit: 'kg', description: 'Roasted every week, delivered every month.' },
  { name: 'Single origin', sku: 'CO-020', category: 'Coffee', kind: 'subscription', price: 27.5, cost: 16.4, unit: 'kg', description: 'A farm each season, with its story.' },
  { name: 'Care Basic', sku: 'SV-010', category: 'Service', kind: 'subscription', price: 480, cost: 210, unit: 'year', description: 'A visit a year, spare parts at list price.' },
  { name: 'Care Complete', sku: 'SV-020', category: 'Service', kind: 'subscription', price: 1_150, cost: 540, unit: 'year', description: 'Two visits a year, all parts, a loan machine within 24 hours.' },
  { name: 'Barista training', sku: 'SV-100', category: 'Service', kind: 'service', price: 390, cost: 160, unit: 'day', description: 'A day at your counter, for up to six people.' },
]

function machine(name: string, sku: string, price: number, description: string): DemoProduct {
  return { name, sku, price, description, category: 'Machines', kind: 'good', cost: Math.round(price * 0.56), unit: 'piece' }
}
