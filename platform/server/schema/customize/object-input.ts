import type { ObjectDeclaration } from '#platform/objects/define-object.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { wrongInput } from './customize-problems.ts'
import { flag, text } from './field-input.ts'

type Declaration = Omit<ObjectDeclaration, 'fields' | 'name'>

/** What people may say about an object of their own; `owned` and `customer` are for good. */
const options: Readonly<Record<string, (name: string, value: Json) => void>> = {
  label: (name, value) => text(name, value, 100),
  plural_label: (name, value) => text(name, value, 100),
  icon: (name, value) => text(name, value, 60),
  title: (name, value) => text(name, value, 48),
  owned: flag,
  customer: flag,
  setup: flag,
  retired: flag,
  short_form: names,
  unique: (name, value) => each(name, value, names),
  sections: (name, value) => each(name, value, (_, one) => part(name, one, ['label'])),
  views: (name, value) => each(name, value, (_, one) => view(name, one)),
  duplicates: (name, value) => each(name, value, (_, one) => rule(name, one)),
}

/** @throws Problem 422 naming what is wrong */
export function readObjectInput(
  input: JsonObject,
  allowed: (name: string) => boolean = () => true,
): Partial<Declaration> {
  const read: Record<string, Json> = {}
  for (const [name, value] of Object.entries(input)) {
    const check = options[name]
    if (check === undefined) {
      if (apart.has(name)) continue
      throw wrongInput(name, `An object has no option “${name}”; it has ${Object.keys(options).join(', ')}.`)
    }
    if (!allowed(name)) throw wrongInput(name, `“${name}” is decided when the object is made.`)
    if (value === null) continue
    check(name, value)
    read[name] = value
  }
  return read as Partial<Declaration>
}

/** Members of the request or the answer that are read elsewhere or not at all. */
const apart = new Set(['name', 'plural', 'fields', 'custom', 'module', 'version'])

function names(name: string, value: Json): void {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return
  throw wrongInput(name, 'Give a list of names of fields.')
}

function each(name: string, value: Json, check: (name: string, value: Json) => void): void {
  if (!Array.isArray(value) || value.length > 200) throw wrongInput(name, 'Give a list.')
  for (const one of value as Json[]) check(name, one)
}

function part(name: string, value: Json, texts: readonly string[]): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongInput(name, 'Give a list of parts with their fields.')
  const given = value as JsonObject
  for (const one of texts) text(name, given[one] ?? '', 100)
  names(name, given['fields'] ?? [])
  return given
}

function view(name: string, value: Json): void {
  const { layout } = part(name, value, ['name'])
  if (!['table', 'board', 'calendar'].includes(String(layout)))
    throw wrongInput(name, 'A view is a table, a board or a calendar.')
}

function rule(name: string, value: Json): void {
  const { match } = part(name, value, [])
  if (match !== 'exact' && match !== 'similar') throw wrongInput(name, 'Fields agree “exact” or “similar”.')
}
