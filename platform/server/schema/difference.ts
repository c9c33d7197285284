import type { Catalogue, ExistingTable } from './catalogue.ts'
import {
  addColumn,
  addForeignKey,
  alterType,
  changeDefault,
  columnNote,
  createIndex,
  createSequence,
  createTable,
  dropColumn,
  dropForeignKey,
  dropIndex,
  indexNote,
  type Place,
} from './table-ddl.ts'
import { qualified, quoted } from './sql-names.ts'
import type { TableColumn, TableSpec } from './table-spec.ts'
import { isWidening } from './widening.ts'

/** Something that no declaration names any more. It may go when it is empty, else a person must decide. */
export interface Leftover {
  /** SQL of a condition that is true while it holds values. */
  readonly holds: string
  /** Why the start stops when it does. */
  readonly sentence: string
  /** What removes it when it does not. */
  readonly drop: string
}

export interface Difference {
  /** To run first, then the drops of leftovers, then `additions`. */
  readonly removals: readonly string[]
  readonly leftovers: readonly Leftover[]
  readonly additions: readonly string[]
}

/** What must be done to a workspace's tables so that they are what the declarations want. */
export function difference(place: Place, wanted: readonly TableSpec[], found: Catalogue): Difference {
  const steps = emptySteps()
  const names = new Set(wanted.map((table) => table.name))
  for (const table of found.tables.values()) if (!names.has(table.name)) leaveTable(place, table, steps)
  for (const table of wanted) {
    for (const sequence of table.sequences) {
      if (!found.names.has(sequence.name)) steps.sequences.push(createSequence(place, sequence))
    }
    const existing = found.tables.get(table.name)
    if (existing === undefined) addTable(place, table, steps)
    else changeTable(place, table, existing, steps)
  }
  const { sequences, tables, columns, indexes, keys, removals, leftovers } = steps
  return { removals, leftovers, additions: [...sequences, ...tables, ...columns, ...indexes, ...keys] }
}

const emptySteps = () => ({
  sequences: [] as string[],
  removals: [] as string[],
  tables: [] as string[],
  columns: [] as string[],
  indexes: [] as string[],
  keys: [] as string[],
  leftovers: [] as Leftover[],
})
type Steps = ReturnType<typeof emptySteps>

function addTable(place: Place, table: TableSpec, steps: Steps): void {
  steps.tables.push(...createTable(place, table))
  for (const index of table.indexes) steps.indexes.push(...createIndex(place, table.name, index))
  for (const key of table.foreignKeys) steps.keys.push(addForeignKey(place, table.name, key))
}

function changeTable(place: Place, table: TableSpec, existing: ExistingTable, steps: Steps): void {
  const rebuilt = changeColumns(place, table, existing, steps)
  changeIndexes(place, table, existing, steps, rebuilt)
  changeKeys(place, table, existing, steps)
}

/** @returns whether columns were dropped and made again, which takes their indexes with them */
function changeColumns(place: Place, table: TableSpec, existing: ExistingTable, steps: Steps): boolean {
  const { statements, again, replaced, leftovers } = compareColumns(place, table, existing)
  // PostgreSQL does not change a column that a generated one is computed from.
  const widened = table.columns.filter((column) => isToBeWidened(column, existing))
  const computed = table.columns.filter(
    (column) => column.generated !== undefined && existing.columns.has(column.name),
  )
  const rebuilt = widened.length > 0 ? computed : again
  steps.removals.push(...rebuilt.map((column) => dropColumn(place, table.name, column.name)))
  steps.columns.push(...widened.map((column) => alterType(place, table.name, column)), ...statements)
  steps.columns.push(...rebuilt.flatMap((column) => addColumn(place, table, column)))
  steps.leftovers.push(...leftovers)
  return rebuilt.length > 0 || replaced
}

function isToBeWidened(column: TableColumn, existing: ExistingTable): boolean {
  const old = existing.columns.get(column.name)
  if (old === undefined || column.generated !== undefined || old.type === column.type) return false
  return isWidening(old.type, column.type)
}

