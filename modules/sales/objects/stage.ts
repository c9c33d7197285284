import { choice } from '#platform/fields/choice/kind.ts'
import { longText } from '#platform/fields/long-text/kind.ts'
import { number } from '#platform/fields/number/kind.ts'
import { percent } from '#platform/fields/percent/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { tags } from '#platform/fields/tags/kind.ts'
import { text } from '#platform/fields/text/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'
import { forecastCategories, stageKinds } from './choices.ts'

/** A step of a pipeline. */
export const stageObject = defineObject('stage', {
  plural: 'stages',
  icon: 'milestone',
  title: 'name',
  setup: true,
  owned: false,
  fields: {
    name: text({ required: true, searchable: true }),
    pipeline: reference('pipeline', { required: true, on_purge: 'cascade', indexed: true }),
    order: number({
      decimals: 0,
      default: 0,
      indexed: true,
      help: 'Place on the board, from left to right.',
    }),
    kind: choice(stageKinds, { required: true, default: 'open', indexed: true }),
    probability: percent({ min: 0, max: 1, help: 'How many of the deals that get here are won in the end.' }),
    forecast_category: choice(forecastCategories, { help: 'Left out: from kind and probability.' }),
    gate_fields: tags({ help: 'Names of the fields an opportunity must have filled to enter.' }),
    guidance: longText({ help: 'What to find out or agree on in this stage.' }),
    stands_still_after: number({
      decimals: 0,
      min: 1,
      unit: 'days',
      help: 'After how long without a move it is shown as standing still.',
    }),
  },
  unique: [['pipeline', 'name']],
  short_form: ['name', 'pipeline', 'order', 'kind', 'probability'],
  views: [
    table('all', ['pipeline', 'name', 'order', 'kind', 'probability', 'gate_fields', 'stands_still_after'], {
      label: 'Stages',
      sort: 'pipeline.order,order',
    }),
  ],
})
