import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useEffect, useState, type KeyboardEvent } from 'react'
import type { InputProps } from '#platform/fields/view.ts'
import { t } from '#platform/web/language/t.ts'
import { colourOf } from './colour-of.ts'
import { controlStyle } from './control-style.ts'
import { FieldFrame } from './field-frame.tsx'
import { fitsWords, type Pick } from './pick.ts'
import { PickOption } from './pick-option.tsx'
import classes from './pick.module.css'

interface PickManyProps extends Omit<InputProps<unknown>, 'value' | 'onChange'> {
  readonly picked: readonly Pick[]
  readonly picks: readonly Pick[]
  readonly onAdd: (key: string, typed: string) => void
  readonly onRemove: (key: string) => void
  readonly onSearch?: (typed: string) => void
  readonly loading?: boolean
  readonly nothing?: string
  readonly placeholder?: string
}

/** Several of many, each a pill. Typing searches, Enter adds, Backspace on the empty input takes the last away. */
export function PickMany(props: PickManyProps) {
  const { field, picked, picks, onAdd, onRemove, onSearch, inline, error } = props
  const [typed, setTyped] = useState('')
  const box = useCombobox({
    defaultOpened: inline === true,
    onDropdownClose: () => box.resetSelectedOption(),
  })
  const taken = new Set(picked.map((pick) => pick.key))
  const open = picks.filter(
    (pick) =>
      !taken.has(pick.key) &&
      (onSearch !== undefined || typed === '' || pick.offer === true || fitsWords(pick.label, typed)),
  )

  // The options change with the words, some of them later; the first is the one that Enter takes.
  const keys = open.map((pick) => pick.key).join(' ')
  useEffect(() => {
    if (typed !== '') box.selectFirstOption()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the box is a new object at each drawing
  }, [keys, typed])

  const search = (next: string) => {
    setTyped(next)
    onSearch?.(next)
  }
  const key = (event: KeyboardEvent) => {
    const opened = box.dropdownOpened && (open.length > 0 || event.key === 'Escape')
    if (opened && (event.key === 'Escape' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey))) {
      event.stopPropagation()
      event.preventDefault()
    }
    if (event.key === 'Tab' && box.dropdownOpened && typed !== '') box.clickSelectedOption()
    const last = picked.at(-1)
    if (event.key === 'Backspace' && typed === '' && last !== undefined) onRemove(last.key)
  }
  const { size, error: marked, disabled, ...control } = controlStyle(props)
  const variant = inline === true ? { variant: 'unstyled' } : {}
  return (
    <FieldFrame field={field} error={error} inline={inline}>
      <div role="presentation" onKeyDown={key}>
        <Combobox
          store={box}
          onOptionSubmit={(chosen) => {
            onAdd(chosen, typed)
            search('')
          }}
          shadow="md"
          withinPortal
        >
          <Combobox.DropdownTarget>
            <PillsInput
              {...variant}
              size={size}
              error={marked}
              disabled={disabled}
              onClick={() => box.openDropdown()}
            >
              <Pill.Group gap={4}>
                {picked.map((pick) => (
                  <Pill
                    key={pick.key}
                    withRemoveButton={!disabled}
                    onRemove={() => onRemove(pick.key)}
                    removeButtonProps={{ 'aria-label': t('Take {label} away', { label: pick.label }) }}
                  >
                    {pick.colour !== undefined && (
                      <span
                        className={classes['dot']}
                        style={{ background: colourOf(pick.colour), display: 'inline-block', marginRight: 6 }}
                      />
                    )}
                    {pick.label}
                  </Pill>
                ))}
                <Combobox.EventsTarget>
                  <PillsInput.Field
                    {...control}
                    role="combobox"
                    aria-controls={box.listId ?? undefined}
                    aria-expanded={box.dropdownOpened}
                    value={typed}
                    disabled={disabled}
                    placeholder={picked.length === 0 ? (props.placeholder ?? '') : ''}
                    onChange={(event) => {
                      search(event.currentTarget.value)
                      box.openDropdown()
                    }}
                    onFocus={() => inline === true && box.openDropdown()}
                    onBlur={() => {
                      box.closeDropdown()
                      search('')
                    }}
                    autoComplete="off"
                  />
                </Combobox.EventsTarget>
              </Pill.Group>
            </PillsInput>
          </Combobox.DropdownTarget>
          <Combobox.Dropdown>
            <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
              {open.map((pick) => (
                <PickOption key={pick.key} pick={pick} chosen={false} />
              ))}
              {open.length === 0 && (
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
