import type { ObjectModel } from './model.ts'

/** What to tell someone who asks for a field by the name it had before; `undefined` when it never had it. */
export function renamedSentence(
  object: ObjectModel,
  name: string,
  readable: (field: string) => boolean,
): string | undefined {
  for (const field of object.fields.values()) {
    if (field.options.former_names?.includes(name) === true && readable(field.name)) {
      return `The field “${name}” of ${object.name} is now called “${field.name}”.`
    }
  }
  return undefined
}
