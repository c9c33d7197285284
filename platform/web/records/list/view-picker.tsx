import { Button, Menu } from '@mantine/core'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import type { ListView } from './views.ts'
import type { ListState } from './use-list.ts'

/** Declared views, my own, and those that others share. */
export function ViewPicker({ list }: { readonly list: ListState }) {
  const { me } = useSession()
  const { views, view } = list
  const mine = views.filter((one) => one.saved !== undefined && one.saved.owner === me.id)
  const shared = views.filter((one) => one.saved !== undefined && one.saved.owner !== me.id)
  const item = (one: ListView) => (
    <Menu.Item
      key={one.key}
      leftSection={<Icon name={one.layout === 'board' ? 'square-kanban' : 'table-2'} size={15} />}
      rightSection={one.key === view.key ? <Icon name="check" size={14} /> : null}
      onClick={() => list.choose(one)}
    >
      {one.label}
    </Menu.Item>
  )
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t('View: {view}', { view: view.label })}
          leftSection={<Icon name={list.layout === 'board' ? 'square-kanban' : 'table-2'} size={14} />}
          rightSection={<Icon name="chevron-down" size={13} />}
        >
          {view.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.filter((one) => one.saved === undefined).map(item)}
        {mine.length > 0 && <Menu.Label>{t('My views')}</Menu.Label>}
        {mine.map(item)}
        {shared.length > 0 && <Menu.Label>{t('Shared')}</Menu.Label>}
        {shared.map(item)}
        <Menu.Divider />
        <Menu.Label>{t('Look at it as')}</Menu.Label>
        <Menu.Item
          leftSection={<Icon name="table-2" size={15} />}
          onClick={() => list.change({ layout: 'table' })}
        >
          {t('Table')}
        </Menu.Item>
        {list.group !== undefined && (
          <Menu.Item
            leftSection={<Icon name="square-kanban" size={15} />}
            onClick={() => list.change({ layout: 'board' })}
          >
            {t('Board')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
