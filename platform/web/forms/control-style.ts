import type { InputProps } from '#platform/fields/view.ts'

/** How a Mantine input looks in a form, and inside a table cell, where the cell is its frame. */
export function controlStyle({
  inline,
  autoFocus,
  disabled,
  error,
  field,
}: Omit<InputProps<any>, 'value' | 'onChange'>) {
  const own =
    inline === true
      ? ({ variant: 'unstyled', size: 'xs', 'aria-label': field.label } as const)
      : ({ size: 'sm' } as const)
  const focus = inline === true || autoFocus === true
  return {
    ...own,
    error: error !== undefined,
    disabled: disabled === true,
    autoFocus: focus,
    // Mantine's dialogs look for this, since they move the focus themselves.
    ...(focus ? { 'data-autofocus': true } : {}),
    'data-field': field.name,
  }
}
