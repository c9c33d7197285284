import { Title } from '@mantine/core'
import type { FieldModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import { t } from '#platform/web/language/t.ts'
import { FieldInput, isWide } from './field-input.tsx'
import type { FormValues } from './first-values.ts'
import classes from './form.module.css'

interface FieldGridProps {
  readonly label?: string | null
  readonly fields: readonly FieldModel[]
  readonly values: FormValues
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (name: string, value: Json) => void
  /** Name of the field that takes the focus. */
  readonly first?: string | undefined
  readonly disabled?: boolean
  /** One below the other, as in a narrow dialog. */
  readonly narrow?: boolean
}

/** Inputs in columns that line up, as many as there is room for. */
export function FieldGrid({
  label,
  fields,
  values,
  errors,
  onChange,
  first,
  disabled,
  narrow,
}: FieldGridProps) {
  return (
    <section className={classes['section']}>
      {label && (
        <Title order={3} className={classes['heading'] ?? ''}>
          {t(label)}
        </Title>
      )}
      <div className={narrow === true ? classes['column'] : classes['grid']}>
        {fields.map((field) => (
          <div key={field.name} className={isWide(field.kind.name) ? classes['wide'] : undefined}>
            <FieldInput
              field={field}
              value={values[field.name] ?? null}
              error={errors[field.name]}
              onChange={(value) => onChange(field.name, value)}
              autoFocus={field.name === first}
              disabled={disabled === true}
            />
          </div>
        ))}
      </div>
    </section>
  )
}
