import { Input, Text } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import type { FieldModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import classes from './field-frame.module.css'

interface FieldFrameProps {
  readonly field: FieldModel
  readonly error?: string | undefined
  readonly inline?: boolean | undefined
  /** Several controls stand under one label. */
  readonly group?: boolean
  readonly children: ReactNode
}

/** What stands around an input: its label, its help, what is wrong with it. Inline: only what is wrong. */
export function FieldFrame({ field, error, inline, group, children }: FieldFrameProps) {
  const id = useId()
  const label = t(field.label)
  const help = field.options.help === undefined ? undefined : t(field.options.help)
  if (inline === true) {
    return (
      <div className={classes['inline']}>
        {children}
        {error !== undefined && (
          <div className={classes['bubble']} role="alert">
            {error}
          </div>
        )}
      </div>
    )
  }
  if (group === true) {
    return (
      <fieldset className={classes['group']} aria-describedby={`${id}-about`}>
        <legend className={classes['legend']}>
          <Input.Label labelElement="div" required={field.options.required === true}>
            {label}
          </Input.Label>
        </legend>
        {children}
        <div id={`${id}-about`}>
          {error !== undefined && (
            <Input.Error mt={4} role="alert">
              {error}
            </Input.Error>
          )}
          {help !== undefined && (
            <Text size="xs" c="dimmed" mt={4}>
              {help}
            </Text>
          )}
        </div>
      </fieldset>
    )
  }
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={help}
      error={error}
      errorProps={{ role: 'alert' }}
      withAsterisk={field.options.required === true}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      {children}
    </Input.Wrapper>
  )
}
