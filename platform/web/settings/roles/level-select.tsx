import { NativeSelect } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'
import { levels, type Level } from './permissions.ts'
import styles from './roles.module.css'

interface LevelSelectProps {
  readonly label: string
  readonly value: Level | undefined
  /** What holds when nothing is chosen. */
  readonly otherwise: Level | undefined
  readonly onChange: (level: Level | undefined) => void
  readonly disabled?: boolean
}

/** Nobody’s, own, the team’s, everyone’s; or as the row of the default says. */
export function LevelSelect({ label, value, otherwise, onChange, disabled }: LevelSelectProps) {
  const shown = levels.find((one) => one.level === otherwise)?.label ?? 'None'
  const usual = otherwise === undefined ? [] : [{ value: '', label: `– ${t(shown)}` }]
  return (
    <NativeSelect
      size="xs"
      variant="unstyled"
      className={styles['level'] ?? ''}
      data-level={value ?? 'default'}
      aria-label={label}
      value={value ?? (otherwise === undefined ? 'none' : '')}
      data={[...usual, ...levels.map((one) => ({ value: one.level, label: t(one.label) }))]}
      disabled={disabled === true}
      onChange={(event) =>
        onChange(event.currentTarget.value === '' ? undefined : (event.currentTarget.value as Level))
      }
    />
  )
}
