import { linksNote, tableNote } from './catalogue.ts'
import { literal, qualified, quoted } from './sql-names.ts'
import type { ForeignKey, Sequence, TableColumn, TableIndex, TableSpec } from './table-spec.ts'

/** Where statements are written to: the workspace's schema and where its database keeps the extensions. */
export interface Place {
  readonly schema: string
  readonly extensions: ReadonlyMap<string, string>
}

export function createTable({ schema }: Place, table: TableSpec): string[] {
  const name = qualified(schema, table.name)
  const parts = [
    ...table.columns.map((column) => columnSql(schema, column)),
    `primary key (${table.primaryKey.map(quoted).join(', ')})`,
  ]
  return [
    `create table ${name} (\n  ${parts.join(',\n  ')}\n)`,
    `comment on table ${name} is ${literal(table.links === undefined ? tableNote : linksNote)}`,
    ...table.columns.flatMap((column) => columnNoteSql(schema, table, column)),
  ]
}

/** With its foreign key in the same statement, PostgreSQL knows that there is nothing to check: no scan of old rows. */
export function addColumn({ schema }: Place, table: TableSpec, column: TableColumn): string[] {
  const name = qualified(schema, table.name)
  const key = table.foreignKeys.find((one) => one.column === column.name)
  // A sequence as default would number and so rewrite every old row; given afterwards it leaves them alone.
  const { default: _, ...bare } = column
  const later = column.sequence !== undefined
  const reference = key === undefined ? '' : ` ${foreignKeySql(schema, key, true)}`
  return [
    `alter table ${name} add column ${columnSql(schema, later ? bare : column)}${reference}`,
    ...(later ? setDefault(schema, table, column) : []),
    ...columnNoteSql(schema, table, column),
  ]
}

export const dropColumn = ({ schema }: Place, table: string, column: string): string =>
  `alter table ${qualified(schema, table)} drop column ${quoted(column)}`

export const alterType = ({ schema }: Place, table: string, { name, type }: TableColumn): string =>
  `alter table ${qualified(schema, table)} alter column ${quoted(name)} type ${checkedType(type)}`

export function changeDefault({ schema }: Place, table: TableSpec, column: TableColumn): string[] {
  return [...setDefault(schema, table, column), ...columnNoteSql(schema, table, column)]
}

export function createIndex(place: Place, table: string, index: TableIndex): string[] {
  const name = qualified(place.schema, index.name)
  const where = index.where === undefined ? '' : ` where ${index.where}`
  const on = withExtensions(place, index.on)
  return [
    `create ${index.unique === true ? 'unique ' : ''}index if not exists ${quoted(index.name)} on ${qualified(place.schema, table)} using ${index.using} (${on})${index.storage === undefined ? '' : ` with (${index.storage})`}${where}`,
    `comment on index ${name} is ${literal(indexNote(index))}`,
  ]
}

export const dropIndex = ({ schema }: Place, name: string): string =>
  `drop index if exists ${qualified(schema, name)}`

export const addForeignKey = ({ schema }: Place, table: string, key: ForeignKey): string =>
  `alter table ${qualified(schema, table)} add ${foreignKeySql(schema, key, false)}`

export const dropForeignKey = ({ schema }: Place, table: string, name: string): string =>
  `alter table ${qualified(schema, table)} drop constraint if exists ${quoted(name)}`

export const createSequence = ({ schema }: Place, { name, start }: Sequence): string =>
  `create sequence ${qualified(schema, name)} start ${BigInt(start)}`

/** What an index was made from, kept as its comment. */
export const indexNote = ({ using, on, unique, where, storage }: TableIndex): string =>
  `${unique === true ? 'unique ' : ''}${using} (${on})${where === undefined ? '' : ` where ${where}`}${storage === undefined ? '' : ` with (${storage})`}`

/** What a column's computed value was made from, kept as its comment. */
export function columnNote({ generated, default: value }: TableColumn): string | null {
  if (generated !== undefined) return `generated: ${generated}`
  return value === undefined ? null : `default: ${value}`
}

function columnSql(schema: string, column: TableColumn): string {
  const { name, type, generated, notNull, default: value } = column
  return [
    quoted(name),
    checkedType(type),
    generated === undefined ? '' : `generated always as (${generated}) stored`,
    value === undefined ? '' : `default ${defaultSql(schema, column)}`,
    notNull === true ? 'not null' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const setDefault = (schema: string, table: TableSpec, column: TableColumn): string[] => {
  const alter = `alter table ${qualified(schema, table.name)} alter column ${quoted(column.name)}`
  if (column.default === undefined) return [`${alter} drop default`]
  return [`${alter} set default ${defaultSql(schema, column)}`]
}

/** A kind cannot know the schema of its sequence. */
function defaultSql(schema: string, { default: text = 'null', sequence }: TableColumn): string {
  return sequence === undefined ? text : text.replaceAll('{sequence}', qualified(schema, sequence))
}

function columnNoteSql(schema: string, table: TableSpec, column: TableColumn): string[] {
  const note = columnNote(column)
  const name = `${qualified(schema, table.name)}.${quoted(column.name)}`
  return note === null ? [] : [`comment on column ${name} is ${literal(note)}`]
}

const actions = { 'set null': 'set null', cascade: 'cascade', restrict: 'restrict' } as const

function foreignKeySql(schema: string, key: ForeignKey, inline: boolean): string {
  const action = actions[key.onDelete]
  if (action === undefined)
    throw new Error(`${key.name}: “${String(key.onDelete)}” is nothing that may happen on purge.`)
  const columns = inline ? '' : ` foreign key (${quoted(key.column)})`
  return `constraint ${quoted(key.name)}${columns} references ${qualified(schema, key.table)} on delete ${action} deferrable initially deferred`
}

/** Types come from the code of kinds, with numbers from declarations in them. */
function checkedType(type: string): string {
  if (!/^[a-z_. ]+(\(\d+(,\d+)?\))?( [a-z ]+)?(\[\])?$/.test(type))
    throw new Error(`“${type}” is not a type of PostgreSQL.`)
  return type
}

function withExtensions({ extensions }: Place, text: string): string {
  const trigram = extensions.get('pg_trgm')
  return trigram === undefined || trigram === 'rapport'
    ? text
    : text.replaceAll('rapport.gin_trgm_ops', `${quoted(trigram)}.gin_trgm_ops`)
}
