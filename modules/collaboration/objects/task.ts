import { choice } from '#platform/fields/choice/kind.ts'
import { datetime } from '#platform/fields/datetime/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { board, defineObject, table } from '#platform/objects/define-object.ts'

/** Something someone has to do, by a time, mostly about a customer. Its owner is the one who does it. */
export const taskObject = defineObject('task', {
  plural: 'tasks',
  icon: 'square-check-big',
  title: 'subject',
  customer: true,
  fields: {
    subject: text({ required: true, searchable: true, indexed: true }),
    kind: choice(
      ['to_do', 'call', { value: 'email', label: 'E-mail' }, 'meeting', 'visit', 'offer', 'follow_up'],
      { default: 'to_do', indexed: true },
    ),
    due_at: datetime({ label: 'Due', indexed: true }),
    priority: choice(
      [
        { value: 'low', color: 'gray' },
        { value: 'normal', color: 'blue' },
        { value: 'high', color: 'red' },
      ],
      { default: 'normal', indexed: true },
    ),
    state: choice(
      [
        { value: 'open', color: 'blue' },
        { value: 'done', color: 'green' },
        { value: 'dropped', color: 'gray' },
      ],
      { required: true, default: 'open', indexed: true },
    ),
    opportunity: reference('opportunity', { on_purge: 'cascade', indexed: true }),
    description: longText(),
    outcome: text({ max: 1000, visible_when: { state: ['done', 'dropped'] } }),
    done_at: datetime({ label: 'Done', read_only: true, indexed: true, visible_when: { state: 'done' } }),
    repeat: choice(['daily', 'weekly', 'monthly', 'quarterly', 'yearly'], {
      help: 'When it is done, the next one is made.',
    }),
  },
  short_form: ['subject', 'kind', 'due_at', 'priority', 'owner', 'company', 'person', 'opportunity'],
  sections: [
    {
      label: 'Task',
      fields: [
        'subject',
        'kind',
        'due_at',
        'priority',
        'owner',
        'state',
        'outcome',
        'done_at',
        'repeat',
        'description',
      ],
    },
    { label: 'About', fields: ['company', 'person', 'opportunity'] },
  ],
  views: [
    table('mine', ['subject', 'kind', 'due_at', 'priority', 'company', 'opportunity'], {
      label: 'My open tasks',
      where: { owner: 'me', state: 'open' },
      sort: 'due_at',
    }),
    table('open', ['subject', 'kind', 'due_at', 'priority', 'company', 'opportunity', 'owner'], {
      label: 'Open',
      where: { state: 'open' },
      sort: 'due_at',
    }),
    table('all', ['subject', 'kind', 'due_at', 'state', 'company', 'opportunity', 'owner', 'done_at'], {
      label: 'All tasks',
      sort: '-created_at',
    }),
    board('state', { label: 'Board', fields: ['kind', 'due_at', 'company', 'owner'], sort: 'due_at' }),
    {
      name: 'calendar',
      label: 'Calendar',
      layout: 'calendar',
      fields: ['due_at', 'kind', 'company'],
      group: 'due_at',
      where: { state: 'open' },
    },
  ],
})
