import type { Column } from '#platform/fields/column.ts'
import { columns } from '#platform/fields/columns.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import { WrongDeclarations } from '#platform/objects/wrong-declarations.ts'
import { fitting, foreignKeyName, indexName, uniqueName } from './constraint-names.ts'
import { isSystemTable } from './system-tables.ts'
import type { ForeignKey, Sequence, TableColumn, TableIndex, TableSpec } from './table-spec.ts'

/**
 * The tables a model needs: one per object, one per many-to-many field.
 *
 * Decisions that the specification carries:
 * - `required` is kept by the engine, not by `not null`: a customer may require a field that older rows lack.
 * - Every reference has an index, asked for or not: lists of children and purging need it.
 * - `created_by` and `updated_by` have no foreign key: it would lock the user's row at every write, and a user's
 *   history must not stand in the way of removing the user.
 *
 * @throws WrongDeclarations when two fields want the same column or table.
 */
export function desiredTables(model: Model): TableSpec[] {
  const tables = [...model.objects.values()].flatMap((object) => [objectTable(object), ...linkTables(object)])
  const taken = new Map<string, TableSpec>()
  for (const table of tables) {
    const fault = (sentence: string) => new WrongDeclarations([{ object: table.object, sentence }])
    if (isSystemTable(table.name)) throw fault(`the name “${table.name}” is kept for Rapport itself.`)
    const other = taken.get(table.name)
    if (other !== undefined) throw fault(`needs a table “${table.name}”, which ${other.object} has already.`)
    taken.set(table.name, table)
  }
  return tables
}

function objectTable(object: ObjectModel): TableSpec {
  const made = [...object.fields.values()].map((field) => ({ field, column: columnOf(field) }))
  const columnsOfTable = made.flatMap(({ field, column }) => fieldColumns(field, column))
  const seen = new Map<string, string>()
  for (const { name, field } of columnsOfTable) {
    const other = seen.get(name)
    if (other !== undefined) {
      const sentence = `needs a column “${name}”, which ${other} has already.`
      throw new WrongDeclarations([{ object: object.name, field, sentence }])
    }
    seen.set(name, field)
  }
  return {
    name: object.name,
    object: object.name,
    primaryKey: ['id'],
    columns: columnsOfTable,
    foreignKeys: made.flatMap(({ field, column }) => foreignKeys(field, column)),
    indexes: [...made.flatMap(({ field, column }) => fieldIndexes(field, column)), ...objectIndexes(object)],
    sequences: made.flatMap(({ field, column }) => sequences(field, column)),
  }
}

/** What the engine itself relies on, whatever the kind says. */
const standardColumns: Readonly<Record<string, Partial<TableColumn>>> = {
  id: { notNull: true },
  created_at: { notNull: true, default: 'now()' },
  updated_at: { notNull: true, default: 'now()' },
  version: { notNull: true, default: '1', type: 'integer' },
}

function fieldColumns(field: FieldModel, column: Column): TableColumn[] {
  const fixed = field.standard ? (standardColumns[field.name] ?? {}) : {}
  const sequence = column.sequence?.(field).name
  return column.columns(field).map((spec) => ({
    name: spec.name,
    type: spec.type,
    field: field.name,
    ...(spec.generated === undefined ? {} : { generated: spec.generated }),
    ...(spec.default === undefined ? {} : { default: spec.default }),
    ...(sequence === undefined ? {} : { sequence }),
    ...fixed,
  }))
}

const unguarded = new Set(['created_by', 'updated_by'])

function foreignKeys(field: FieldModel, column: Column): ForeignKey[] {
  if (field.standard && unguarded.has(field.name)) return []
  return column.columns(field).flatMap(({ name, references }) =>
    references === undefined
      ? []
      : [
          {
            name: foreignKeyName(field.object, name),
            column: name,
            table: references.object,
            onDelete: references.on_delete,
          },
        ],
  )
}

function fieldIndexes(field: FieldModel, column: Column): TableIndex[] {
  const { object, name, options } = field
  // The order of lists begins with it; see objectIndexes.
  if (field.standard && name === 'created_at') return []
  const points = field.relation !== undefined && !(field.standard && unguarded.has(name))
  const wanted = options.indexed === true || options.unique === true || options.searchable === true || points
  const own = wanted && column.columns(field).length > 0 ? (column.indexes?.(field) ?? []) : []
  const indexes = own.map((spec): TableIndex => ({ ...spec, name: indexName(object, name, spec.name) }))
  if (options.unique === true) indexes.push(uniqueIndex(uniqueName(object, [name]), uniqueOn(field)))
  return indexes
}

function objectIndexes(object: ObjectModel): TableIndex[] {
  const newest: TableIndex = {
    name: fitting(`${object.name}_newest`),
    using: 'btree',
    on: '"created_at" desc, "id" desc',
    where: '"deleted_at" is null',
  }
  return [
    newest,
    ...object.unique.map((set) =>
      uniqueIndex(
        uniqueName(object.name, set),
        set.map((name) => uniqueOn(object.fields.get(name)!)).join(', '),
      ),
    ),
  ]
}

const uniqueIndex = (name: string, on: string): TableIndex => ({
  name,
  on,
  using: 'btree',
  unique: true,
  where: '"deleted_at" is null',
})

/** What must differ between two records for them to differ in this field. */
export function uniqueOn(field: FieldModel): string {
  return columnOf(field).uniqueOn?.(field) ?? `"${field.name}"`
}

function sequences(field: FieldModel, column: Column): Sequence[] {
  const sequence = column.sequence?.(field)
  return sequence === undefined ? [] : [sequence]
}

function linkTables(object: ObjectModel): TableSpec[] {
  return [...object.fields.values()].flatMap((field) => {
    const links = columnOf(field).linkTable?.(field)
    if (links === undefined) return []
    const { name, to } = links
    const column = (columnName: string, type: string): TableColumn => ({
      name: columnName,
      type,
      field: field.name,
      notNull: true,
    })
    return [
      {
        name,
        object: object.name,
        links: field.name,
        primaryKey: ['record', 'target'],
        columns: [
          column('record', 'uuid'),
          column('target', 'uuid'),
          { ...column('position', 'integer'), default: '0' },
        ],
        foreignKeys: [
          { name: foreignKeyName(name, 'record'), column: 'record', table: object.name, onDelete: 'cascade' },
          { name: foreignKeyName(name, 'target'), column: 'target', table: to, onDelete: 'cascade' },
        ],
        indexes: [{ name: indexName(name, 'target', 'sort'), using: 'btree', on: '"target", "record"' }],
        sequences: [],
      } satisfies TableSpec,
    ]
  })
}

/** @throws Error when the kind has no database side: a fault of ours */
export function columnOf(field: FieldModel): Column {
  const column = columns.get(field.kind.name)
  if (column === undefined)
    throw new Error(`${field.object}.${field.name}: the kind ${field.kind.name} has no column.`)
  return column
}
