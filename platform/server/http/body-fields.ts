import { isUuid } from '#platform/fields/id/kind.ts'
import type { JsonObject } from '#platform/objects/json.ts'
import { invalid, malformed } from '#platform/objects/problem.ts'

type Body = Readonly<Record<string, unknown>>

/** Members of a JSON body, each refused with a sentence when it is not what it must be. */
export function textIn(body: Body, name: string, most = 255): string {
  const value = optionalText(body, name, most)
  if (value === undefined) throw invalid([{ field: name, code: 'required', message: `“${name}” is needed.` }])
  return value
}

export function optionalText(body: Body, name: string, most = 255): string | undefined {
  const value = body[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string' || value.length > most || value.includes('\u0000')) {
    throw invalid([
      { field: name, code: 'unfit', message: `“${name}” is a text of up to ${most} characters.` },
    ])
  }
  return value.trim() === '' ? undefined : value.trim()
}

export function idIn(body: Body, name: string): string {
  const value = body[name]
  if (!isUuid(value)) throw malformed(`“${name}” is the id of a record.`)
  return value.toLowerCase()
}

export function optionalId(body: Body, name: string): string | null {
  return body[name] === undefined || body[name] === null || body[name] === '' ? null : idIn(body, name)
}

export function idsIn(body: Body, name: string, most = 1000): readonly string[] {
  const value = body[name]
  if (!Array.isArray(value) || value.length > most || !value.every(isUuid)) {
    throw malformed(`“${name}” is a list of up to ${most.toLocaleString('en')} ids of records.`)
  }
  return value.map((id) => id.toLowerCase())
}

export function objectIn(body: Body, name: string): JsonObject {
  const value = body[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(`“${name}” is a JSON object.`)
  return value as JsonObject
}

export const optionalObject = (body: Body, name: string): JsonObject | undefined =>
  body[name] === undefined || body[name] === null ? undefined : objectIn(body, name)

/** Refuses members that mean nothing here: a typing error must not be taken for a wish without effect. */
export function onlyIn(body: Body, names: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name))
  if (unknown !== undefined) throw malformed(`There is no “${unknown}” here; known are ${names.join(', ')}.`)
}
