import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { familyOf } from '#platform/objects/filter/family.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { groupable, type ListState } from '../list/use-list.ts'

/** By which field the board has its columns, and what it adds up. */
export function BoardMenu({ list }: { readonly list: ListState }) {
  const fields = useSession().fieldsOf(list.object)
  const sums = fields.filter((field) => familyOf(field) === 'number' && !field.standard)
  const tick = (on: boolean) => (on ? <Icon name="check" size={14} /> : null)
  return (
    <Menu position="bottom-end" width={232}>
      <Menu.Target>
        <Tooltip label={t('Board')}>
          <ActionIcon aria-label={t('Set up the board')}>
            <Icon name="sliders-horizontal" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah="70dvh" style={{ overflow: 'auto' }}>
        <Menu.Label>{t('Columns by')}</Menu.Label>
        {groupable(fields).map((field) => (
          <Menu.Item
            key={field.name}
            rightSection={tick(field.name === list.group)}
            onClick={() => list.change({ group: field.name })}
          >
            {t(field.label)}
          </Menu.Item>
        ))}
        {sums.length > 0 && <Menu.Label>{t('Add up')}</Menu.Label>}
        {sums.map((field) => (
          <Menu.Item
            key={field.name}
            rightSection={tick(field.name === list.sum)}
            onClick={() => list.change({ sum: field.name })}
          >
            {t(field.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
