import { datetime } from '#platform/fields/datetime/kind.ts'
import { duration } from '#platform/fields/duration/kind.ts'
import { formula } from '#platform/fields/formula/kind.ts'
import { money } from '#platform/fields/money/kind.ts'
import { reference } from '#platform/fields/reference/kind.ts'
import { defineObject, table } from '#platform/objects/define-object.ts'

/** One move of an opportunity from stage to stage; written by a rule with the move itself. */
export const stageChangeObject = defineObject('stage_change', {
  plural: 'stage_changes',
  detail: true,
  icon: 'footprints',
  title: 'name',
  owned: false,
  append_only: true,
  fields: {
    name: formula({ formula: `concat(opportunity.name, ': ', to_stage.name)` }),
    opportunity: reference('opportunity', {
      required: true,
      read_only: true,
      on_purge: 'cascade',
      indexed: true,
    }),
    from_stage: reference('stage', {
      inverse: null,
      read_only: true,
      indexed: true,
      help: 'Empty for the first.',
    }),
    to_stage: reference('stage', { inverse: null, read_only: true, indexed: true }),
    at: datetime({ required: true, read_only: true, indexed: true }),
    lasted: duration({ read_only: true, help: 'How long it had been in the stage it left.' }),
    amount: money({ read_only: true, help: 'What it was worth at that moment.' }),
  },
  views: [
    table('newest', ['at', 'opportunity', 'from_stage', 'to_stage', 'lasted', 'amount', 'created_by'], {
      label: 'Moves',
      sort: '-at',
    }),
  ],
})
