import { ActionIcon } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { Json } from '#platform/objects/json.ts'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import { FieldChooser } from '#platform/web/forms/field-chooser.tsx'
import { FieldInput } from '#platform/web/forms/field-input.tsx'
import { t } from '#platform/web/language/t.ts'
import type { ImportPreview } from './import-api.ts'
import type { Import } from './use-import.ts'
import classes from './import.module.css'

interface ConstantsProps {
  readonly object: ObjectModel
  readonly state: Import
  readonly preview: ImportPreview
}

/** Values that the file does not have and that hold for all its rows: an owner, a source, a tag. */
export function Constants({ object, state, preview }: ConstantsProps) {
  const { constants, mapping = {} } = state.plan
  const [chosen, setChosen] = useState<readonly string[]>(() => Object.keys(constants))
  const mapped = new Set(Object.values(mapping).map((path) => path?.split('.')[0]))
  const free = preview.fields.flatMap(({ name }) => {
    const field = object.fields.get(name)
    return field === undefined || mapped.has(name) || chosen.includes(name) ? [] : [field]
  })
  const fields = chosen.flatMap((name) => object.fields.get(name) ?? [])
  const set = (field: FieldModel, value: Json) => {
    const { [field.name]: _before, ...others } = constants
    state.change({ constants: value === null ? others : { ...others, [field.name]: value } })
  }
  const drop = (field: FieldModel) => {
    setChosen(chosen.filter((name) => name !== field.name))
    if (field.name in constants) set(field, null)
  }
  return (
    <div className={classes['matching']}>
      {fields.map((field) => (
        <div key={field.name} className={classes['constant']}>
          <FieldInput
            field={field}
            value={constants[field.name] ?? null}
            onChange={(value) => set(field, value)}
          />
          <ActionIcon
            size="sm"
            aria-label={t('Take {field} away', { field: t(field.label) })}
            onClick={() => drop(field)}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      ))}
      <FieldChooser
        key={chosen.length}
        label={t('The same for all rows')}
        fields={free}
        value={null}
        onChange={(field) => field !== null && setChosen([...chosen, field.name])}
      />
    </div>
  )
}
