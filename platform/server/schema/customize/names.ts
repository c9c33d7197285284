import { fold } from '#platform/objects/filter/fold.ts'
import type { Model } from '#platform/objects/model.ts'
import { standardFields } from '#platform/objects/standard-fields.ts'
import { isSystemTable } from '../system-tables.ts'
import { wrongInput } from './customize-problems.ts'

const longest = 40

/** An object as far as names of its fields are concerned; a new one is not in the model yet. */
export interface FieldPlace {
  readonly name: string
  readonly label: string
  readonly custom: boolean
  readonly fields: ReadonlyMap<string, { readonly custom: boolean }>
  readonly children: ReadonlyMap<string, unknown>
}

/** The name a new field gets: asked for or made from its label, with `c_` where code may add fields one day. */
export function newFieldName(object: FieldPlace, wanted: string | undefined, label: string): string {
  const prefix = object.custom ? '' : 'c_'
  const name = named(
    wanted,
    label,
    prefix,
    (one) => object.fields.has(one) || object.children.has(one) || reserved.has(one),
  )
  if (reserved.has(name))
    throw wrongInput('name', `Every record has “${name}” already; choose another name.`, 'reserved')
  if (object.fields.has(name))
    throw wrongInput('name', `${object.label} has a field “${name}” already.`, 'taken')
  return name
}

export function newObjectName(model: Model, wanted: string | undefined, label: string): string {
  const name = named(wanted, label, 'c_', (one) => model.objects.has(one))
  if (model.objects.has(name)) throw wrongInput('name', `There is an object “${name}” already.`, 'taken')
  if (isSystemTable(name)) throw wrongInput('name', `“${name}” is kept for Rapport itself.`, 'reserved')
  return name
}

/** The path of an object in the API; prefixed like its name, so that no later release can need it. */
export function newPlural(model: Model, wanted: string | undefined, label: string, name: string): string {
  const taken = new Set(
    [...model.objects.values()].filter((one) => one.name !== name).map((one) => one.plural),
  )
  const plural = named(wanted, label, 'c_', (one) => taken.has(one) || one === name)
  if (taken.has(plural))
    throw wrongInput('plural', `Another object is found at “${plural}” already.`, 'taken')
  return plural
}

function named(
  wanted: string | undefined,
  label: string,
  prefix: string,
  isTaken: (name: string) => boolean,
): string {
  if (wanted !== undefined) {
    const name = wanted.startsWith(prefix) ? wanted : prefix + wanted
    if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > longest) {
      throw wrongInput(
        'name',
        `Use up to ${longest} small letters, digits and underscores, as in “service_level”.`,
        'name',
      )
    }
    return name
  }
  const words = fold(label)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, longest - 6)
  const base = prefix + (words === '' ? 'field' : words)
  if (!isTaken(base)) return base
  for (let number = 2; ; number++) if (!isTaken(`${base}_${number}`)) return `${base}_${number}`
}

/** Of every object: one may come to concern customers or to have owners later. */
const every = standardFields({ name: '', plural: '', title: '', fields: {}, owned: true, customer: true })
const reserved = new Set([...Object.keys(every.first), ...Object.keys(every.last), 'can', 'and', 'or', 'not'])
