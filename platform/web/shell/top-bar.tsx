import { ActionIcon, Button, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { useOs } from '@mantine/hooks'
import type { Connection } from '#platform/web/data/live.ts'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'
import { useChangeAddress } from './address.ts'
import type { PaletteMode } from './frame.tsx'
import { PersonMenu } from './person-menu.tsx'
import classes from './top-bar.module.css'

interface TopBarProps {
  readonly openPalette: (mode: PaletteMode) => void
  readonly openDrawer: () => void
  readonly connection: Connection
}

export function TopBar({ openPalette, openDrawer, connection }: TopBarProps) {
  const change = useChangeAddress()
  const mod = useOs() === 'macos' ? '⌘' : 'Ctrl'
  return (
    <header className={classes.bar}>
      <ActionIcon className={classes.menu} size="lg" aria-label={t('Menu')} onClick={openDrawer}>
        <Icon name="menu" size={18} />
      </ActionIcon>
      <UnstyledButton className={classes.search} onClick={() => openPalette('search')}>
        <Icon name="search" size={15} />
        <span>{t('Search everything')}</span>
        <Kbd size="xs">/</Kbd>
      </UnstyledButton>
      <div className={classes.tools}>
        {connection === 'lost' && (
          <Tooltip label={t('The connection is lost; what you see may be old.')}>
            <span className={classes.lost} role="status">
              <Icon name="cloud-off" size={15} />
              {t('Offline')}
            </span>
          </Tooltip>
        )}
        <Tooltip label={t('Commands ({keys})', { keys: `${mod} K` })}>
          <ActionIcon
            className={classes.wide}
            size="md"
            aria-label={t('Commands')}
            onClick={() => openPalette('commands')}
          >
            <Icon name="zap" size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('Create (C)')}>
          <Button
            className={classes.wide}
            size="compact-sm"
            leftSection={<Icon name="plus" size={15} />}
            onClick={() => change({ create: '' })}
          >
            {t('Create')}
          </Button>
        </Tooltip>
        <PersonMenu />
      </div>
    </header>
  )
}
