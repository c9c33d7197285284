import { ActionIcon, Input } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'

const offered = [
  'box',
  'package',
  'truck',
  'factory',
  'wrench',
  'store',
  'warehouse',
  'ship',
  'house',
  'landmark',
  'briefcase',
  'handshake',
  'calendar',
  'ticket',
  'graduation-cap',
  'book',
  'file-text',
  'receipt',
  'credit-card',
  'gift',
  'trophy',
  'star',
  'heart',
  'map-pin',
  'globe',
  'monitor',
  'smartphone',
  'server',
  'shield',
  'key',
  'rocket',
  'target',
  'flag',
  'tag',
  'users',
  'contact',
]

export function IconChooser({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (icon: string) => void
}) {
  return (
    <Input.Wrapper label={t('Icon')} labelElement="div">
      <div role="radiogroup" aria-label={t('Icon')} style={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {offered.map((icon) => (
          <ActionIcon
            key={icon}
            role="radio"
            aria-checked={icon === value}
            aria-label={icon.replaceAll('-', ' ')}
            variant={icon === value ? 'filled' : 'subtle'}
            color={icon === value ? 'petrol' : 'gray'}
            onClick={() => onChange(icon)}
          >
            <Icon name={icon} size={16} />
          </ActionIcon>
        ))}
      </div>
    </Input.Wrapper>
  )
}
