import { Button, Popover, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import type { ObjectModel } from '#platform/objects/model.ts'
import { useSession, type Session } from '#platform/web/data/session.ts'
import { fitsWords } from '#platform/web/forms/pick.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { Condition } from './condition.ts'
import { familyAt, operatorsFor } from './operators.ts'
import { pathLabel } from './path-label.ts'
import classes from './filters.module.css'

interface AddFilterProps {
  readonly object: ObjectModel
  readonly add: (condition: Condition) => void
}

/** Chooses a field to filter by: of the object, of a record it refers to, or a part of a structured value. */
export function AddFilter({ object, add }: AddFilterProps) {
  const session = useSession()
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const all = opened ? pathsOf(session, object) : []
  const shown = all
    .filter(({ label, nested }) => (typed === '' ? !nested : fitsWords(label, typed)))
    .slice(0, 60)
  const take = (path: readonly string[] | undefined): void => {
    if (path === undefined) return
    setOpened(false)
    setTyped('')
    const field = session.model.object(object.name)
    const end = endOf(session, field, path)
    const operator = operatorsFor(familyAt(end, path))[0]!
    add({ path, operator: operator.name, value: operator.value ?? null })
  }
  const key = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((now) => Math.max(0, Math.min(shown.length - 1, now + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(shown[at]?.path)
    }
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={272} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<Icon name="filter" size={13} />}
          onClick={() => setOpened(!opened)}
        >
          {t('Filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <TextInput
          size="xs"
          mb={4}
          data-autofocus
          aria-label={t('Find a field')}
          placeholder={t('Find a field, also of linked records')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={key}
        />
        <div className={classes.picker}>
          {shown.map(({ path, label, icon }, index) => (
            <button
              key={path.join('.')}
              type="button"
              className={classes.choice}
              data-marked={index === at || undefined}
              onClick={() => take(path)}
            >
              <Icon name={icon} size={14} />
              {label}
            </button>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

interface FilterPath {
  readonly path: readonly string[]
  readonly label: string
  readonly icon: string
  readonly nested: boolean
}

function pathsOf(session: Session, object: ObjectModel): readonly FilterPath[] {
  const { model } = session
  const own = session
    .fieldsOf(object)
    .filter(
      (field) => field.kind.internal !== true && field.name !== 'version' && field.name !== 'deleted_at',
    )
  const plain = own.map((field): FilterPath => ({
    path: [field.name],
    label: t(field.label),
    icon: field.kind.icon,
    nested: false,
  }))
  const nested = own.flatMap((field): FilterPath[] => {
    const make = (name: string, icon: string): FilterPath => {
      const path = [field.name, name]
      return { path, icon, nested: true, label: pathLabel(model, object, path) }
    }
    if (field.kind.parts !== undefined && field.relation === undefined)
      return Object.keys(field.kind.parts).map((part) => make(part, field.kind.icon))
    const target = field.relation?.many === false ? model.objects.get(field.relation.to) : undefined
    if (target === undefined || !session.may(target, 'read')) return []
    return session
      .fieldsOf(target)
      .filter((one) => one.kind.internal !== true && (!one.standard || one.name === 'owner'))
      .map((one) => make(one.name, one.kind.icon))
  })
  return [...plain, ...nested]
}

function endOf({ model }: Session, object: ObjectModel, [name, further]: readonly string[]) {
  const field = object.fields.get(name!)!
  if (further === undefined || field.relation === undefined) return field
  return model.object(field.relation.to).fields.get(further) ?? field
}
