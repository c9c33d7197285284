import { choice } from '#platform/fields/choice/kind.ts'
import { datetime } from '#platform/fields/datetime/kind.ts'
import { duration } from '#platform/fields/duration/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { richText } from '#platform/fields/rich-text/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** One touch between us and a customer, on whatever channel, in or out. Written once, never changed. */
export const interactionObject = defineObject('interaction', {
  plural: 'interactions',
  icon: 'messages-square',
  title: 'subject',
  customer: true,
  append_only: true,
  fields: {
    subject: text({ required: true, searchable: true }),
    at: datetime({ required: true, default: 'now', indexed: true }),
    channel: choice(
      [
        'phone',
        { value: 'email', label: 'E-mail' },
        'meeting',
        'visit',
        'chat',
        'web_form',
        'letter',
        'fax',
        { value: 'sms', label: 'SMS' },
        'social',
        'portal',
      ],
      { required: true, default: 'phone', indexed: true },
    ),
    direction: choice(['in', 'out'], { default: 'out', indexed: true }),
    body: richText({ searchable: true }),
    duration: duration(),
    outcome: choice(
      ['reached', 'not_reached', 'call_back', 'interested', 'not_interested', 'agreed', 'settled'],
      { indexed: true },
    ),
    sentiment: choice(
      [
        { value: 'positive', color: 'green' },
        { value: 'neutral', color: 'gray' },
        { value: 'negative', color: 'red' },
      ],
      { indexed: true },
    ),
    opportunity: reference('opportunity', { indexed: true }),
    product: reference('product', { indexed: true }),
    sender: text(),
    recipients: text({ max: 1000 }),
    in_reply_to: reference('interaction', { inverse: 'replies' }),
    visibility: choice(['public', 'internal'], {
      default: 'public',
      help: 'Internal: never shown to the customer.',
    }),
    external_id: text({ unique: true, indexed: true, help: 'Its id in the system it came from.' }),
  },
  short_form: [
    'channel',
    'direction',
    'subject',
    'body',
    'at',
    'duration',
    'outcome',
    'company',
    'person',
    'opportunity',
  ],
  views: [
    table('newest', ['at', 'channel', 'direction', 'subject', 'company', 'person', 'outcome', 'owner'], {
      label: 'Newest',
      sort: '-at',
    }),
    table('mine', ['at', 'channel', 'direction', 'subject', 'company', 'person', 'outcome'], {
      label: 'Mine',
      where: { owner: 'me' },
      sort: '-at',
    }),
  ],
})
