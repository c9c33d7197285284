import type { JsonObject } from '#platform/objects/json.ts'
import { malformed } from '#platform/objects/problem.ts'
import type { FieldModel, Model, ObjectModel } from '#platform/objects/model.ts'
import type { Dialect } from './dialect.ts'

/** What a person decided about a file: everything an import needs, as plain data. */
export interface ImportPlan {
  readonly object: string
  readonly dialect: Dialect
  /** Column → field, or a way to find a referenced record: `company`, `owner.email`. Other columns are left out. */
  readonly mapping: Readonly<Record<string, string | null>>
  /**
   * Column → text in the file → what to take instead: another text, the id of a record, `null` for empty,
   * `$create` for a new record of that title, `$skip` to leave the row out.
   */
  readonly fixes: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  /** Field by which rows find the records they are about; null: every row is new. */
  readonly key: string | null
  readonly existing: 'update' | 'skip'
  /** What to do with new rows that are certainly there already by the object's duplicate rules. */
  readonly duplicates: 'reject' | 'create'
  /** Field → value for all rows, as JSON; a record may be named by its title. Records are matched among those that have them. */
  readonly constants: JsonObject
  /** Column → what its numbers are multiplied by: 1000000 where a file gives millions. */
  readonly factors: Readonly<Record<string, number>>
  /** What to do with a row whose key an earlier row of the file had. */
  readonly repeated: 'reject' | 'skip'
}

/** A column of the file and where its texts go. */
export interface Binding {
  readonly column: string
  readonly at: number
  readonly field: FieldModel
  /** For references: the object pointed to, and the field of it that the text names. */
  readonly target?: {
    readonly object: ObjectModel
    readonly match: FieldModel
    readonly within: string | undefined
  }
  readonly fixes: Readonly<Record<string, string | null>>
  /** Of kinds that have parts: the one that the column gives, as in `address.city`. */
  readonly part?: string
  readonly factor?: number
}

/** Resolves a plan against the columns that the file has. @throws Problem 400 naming what does not fit */
export function bindingsOf(
  model: Model,
  plan: ImportPlan,
  headers: readonly string[],
  mayWrite: (field: FieldModel) => boolean,
): Binding[] {
  const object = model.object(plan.object)
  const used = new Map<string, string>()
  const bindings = Object.entries(plan.mapping).flatMap(([column, path]): Binding[] => {
    if (path === null || path === '') return []
    const at = headers.indexOf(column)
    if (at < 0) throw malformed(`The file has no column “${column}”.`)
    const [name = '', match] = path.split('.', 2)
    const field = object.fields.get(name)
    if (field === undefined || !mayWrite(field))
      throw malformed(`${object.label} has no field “${path}” to import into.`)
    const part = match !== undefined && field.relation === undefined ? match : undefined
    if (part !== undefined && field.kind.parts?.[part] === undefined)
      throw malformed(`${field.label} has no part “${part}”.`)
    const place = part === undefined ? name : path
    const other = used.get(place)
    if (other !== undefined) throw malformed(`“${other}” and “${column}” cannot both go to ${field.label}.`)
    used.set(place, column)
    const target = targetOf(model, field, match)
    const factor = plan.factors[column]
    return [
      {
        column,
        at,
        field,
        fixes: plan.fixes[column] ?? {},
        ...(target === undefined ? {} : { target }),
        ...(part === undefined ? {} : { part }),
        ...(factor === undefined ? {} : { factor }),
      },
    ]
  })
  // A stage is looked for within its pipeline, so that one is read first.
  return bindings.sort(
    (a, b) => Number(a.target?.within !== undefined) - Number(b.target?.within !== undefined),
  )
}

function targetOf(model: Model, field: FieldModel, match: string | undefined): Binding['target'] {
  if (field.relation === undefined) return undefined
  const object = model.object(field.relation.to)
  const by = match === undefined ? object.title : object.fields.get(match)
  if (by === undefined || !matchable(object).includes(by))
    throw malformed(`${object.label} cannot be found by “${match}”.`)
  const { within } = field.options as { within?: string }
  return { object, match: by, within }
}

/** Fields by which a text in a file can name a record: its title, what is unique, and addresses. */
export function matchable(object: ObjectModel): FieldModel[] {
  const fields = [...object.fields.values()]
  return [
    object.title,
    ...fields.filter(
      (field) =>
        field !== object.title &&
        (field.options.unique === true || field.options.searchable === true) &&
        field.relation === undefined &&
        field.kind.family === 'text',
    ),
  ]
}
