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
  {
    key: 'mara',
    name: 'Mara Lindner',
    role: 'Administrator',
    team: 'management',
    job_title: 'Managing director',
  },
  {
    key: 'jonas',
    name: 'Jonas Albrecht',
    role: 'Sales manager',
    team: 'sales',
    manager: 'mara',
    job_title: 'Head of sales',
  },
  {
    key: 'ida',
    name: 'Ida Petersen',
    role: 'Sales manager',
    team: 'north',
    manager: 'jonas',
    job_title: 'Regional sales manager',
    knack: 1.1,
    area: 'north',
  },
  {
    key: 'felix',
    name: 'Felix Brandt',
    role: 'Salesperson',
    team: 'north',
    manager: 'ida',
    job_title: 'Sales representative',
    knack: 1,
    area: 'north',
  },
  {
    key: 'aylin',
    name: 'Aylin Demir',
    role: 'Salesperson',
    team: 'north',
    manager: 'ida',
    job_title: 'Sales representative',
    knack: 1.15,
    area: 'north',
  },
  {
    key: 'samuel',
    name: 'Samuel Huber',
    role: 'Sales manager',
    team: 'south',
    manager: 'jonas',
    job_title: 'Regional sales manager',
    knack: 1.05,
    area: 'south',
  },
  {
    key: 'theresa',
    name: 'Theresa Wagner',
    role: 'Salesperson',
    team: 'south',
    manager: 'samuel',
    job_title: 'Sales representative',
    knack: 0.95,
    area: 'south',
  },
  {
    key: 'luca',
    name: 'Luca Moretti',
    role: 'Salesperson',
    team: 'south',
    manager: 'samuel',
    job_title: 'Sales representative',
    knack: 0.85,
    area: 'south',
  },
  {
    key: 'nora',
    name: 'Nora Vogel',
    role: 'Salesperson',
    team: 'key_accounts',
    manager: 'jonas',
    job_title: 'Key account manager',
    knack: 1.1,
    area: 'key',
  },
  {
    key: 'piet',
    name: 'Piet van Dijk',
    role: 'Salesperson',
    team: 'key_accounts',
    manager: 'jonas',
    job_title: 'Key account manager',
    knack: 1,
    area: 'key',
  },
  {
    key: 'tarek',
    name: 'Tarek Aziz',
    role: 'Salesperson',
    team: 'service',
    manager: 'mara',
    job_title: 'Head of service',
  },
  {
    key: 'greta',
    name: 'Greta Sommer',
    role: 'Read only',
    team: 'management',
    manager: 'mara',
    job_title: 'Controller',
  },
]

/** The first one is the owner, who signs in as demo@example.com. */
export const emailOf = (user: DemoUser): string =>
  user.key === 'mara' ? 'demo@example.com' : `${user.key}@example.com`
