import { boolean } from '#platform/fields/boolean/kind.ts'
import { date } from '#platform/fields/date/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/**
 * A person's post at a company, now or formerly. The primary one is where they work: rules keep it and the
 * person's company, job title and department equal.
 */
export const positionObject = defineObject('position', {
  plural: 'positions',
  detail: true,
  icon: 'briefcase',
  title: 'name',
  owned: false,
  fields: {
    name: formula({ formula: `concat(person.name, ', ', company.name)` }),
    person: reference('person', { required: true, on_purge: 'cascade', indexed: true }),
    company: reference('company', { required: true, on_purge: 'cascade', indexed: true }),
    job_title: text(),
    department: text(),
    since: date({ indexed: true }),
    until: date({
      indexed: true,
      valid_when: {
        formula: 'is_empty(until) or is_empty(since) or until >= since',
        message: 'It cannot end before it begins.',
      },
    }),
    primary: boolean({ default: false, help: 'Where this person works now.' }),
    reports_to: reference('person', { label: 'Reports to', inverse: 'positions_below' }),
  },
  short_form: ['person', 'company', 'job_title', 'since', 'until', 'primary'],
  views: [
    table('all', ['person', 'company', 'job_title', 'department', 'since', 'until', 'primary'], {
      label: 'Positions',
      sort: '-since',
    }),
  ],
})
