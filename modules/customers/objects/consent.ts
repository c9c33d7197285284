import { choice } from '#platform/fields/choice/kind.ts'
import { datetime } from '#platform/fields/datetime/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'
import { channels, sources } from './choices.ts'

/**
 * What a person or address allowed or forbade, and how we know: written once and never changed. Withdrawing is a
 * new row; the newest row of the same address, channel and purpose counts.
 */
export const consentObject = defineObject('consent', {
  plural: 'consents',
  detail: true,
  icon: 'file-check-2',
  title: 'name',
  owned: false,
  customer: true,
  append_only: true,
  fields: {
    name: formula({ formula: `concat(state, ': ', purpose, ' / ', channel)` }),
    address: text({
      indexed: true,
      help: 'The mail address or phone number; empty: all of the person’s on this channel.',
    }),
    channel: choice(channels, { required: true, indexed: true }),
    purpose: choice(['newsletter', 'advertising', 'offers', 'surveys', 'service', 'events', 'profiling'], {
      required: true,
      indexed: true,
    }),
    state: choice(
      [
        { value: 'given', color: 'green' },
        { value: 'withdrawn', color: 'orange' },
        { value: 'refused', color: 'red' },
      ],
      { required: true, default: 'given', indexed: true },
    ),
    given_at: datetime({ default: 'now', indexed: true, visible_when: { state: 'given' } }),
    withdrawn_at: datetime({ visible_when: { state: ['withdrawn', 'refused'] } }),
    expires_at: datetime({ indexed: true, visible_when: { state: 'given' } }),
    source: choice(sources, { required: true, help: 'Through what it was stated.' }),
    proof: longText({ help: 'The words agreed to, the form, the call: what shows that it was stated.' }),
  },
  short_form: ['person', 'company', 'channel', 'purpose', 'state', 'address', 'proof'],
  views: [
    table(
      'all',
      ['person', 'company', 'channel', 'purpose', 'state', 'given_at', 'withdrawn_at', 'expires_at'],
      {
        label: 'Consents',
        sort: '-created_at',
      },
    ),
  ],
})
