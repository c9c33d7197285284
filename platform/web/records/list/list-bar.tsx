import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { lowerFirst } from '#platform/objects/label.ts'
import { useSession } from '#platform/web/data/session.ts'
import { t } from '#platform/web/language/t.ts'
import { useChangeAddress } from '#platform/web/shell/address.ts'
import { mayMake } from '#platform/web/shell/visible-objects.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { exportAddress } from '../bulk/export-address.ts'
import { BoardMenu } from '../board/board-menu.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import { FavouriteButton } from './favourite-button.tsx'
import { ListCount } from './list-count.tsx'
import type { ListState } from './use-list.ts'
import { ViewPicker } from './view-picker.tsx'
import { SaveView } from './save-view.tsx'
import classes from './list-screen.module.css'

export function ListBar({ list }: { readonly list: ListState }) {
  const { object } = list
  const session = useSession()
  const change = useChangeAddress()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(list.q)
  const find = useDebouncedCallback((q: string) => list.change({ q }), 160)
  const mayCreate = mayMake(session, object)
  return (
    <div className={classes.bar}>
      <Icon name={object.icon} size={17} />
      <h1 className={classes.title}>{t(object.pluralLabel)}</h1>
      <ListCount list={list} />
      <ViewPicker list={list} />
      <span className={classes.wide}>
        <FavouriteButton list={list} />
      </span>
      <SaveView list={list} />
      <div className={classes.tools}>
        <TextInput
          className={classes.find}
          size="xs"
          aria-label={t('Find in this list')}
          placeholder={t('Find in this list')}
          leftSection={<Icon name="search" size={14} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            find(event.currentTarget.value)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            setTyped('')
            list.change({ q: '' })
          }}
        />
        {list.layout === 'board' ? (
          <BoardMenu list={list} />
        ) : (
          <span className={classes.wide}>
            <ColumnsMenu list={list} />
          </span>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('More')}>
              <Icon name="ellipsis" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {session.mayPerform(object, 'import') && (
              <Menu.Item
                leftSection={<Icon name="upload" />}
                onClick={() => void navigate({ to: `/${object.plural}/import` })}
              >
                {t('Import …')}
              </Menu.Item>
            )}
            {session.mayPerform(object, 'export') && (
              <Menu.Item
                leftSection={<Icon name="download" />}
                component="a"
                href={exportAddress(list)}
                download
              >
                {t('Export as CSV')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<Icon name="trash-2" />}
              onClick={() => void navigate({ to: '/bin', search: { object: object.name } as never })}
            >
              {t('Show deleted')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {mayCreate && (
          <Button
            className={classes.make}
            variant="default"
            leftSection={<Icon name="plus" size={15} />}
            onClick={() => change({ create: object.name })}
          >
            {t('New')}
            <span className={classes.long}>&nbsp;{lowerFirst(t(object.label))}</span>
          </Button>
        )}
      </div>
    </div>
  )
}
