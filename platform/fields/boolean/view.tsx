import { Checkbox } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'
import { controlStyle } from '#platform/web/forms/control-style.ts'
import type { CellProps, InputProps, View } from '../view.ts'
import classes from '../view.module.css'

function BooleanCell({ value }: CellProps<boolean>) {
  return value ? (
    <span className={classes['text']}>✓ {t('Yes')}</span>
  ) : (
    <span className={classes['quiet']}>{t('No')}</span>
  )
}

/** Space turns it over; a line in the box says that nobody has answered yet. */
function BooleanInput(props: InputProps<boolean>) {
  const { field, value, onChange, error, inline } = props
  const {
    error: _marked,
    variant: _variant,
    size: _size,
    ...control
  } = { variant: undefined, ...controlStyle(props) }
  return (
    <Checkbox
      {...control}
      size="sm"
      mt={inline === true ? 0 : 6}
      checked={value === true}
      indeterminate={value === null || value === undefined}
      onChange={(event) => onChange(event.currentTarget.checked)}
      onKeyDown={(event) => {
        if (/^[yjn]$/.test(event.key)) onChange(event.key !== 'n')
      }}
      label={inline === true ? undefined : t(field.label)}
      description={inline === true || field.options.help === undefined ? undefined : t(field.options.help)}
      error={error}
    />
  )
}

export const booleanView: View<boolean> = {
  Cell: BooleanCell,
  Input: BooleanInput,
  width: 90,
  about: 'A question with two answers.',
}
