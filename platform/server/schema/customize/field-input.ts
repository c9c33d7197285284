import { kinds } from '#platform/fields/kinds.ts'
import type { FieldDeclaration } from '#platform/objects/field.ts'
import type { Json, JsonObject } from '#platform/objects/json.ts'
import { wrongInput } from './customize-problems.ts'

/** The most that one declaration may take, as JSON: some thousand choices. */
const mostCharacters = 200_000

/**
 * Reads the declaration of a field as it comes from outside. What only the kind can judge, its `check` does later,
 * when the whole model is built.
 *
 * @throws Problem 422 naming what is wrong
 */
export function readFieldInput(input: JsonObject): FieldDeclaration {
  if (JSON.stringify(input).length > mostCharacters)
    throw wrongInput('choices', 'This is more than a field can hold.')
  const kind = kinds.get(String(input['kind']))
  if (kind === undefined || kind.internal === true) {
    const offered = [...kinds.values()].filter((one) => one.internal !== true).map((one) => one.name)
    throw wrongInput('kind', `Choose a kind of field: ${offered.join(', ')}.`, 'kind')
  }
  const options: Record<string, Json> = {}
  for (const [name, value] of Object.entries(input)) {
    if (value === null || ownMembers.has(name)) continue
    if (!/^[a-z][a-z0-9_]{0,47}$/.test(name)) throw wrongInput(name, 'No option of a field is called so.')
    checks[name]?.(name, value)
    options[name] = value
  }
  return { ...options, kind: kind.name }
}

/** Members of the request or the answer that are not options. */
const ownMembers = new Set([
  'name',
  'object',
  'kind',
  'version',
  'former_names',
  'custom',
  'generated',
  'read_only',
])

const checks: Readonly<Record<string, (name: string, value: Json) => void>> = {
  label: (name, value) => text(name, value, 100),
  help: (name, value) => text(name, value, 1_000),
  required: flag,
  unique: flag,
  indexed: flag,
  searchable: flag,
  retired: flag,
  on_purge(name, value) {
    if (!['set null', 'cascade', 'restrict'].includes(String(value))) {
      throw wrongInput(name, 'Give “set null”, “cascade” or “restrict”.')
    }
  },
  visible_when: structure,
  valid_when(name, value) {
    structure(name, value)
    const { formula, message } = value as JsonObject
    if (typeof formula !== 'string' || typeof message !== 'string' || message.trim() === '') {
      throw wrongInput(name, 'Give a formula and the message shown when it is not true.')
    }
  },
}

export function text(name: string, value: Json, longest: number): void {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return
  throw wrongInput(name, `Give a text of 1 to ${longest} characters.`)
}

export function flag(name: string, value: Json): void {
  if (typeof value !== 'boolean') throw wrongInput(name, 'Give true or false.')
}

function structure(name: string, value: Json): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  throw wrongInput(name, 'Give an object such as {"stage": "won"}.')
}
