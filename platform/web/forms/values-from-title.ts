import type { Json } from '#platform/objects/json.ts'
import type { ObjectModel } from '#platform/objects/model.ts'

/** What was typed when looking for a record, as first values of a new one: `Jo Smith` → given and family name. */
export function valuesFromTitle(object: ObjectModel, typed: string): Record<string, Json> {
  const words = typed.trim()
  if (words === '') return {}
  if (object.title.kind.computed !== true) return { [object.title.name]: words }
  const texts = object.shortForm.filter((name) => object.fields.get(name)?.kind.name === 'text')
  const [first, second] = texts
  if (first === undefined) return {}
  const space = words.lastIndexOf(' ')
  if (second === undefined || space < 0) return { [first]: words }
  return { [first]: words.slice(0, space), [second]: words.slice(space + 1) }
}