function compareColumns(place: Place, table: TableSpec, existing: ExistingTable) {
  const statements: string[] = []
  const again: TableColumn[] = []
  const leftovers: Leftover[] = []
  let replaced = false
  for (const column of table.columns) {
    const old = existing.columns.get(column.name)
    if (old === undefined) {
      statements.push(...addColumn(place, table, column))
    } else if (column.generated !== undefined && old.generated) {
      if (old.note !== columnNote(column) || old.type !== column.type) again.push(column)
    } else if (column.generated !== undefined || old.generated || !isWidening(old.type, column.type)) {
      replaced = true
      leftovers.push(replaceColumn(place, table, column, old.generated ? 'computed' : old.type))
      statements.push(...addColumn(place, table, column))
    } else if (old.note !== columnNote(column)) {
      statements.push(...changeDefault(place, table, column))
    }
  }
  const wanted = new Set(table.columns.map((column) => column.name))
  for (const name of existing.columns.keys())
    if (!wanted.has(name)) leftovers.push(leaveColumn(place, table, name))
  return { statements, again, replaced, leftovers }
}

function changeIndexes(
  place: Place,
  table: TableSpec,
  existing: ExistingTable,
  steps: Steps,
  rebuilt: boolean,
): void {
  const wanted = new Map(table.indexes.map((index) => [index.name, index]))
  for (const [name, note] of existing.indexes) {
    const index = wanted.get(name)
    // Without a note it was made by hand, by someone who had a reason.
    if (note === null || (index !== undefined && indexNote(index) === note)) continue
    steps.removals.push(dropIndex(place, name))
  }
  for (const index of table.indexes) {
    if (rebuilt || existing.indexes.get(index.name) !== indexNote(index)) {
      steps.indexes.push(...createIndex(place, table.name, index))
    }
  }
}

function changeKeys(place: Place, table: TableSpec, existing: ExistingTable, steps: Steps): void {
  const wanted = new Map(table.foreignKeys.map((key) => [key.name, key]))
  const fits = (name: string): boolean => {
    const [key, old] = [wanted.get(name), existing.foreignKeys.get(name)]
    return key !== undefined && old !== undefined && key.table === old.table && key.onDelete === old.onDelete
  }
  for (const name of existing.foreignKeys.keys()) {
    if (name.endsWith('_fkey') && !fits(name)) steps.removals.push(dropForeignKey(place, table.name, name))
  }
  for (const key of table.foreignKeys) {
    // A new column brings its key along.
    if (existing.columns.has(key.column) && !fits(key.name))
      steps.keys.push(addForeignKey(place, table.name, key))
  }
}

function replaceColumn(place: Place, table: TableSpec, column: TableColumn, was: string): Leftover {
  const name = column.name === column.field ? '' : ` (column “${column.name}”)`
  return {
    holds: holdsValues(place, table.name, column.name),
    sentence:
      `Field “${column.field}” of object “${table.object}”${name} holds values as ${was}, and the declaration now asks ` +
      `for ${column.generated === undefined ? column.type : 'a computed value'}. That needs a numbered migration.`,
    drop: dropColumn(place, table.name, column.name),
  }
}

function leaveColumn(place: Place, table: TableSpec, column: string): Leftover {
  return {
    holds: holdsValues(place, table.name, column),
    sentence:
      `Object “${table.object}” has values in column “${column}”, but no field of that name is declared any more. ` +
      'Removing or renaming it needs a numbered migration; if a newer Rapport made it, start that one.',
    drop: dropColumn(place, table.name, column),
  }
}

function leaveTable(place: Place, table: ExistingTable, steps: Steps): void {
  const name = qualified(place.schema, table.name)
  steps.leftovers.push({
    holds: `exists (select from ${name})`,
    sentence:
      `There are records in table “${table.name}”, but no object or field needs it any more. ` +
      'Removing or renaming it needs a numbered migration; if a newer Rapport made it, start that one.',
    drop: `drop table ${name} cascade`,
  })
}

const holdsValues = (place: Place, table: string, column: string): string =>
  `exists (select from ${qualified(place.schema, table)} where ${quoted(column)} is not null)`
