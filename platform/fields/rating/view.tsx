import { Rating } from '@mantine/core'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { t } from '#platform/web/language/t.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import type { FieldModel } from '#platform/objects/model.ts'
import classes from '../view.module.css'

const most = (field: FieldModel): number =>
  typeof field.options['max'] === 'number' ? field.options['max'] : 5

function RatingCell({ value, field }: CellProps<number>) {
  const max = most(field)
  return (
    <span className={classes['text']} role="img" aria-label={t('{value} of {max}', { value, max })}>
      <span className={classes['stars']}>{'★'.repeat(value)}</span>
      <span className={classes['starsEmpty']}>{'★'.repeat(Math.max(0, max - value))}</span>
    </span>
  )
}

/** Arrow keys move, a digit sets, 0 or Backspace empties. */
function RatingInput(props: InputProps<number>) {
  const { field, value, onChange, error, inline, disabled } = props
  const max = most(field)
  return (
    <FieldFrame field={field} error={error} inline={inline} group>
      <div
        role="presentation"
        onKeyDown={(event) => {
          const digit = Number(event.key)
          if (event.key === 'Backspace' || event.key === 'Delete' || event.key === '0') onChange(null)
          else if (digit >= 1 && digit <= max) onChange(digit)
        }}
      >
        <Rating
          count={max}
          value={value ?? 0}
          onChange={(next) => onChange(next === 0 ? null : next)}
          readOnly={disabled === true}
          allowClear
          size="md"
          getSymbolLabel={(stars) => t('{value} of {max}', { value: stars, max })}
        />
      </div>
    </FieldFrame>
  )
}

export const ratingView: View<number> = {
  Cell: RatingCell,
  Input: RatingInput,
  width: 110,
  about: 'Stars, from one to five or ten.',
  options: { max: { kind: 'number', decimals: 0, min: 2, max: 10, label: 'Stars', help: 'Empty: five.' } },
}
