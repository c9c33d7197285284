import type { ObjectPermission, Permissions } from '#platform/server/access/access.ts'

/** A role that a new workspace starts with. */
export interface DefaultRole {
  readonly name: string
  readonly description: string
  readonly permissions: Permissions
}

/** The first role: whoever sets the workspace up has it. */
export const administratorRole: DefaultRole = {
  name: 'Administrator',
  description: 'Sees and does everything, and changes settings.',
  permissions: { administrator: true },
}

/** Views: the shared ones and one's own; a private view of another person is never seen. */
const views: ObjectPermission = {
  create: 'own',
  read: 'all',
  update: 'own',
  delete: 'own',
  where: { or: [{ owner: 'me' }, { shared: true }] },
}

/** Ties between customers belong to nobody: who may work on customers may mend them. */
const ties: ObjectPermission = { create: 'all', read: 'all', update: 'all', delete: 'all' }

/** The catalogue is read by all and kept by administrators. */
const catalogue: ObjectPermission = { create: 'none', read: 'all', update: 'none', delete: 'none' }

const worker = { view: views, position: ties, relationship: ties, competitor: ties, product: catalogue }

/** The roles of a new workspace. They are ordinary records from then on: a firm changes them as it likes. */
export const defaultRoles: readonly DefaultRole[] = [
  administratorRole,
  {
    name: 'Sales manager',
    description:
      'Reads everything; changes and deletes what the own teams are responsible for; imports and exports.',
    permissions: {
      default: {
        create: 'all',
        read: 'all',
        update: 'team',
        delete: 'team',
        actions: { import: true, export: true },
      },
      objects: worker,
    },
  },
  {
    name: 'Salesperson',
    description: 'Reads everything; changes and deletes what they are responsible for themselves.',
    permissions: {
      default: {
        create: 'all',
        read: 'all',
        update: 'own',
        delete: 'own',
        actions: { import: false, export: false },
      },
      objects: worker,
    },
  },
  {
    name: 'Read only',
    description: 'Sees everything and changes nothing but own views.',
    permissions: {
      default: { create: 'none', read: 'all', update: 'none', delete: 'none', actions: { export: false } },
      objects: { view: views },
    },
  },
]
