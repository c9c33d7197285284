import { Drawer } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'
import { Sidebar } from './sidebar.tsx'

interface NavigationDrawerProps {
  readonly opened: boolean
  readonly close: () => void
}

/** The navigation on a phone: closes itself when a place was chosen. */
export function NavigationDrawer({ opened, close }: NavigationDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={close}
      size="17rem"
      padding={0}
      withCloseButton={false}
      title={null}
      aria-label={t('Areas')}
    >
      <nav aria-label={t('Areas')} style={{ height: '100dvh', background: 'var(--ground)' }}>
        <Sidebar gone={close} />
      </nav>
    </Drawer>
  )
}
