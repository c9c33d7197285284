import { date } from '#platform/fields/date/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** One customer's tie to another, from `company` or `person` to `other_company` or `other_person`. */
export const relationshipObject = defineObject('relationship', {
  plural: 'relationships',
  detail: true,
  icon: 'waypoints',
  title: 'name',
  owned: false,
  customer: true,
  fields: {
    name: formula({
      formula: `concat(coalesce(company.name, person.name), ' ', relationship_kind.name, ' ', coalesce(other_company.name, other_person.name))`,
    }),
    relationship_kind: reference('relationship_kind', {
      label: 'Kind',
      required: true,
      on_purge: 'restrict',
      indexed: true,
    }),
    other_company: reference('company', {
      inverse: 'relationships_of_others',
      on_purge: 'cascade',
      indexed: true,
    }),
    other_person: reference('person', {
      inverse: 'relationships_of_others',
      on_purge: 'cascade',
      indexed: true,
    }),
    since: date(),
    until: date({
      valid_when: {
        formula: 'is_empty(until) or is_empty(since) or until >= since',
        message: 'It cannot end before it begins.',
      },
    }),
    description: longText(),
  },
  short_form: ['company', 'person', 'relationship_kind', 'other_company', 'other_person', 'since'],
  views: [
    table(
      'all',
      ['company', 'person', 'relationship_kind', 'other_company', 'other_person', 'since', 'until'],
      {
        label: 'Relationships',
        sort: '-created_at',
      },
    ),
  ],
})
