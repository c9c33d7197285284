import { sql } from 'kysely'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Context } from '../../context.ts'
import { tableOf } from '../../records/table.ts'
import { columnOf } from '../desired-tables.ts'
import { isWidening } from '../widening.ts'
import { wrongInput } from './customize-problems.ts'
import { count } from './field-values.ts'

/** Which kinds a kind may become because every value it can have is one of the other kind, too. */
const safely: Readonly<Record<string, readonly string[]>> = {
  text: ['long_text'],
  choice: ['text', 'long_text'],
  url: ['text', 'long_text'],
  email: ['text', 'long_text'],
  phone: ['text', 'long_text'],
  auto_number: ['text', 'long_text'],
  user: ['reference'],
}

/** @throws Problem 422 when values of the one kind are not always values of the other */
export async function refuseUnsafeKind(ctx: Context, before: FieldModel, after: FieldModel): Promise<void> {
  if (before.relation?.to !== after.relation?.to) {
    throw wrongInput(
      'to',
      `${before.label} points to ${before.relation?.to ?? 'nothing'}; make a new field to point elsewhere.`,
    )
  }
  const [from, to] = [before.kind.name, after.kind.name]
  if (from === to) return
  if (from === 'text' && to === 'choice') return refuseOtherValues(ctx, before, after)
  const allowed = safely[from] ?? []
  if (!allowed.includes(to) || !isSameColumn(before, after)) {
    const offered = allowed.length === 0 ? '' : ` It can become ${allowed.join(' or ')}.`
    throw wrongInput(
      'kind',
      `A field of kind ${from} cannot become one of kind ${to} without losing values.${offered}`,
      'kind',
    )
  }
}

function isSameColumn(before: FieldModel, after: FieldModel): boolean {
  const [old, now] = [columnOf(before).columns(before), columnOf(after).columns(after)]
  if (old.length !== now.length) return false
  return old.every((column, place) => isWidening(column.type, now[place]!.type))
}

async function refuseOtherValues(ctx: Context, before: FieldModel, after: FieldModel): Promise<void> {
  const choices =
    (after.options['choices'] as readonly (string | { readonly value: string })[] | undefined) ?? []
  const values = choices.map((choice) => (typeof choice === 'string' ? choice : choice.value))
  const column = sql.id(before.name)
  const others = sql`select from ${tableOf(ctx.workspace, before.object)} where ${column} <> all(${values}::text[])`
  const found = await count(ctx, others)
  if (found === 0) return
  const records = found === 1 ? '1 record has' : `${found.toLocaleString('en')} records have`
  throw wrongInput(
    'choices',
    `${records} other texts there than the choices. Add these or change the records first.`,
    'in_use',
  )
}
