import { boolean } from '#platform/fields/boolean/kind.ts'
import { email } from '#platform/fields/email/kind.ts'
import { image } from '#platform/fields/image/kind.ts'
import { phone } from '#platform/fields/phone/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** Someone who works here and may sign in. */
export const userObject = defineObject('user', {
  plural: 'users',
  plural_label: 'People of the firm',
  icon: 'circle-user',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, searchable: true, indexed: true }),
    email: email({
      label: 'E-mail',
      unique: true,
      searchable: true,
      help: 'Also the name to sign in with; without one a person is only named.',
    }),
    role: reference('role', {
      inverse: 'users',
      on_purge: 'restrict',
      indexed: true,
      help: 'What this person may see and do.',
    }),
    team: reference('team', { inverse: 'members', indexed: true }),
    manager: reference('user', { inverse: 'reports', indexed: true }),
    job_title: text(),
    phone: phone(),
    picture: image(),
    active: boolean({ default: true, help: 'Someone inactive cannot sign in and is not offered as owner.' }),
    time_zone: text({ help: 'As in “Europe/Berlin”; empty: that of the firm.' }),
    locale: text({ label: 'Language', help: 'As in “en-GB” or “de”; empty: that of the firm.' }),
  },
  duplicates: [{ match: 'exact', fields: ['email'] }],
  short_form: ['name', 'email', 'role', 'team'],
  sections: [
    { label: 'Person', fields: ['name', 'email', 'job_title', 'phone', 'picture'] },
    { label: 'Place in the firm', fields: ['role', 'team', 'manager', 'active'] },
    { label: 'Language and time', fields: ['locale', 'time_zone'] },
  ],
  views: [
    table('active', ['name', 'email', 'role', 'team', 'manager', 'job_title'], {
      label: 'People of the firm',
      where: { active: true },
      sort: 'name',
    }),
    table('all', ['name', 'email', 'role', 'team', 'manager', 'active'], {
      label: 'All, with former ones',
      sort: 'name',
    }),
  ],
})
