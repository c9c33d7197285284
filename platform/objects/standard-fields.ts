import type { ObjectDeclaration } from './define-object.ts'
import type { FieldDeclaration } from './field.ts'

/** The fields an object has without declaring them: before (its customer) and after (who and when) its own. */
export function standardFields(object: ObjectDeclaration): {
  readonly first: Record<string, FieldDeclaration>
  readonly last: Record<string, FieldDeclaration>
} {
  return { first: { id, ...(object.customer === true ? customerKey : {}) }, last: lastFields(object) }
}

const id: FieldDeclaration = { kind: 'id', label: 'Id', read_only: true }

const customerKey: Record<string, FieldDeclaration> = {
  company: {
    kind: 'reference',
    to: 'company',
    indexed: true,
    also_known_as: ['account', 'organization', 'customer', 'firma'],
  },
  person: { kind: 'reference', to: 'person', indexed: true },
  customer: { kind: 'id', read_only: true, indexed: true, generated: 'coalesce("company", "person")' },
}

function lastFields(object: ObjectDeclaration): Record<string, FieldDeclaration> {
  const own: Record<string, FieldDeclaration> =
    object.owned === false
      ? {}
      : {
          owner: {
            kind: 'user',
            indexed: true,
            default: 'me',
            inverse: null,
            also_known_as: ['sales_agent', 'salesperson', 'rep', 'agent', 'assigned_to', 'responsible'],
          },
          team: { kind: 'team', indexed: true, inverse: null },
        }
  return {
    ...own,
    created_at: { kind: 'datetime', label: 'Created', read_only: true, indexed: true },
    created_by: { kind: 'user', label: 'Created by', read_only: true, inverse: null },
    updated_at: { kind: 'datetime', label: 'Last changed', read_only: true, indexed: true },
    updated_by: { kind: 'user', label: 'Last changed by', read_only: true, inverse: null },
    deleted_at: { kind: 'datetime', label: 'Deleted', read_only: true },
    version: { kind: 'number', decimals: 0, read_only: true },
  }
}
