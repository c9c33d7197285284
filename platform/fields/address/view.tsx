import { Input, NativeSelect } from '@mantine/core'
import { useId } from 'react'
import type { JsonObject } from '#platform/objects/json.ts'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { t } from '#platform/web/language/t.ts'
import { PlainCell } from '../plain-cell.tsx'
import type { InputProps, View } from '../view.ts'
import { countryChoices } from './country-choices.ts'
import { parts } from './address-parts.ts'
import rows from '../entry-rows.module.css'
import classes from './address.module.css'

/** The parts of an address, grouped as on an envelope. */
function AddressInput(props: InputProps<JsonObject>) {
  const { field, value, onChange, error, inline, disabled } = props
  const id = useId()
  const given: JsonObject = typeof value === 'object' && value !== null ? value : {}
  const change = (part: string, text: string) => {
    const next = { ...given, [part]: text === '' ? null : text }
    onChange(Object.values(next).every((one) => one === null) ? null : next)
  }
  return (
    <FieldFrame field={field} error={error} inline={inline} group>
      <div className={inline === true ? rows['inline'] : undefined}>
        <div className={classes['grid']}>
          {parts.map((part, at) => (
            <div key={part.name} className={classes[part.size]}>
              <label className={classes['label']} htmlFor={`${id}-${part.name}`}>
                {t(part.label)}
              </label>
              {part.name === 'country' ? (
                <NativeSelect
                  id={`${id}-${part.name}`}
                  size="sm"
                  value={String(given['country'] ?? '')}
                  data={[{ value: '', label: '' }, ...countryChoices()]}
                  disabled={disabled === true}
                  onChange={(event) => change('country', event.currentTarget.value)}
                />
              ) : (
                <Input
                  id={`${id}-${part.name}`}
                  size="sm"
                  value={String(given[part.name] ?? '')}
                  error={error !== undefined}
                  disabled={disabled === true}
                  autoFocus={at === 0 && (inline === true || props.autoFocus === true)}
                  autoComplete="off"
                  onChange={(event) => change(part.name, event.currentTarget.value)}
                />
              )}
            </div>
          ))}
        </div>
      </div>
    </FieldFrame>
  )
}

export const addressView: View<JsonObject> = {
  Cell: PlainCell,
  Input: AddressInput,
  wide: true,
  width: 240,
  about: 'Street, postal code, city, country.',
}
