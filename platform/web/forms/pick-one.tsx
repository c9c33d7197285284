import { CloseButton, Combobox, Input, useCombobox } from '@mantine/core'
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { InputProps } from '#platform/fields/view.ts'
import { t } from '#platform/web/language/t.ts'
import { colourOf } from './colour-of.ts'
import { controlStyle } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'
import { fitsWords, type Pick } from './pick.ts'
import { PickOption } from './pick-option.tsx'
import classes from './pick.module.css'

interface PickOneProps extends Omit<InputProps<unknown>, 'value' | 'onChange'> {
  readonly picked: Pick | null
  readonly picks: readonly Pick[]
  /** What is chosen, with what was typed; `null` empties. */
  readonly onPick: (key: string | null, typed: string) => void
  /** Given: whoever gives the picks searches them. Left out: they are searched here. */
  readonly onSearch?: (typed: string) => void
  readonly loading?: boolean
  /** Said when nothing fits. */
  readonly nothing?: string
  readonly leftSection?: ReactNode
  readonly placeholder?: string
}

/** One of many, found by typing. The arrow keys move, Enter takes, Escape closes, Backspace on the empty input clears. */
export function PickOne(props: PickOneProps) {
  const { field, picked, picks, onPick, onSearch, inline, error } = props
  const [typed, setTyped] = useState<string | null>(null)
  const box = useCombobox({ defaultOpened: inline === true, onDropdownClose: () => settle() })
  const shown =
    onSearch === undefined && typed !== null && typed !== ''
      ? picks.filter((pick) => fitsWords(pick.label, typed))
      : picks

  // The options change with the words, some of them later; the first is the one that Enter takes.
  const keys = shown.map((pick) => pick.key).join(' ')
  useEffect(() => {
    if (typed !== null && typed !== '') box.selectFirstOption()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the box is a new object at each drawing
  }, [keys, typed])

  const settle = () => {
    setTyped(null)
    box.resetSelectedOption()
    onSearch?.('')
  }
  const take = (key: string | null) => {
    onPick(key, typed ?? '')
    setTyped(null)
    box.closeDropdown()
  }
  const type = (next: string) => {
    setTyped(next)
    onSearch?.(next)
    box.openDropdown()
  }
  const key = (event: KeyboardEvent) => {
    if (
      box.dropdownOpened &&
      (event.key === 'Escape' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey))
    ) {
      event.stopPropagation()
      // Else Enter would send the form.
      event.preventDefault()
    }
    // Leaving by Tab takes what is marked: typing “prop”, Tab is enough.
    if (event.key === 'Tab' && box.dropdownOpened && typed !== null && typed !== '') box.clickSelectedOption()
    if (event.key === 'Backspace' && typed === null && picked !== null) take(null)
  }
  const clearable = picked !== null && field.options.required !== true && props.disabled !== true
  return (
    <FieldFrame field={field} error={error} inline={inline}>
      <div role="presentation" onKeyDown={key}>
        <Combobox store={box} onOptionSubmit={take} shadow="md" withinPortal>
          <Combobox.Target withExpandedAttribute>
            <Input
              {...controlStyle(props)}
              role="combobox"
              aria-controls={box.listId ?? undefined}
              aria-expanded={box.dropdownOpened}
              value={typed ?? picked?.label ?? ''}
              placeholder={picked?.label ?? props.placeholder ?? ''}
              onChange={(event) => type(event.currentTarget.value)}
              onFocus={(event) => event.currentTarget.select()}
              onClick={() => box.openDropdown()}
              onBlur={() => box.closeDropdown()}
              autoComplete="off"
              leftSection={
                props.leftSection ??
                (picked?.colour === undefined ? undefined : (
                  <span className={classes['dot']} style={{ background: colourOf(picked.colour) }} />
                ))
              }
              rightSectionPointerEvents={clearable ? 'all' : 'none'}
              rightSection={
                clearable ? (
                  <CloseButton
                    size="sm"
                    tabIndex={-1}
                    aria-label={t('Clear')}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => take(null)}
                  />
                ) : (
                  <Combobox.Chevron />
                )
              }
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={props.disabled === true}>
            <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
              {shown.map((pick) => (
                <PickOption key={pick.key} pick={pick} chosen={pick.key === picked?.key} />
              ))}
              {shown.length === 0 && (
                <Combobox.Empty>
                  {props.loading === true ? t('Searching …') : (props.nothing ?? t('Nothing fits.'))}
                </Combobox.Empty>
              )}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
      </div>
    </FieldFrame>
  )
}
