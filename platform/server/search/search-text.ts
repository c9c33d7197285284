import { sql, type RawBuilder } from 'kysely'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { titleOf } from '../records/link-sql.ts'
import type { Scope } from '../records/scope.ts'

/** The fields by whose words a record is found: its title and what is declared searchable. */
export function searchedFields(object: ObjectModel): FieldModel[] {
  return [...object.fields.values()].filter(
    (field) => field === object.title || field.options.searchable === true,
  )
}

/**
 * Words of a record, folded, each with a space before it (`LIKE '% word%'` then finds beginnings of words). Signs
 * between words become spaces too, so that `code` finds `Kan-code`; the text as written stays in it as well.
 */
export function searchText(scope: Scope): RawBuilder<string> {
  const parts = searchedFields(scope.object)
    .filter((field) => scope.query.guard?.field(scope.object.name, field.name) !== false)
    .map((field) => wordsOf(scope, field))
  if (parts.length === 0) return sql<string>`''`
  const text = sql`rapport.fold(concat_ws(' ', ${sql.join(parts)}))`
  return sql<string>`' ' || ${text} || ' ' || regexp_replace(${text}, '[-_.,;:/@()''"&+]+', ' ', 'g')`
}

function wordsOf(scope: Scope, field: FieldModel): RawBuilder<unknown> {
  const column = scope.query.column(field)
  if (column.words !== undefined) return column.words(field, scope)
  if (field.relation !== undefined && !field.relation.many)
    return titleOf(scope, field.relation.to, column.scalar(field, scope))
  return sql`${column.scalar(field, scope)}::text`
}
