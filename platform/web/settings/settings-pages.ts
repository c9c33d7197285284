import type { ComponentType } from 'react'

/** One screen of the settings. */
export interface SettingsPage {
  /** In the address: `/settings/people`. */
  readonly path: string
  readonly label: string
  readonly icon: string
  /** What is found there, for search and for those who look for the first time. */
  readonly about: string
  readonly group: string
  readonly load: () => Promise<{ readonly default: ComponentType<SettingsPageProps> }>
}

export interface SettingsPageProps {
  /** What follows the page's path: `opportunity` in `/settings/objects/opportunity`. */
  readonly rest: string
}

/** In the order of the navigation; the shell shows them to administrators. */
export const settingsPages: readonly SettingsPage[] = [
  {
    path: 'workspace',
    label: 'Workspace',
    icon: 'building-2',
    about: 'Name, currency, time zone, language, fiscal year.',
    group: 'Firm',
    load: () => import('./workspace/workspace-page.tsx'),
  },
  {
    path: 'people',
    label: 'People',
    icon: 'users',
    about: 'Who works here and may sign in.',
    group: 'Firm',
    load: () => import('./people/people-page.tsx'),
  },
  {
    path: 'teams',
    label: 'Teams',
    icon: 'network',
    about: 'Who works together, who leads.',
    group: 'Firm',
    load: () => import('./teams/teams-page.tsx'),
  },
  {
    path: 'roles',
    label: 'Roles',
    icon: 'shield-check',
    about: 'Who may see, change and do what.',
    group: 'Firm',
    load: () => import('./roles/roles-page.tsx'),
  },
  {
    path: 'objects',
    label: 'Objects and fields',
    icon: 'boxes',
    about: 'What is kept, with fields and objects of your own.',
    group: 'Data',
    load: () => import('./objects/objects-page.tsx'),
  },
  {
    path: 'keys',
    label: 'API keys',
    icon: 'key',
    about: 'Other programs’ ways in.',
    group: 'Data',
    load: () => import('./keys/keys-page.tsx'),
  },
]
