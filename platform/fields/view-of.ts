import { familyOf } from '#platform/objects/filter/family.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import type { View } from './view.ts'
import { views } from './views.tsx'

/** The view of a field's kind; computed figures stand right like those that are typed. */
export function viewOf(field: FieldModel): View | undefined {
  const view = views.get(field.kind.name)
  if (view === undefined || view.align !== undefined || field.kind.computed !== true) return view
  if (familyOf(field) !== 'number') return view
  const known = figures.get(view)
  if (known !== undefined) return known
  const made: View = { ...view, align: 'right' }
  figures.set(view, made)
  return made
}

const figures = new WeakMap<View, View>()
