import { PostgresQueryCompiler, sql, type RawBuilder } from 'kysely'
import { formulaOf } from '#platform/objects/formula/computed-fields.ts'
import type { ResultType } from '#platform/objects/formula/formula.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import { formulaToSql } from '#platform/server/records/formula-sql.ts'
import type { Scope } from '#platform/server/records/scope.ts'
import type { Column } from '../column.ts'
import { resultJson } from '../result-json.ts'
import { textIndexes } from '../text-indexes.ts'

/** A formula is no column, or a generated one when it is stored. Needs the columns of the fields it reads. */
export function formulaColumn(columnOf: (field: FieldModel) => Column): Column {
  const isStored = (field: FieldModel): boolean => field.options['stored'] === true
  return {
    columns: (field) =>
      isStored(field)
        ? [
            {
              name: field.name,
              type: columnTypes[formulaOf(field).type],
              generated: generatedSql(field, columnOf),
            },
          ]
        : [],
    indexes: (field) =>
      formulaOf(field).type === 'text'
        ? textIndexes(field)
        : [{ name: 'sort', using: 'btree', on: `"${field.name}", "id"` }],
    write: () => ({}),
    read: (field, scope) => resultJson(valueSql(field, scope), formulaOf(field).type, scope),
    scalar: valueSql,
  }

  function valueSql(field: FieldModel, scope: Scope): RawBuilder<unknown> {
    return isStored(field) ? sql.ref(`${scope.alias}.${field.name}`) : formulaToSql(formulaOf(field), scope)
  }
}

const columnTypes: Readonly<Record<ResultType, string>> = {
  number: 'numeric',
  money: 'numeric',
  text: 'text',
  date: 'date',
  datetime: 'timestamp with time zone',
  boolean: 'boolean',
}

/** The expression of the generated column: own columns without an alias, constants written out. */
function generatedSql(field: FieldModel, columnOf: (field: FieldModel) => Column): string {
  const alias = 'row_itself'
  const query = {
    schema: '',
    guard: undefined,
    column: columnOf,
    get model(): never {
      throw new Error(`${field.object}.${field.name}: a stored formula reads no other record.`)
    },
    get reader(): never {
      throw new Error(`${field.object}.${field.name}: a stored formula does not depend on who reads it.`)
    },
    alias: () => alias,
  }
  const scope = { query, alias, object: undefined } as unknown as Scope
  const { sql: text, parameters } = new PostgresQueryCompiler().compileQuery(
    formulaToSql(formulaOf(field), scope).toOperationNode() as never,
    { queryId: field.name },
  )
  return text
    .replaceAll(`"${alias}".`, '')
    .replaceAll(/\$(\d+)/g, (_, index) => literal(parameters[Number(index) - 1]))
}

function literal(value: unknown): string {
  if (value === null) return 'null'
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
