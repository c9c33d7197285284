import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { FieldModel, ObjectModel } from '#platform/objects/model.ts'
import type { Json } from '#platform/objects/json.ts'
import type { FieldError } from '#platform/objects/problem.ts'
import { linkAsId } from '#platform/web/data/changes.ts'
import type { AnyRecord } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { FieldInput } from '#platform/web/forms/field-input.tsx'
import { t } from '#platform/web/language/t.ts'
import type { Target } from './board.tsx'
import { moveCard } from './move-card.ts'

export interface Gate {
  readonly record: AnyRecord
  readonly to: Target
  /** What the server wants to know before it lets the card in. */
  readonly errors: readonly FieldError[]
}

interface GateDialogProps {
  readonly object: ObjectModel
  readonly group: FieldModel
  readonly gate: Gate
  readonly close: () => void
}

export function GateDialog({ object, group, gate, close }: GateDialogProps) {
  const names = [...new Set(gate.errors.map((one) => one.field))]
  const [values, setValues] = useState<Readonly<Record<string, Json>>>(() =>
    Object.fromEntries(names.map((name) => [name, (gate.record[name] ?? null) as Json])),
  )
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const said =
    error === null
      ? Object.fromEntries(gate.errors.map((one) => [one.field, one.message]))
      : messagesOf(error).fields
  const submit = async (): Promise<void> => {
    setBusy(true)
    try {
      const further = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, linkAsId(value)]),
      )
      await moveCard({ object, group, record: gate.record, to: gate.to, further })
      close()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={close} title={t('Move to {column}', { column: gate.to.label })} size="sm">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack gap="sm">
          <Text fz="sm" c="dimmed">
            {t('This is needed first:')}
          </Text>
          {names.map((name, at) => (
            <FieldInput
              key={name}
              field={object.fields.get(name)!}
              value={values[name]}
              error={said[name]}
              autoFocus={at === 0}
              onChange={(value) => setValues((now) => ({ ...now, [name]: value }))}
            />
          ))}
          {messagesOf(error).sentence !== undefined && (
            <Text fz="sm" c="var(--mantine-color-error)" role="alert">
              {messagesOf(error).sentence}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('Move')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
