import { Avatar, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client } from '#platform/web/data/client.ts'
import { useSession } from '#platform/web/data/session.ts'
import { complain } from '#platform/web/data/undo.tsx'
import { t } from '#platform/web/language/t.ts'
import { Icon } from '#platform/web/ui/icon.tsx'

export function PersonMenu() {
  const { me, workspace, workspaces } = useSession()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const leave = useMutation({
    mutationFn: () => client.request('POST', '/sign-out', { body: {} }),
    onSuccess: () => queryClient.resetQueries(),
    onError: complain,
  })
  const enter = useMutation({
    mutationFn: (slug: string) => client.request('POST', '/workspaces/switch', { body: { slug } }),
    onSuccess: async () => {
      await navigate({ to: '/' })
      await queryClient.resetQueries()
    },
    onError: complain,
  })
  return (
    <Menu position="bottom-end" width={236}>
      <Menu.Target>
        <UnstyledButton aria-label={t('You: {name}', { name: me.name })} style={{ borderRadius: 99 }}>
          <Avatar name={me.name} size={28} color="petrol" variant="filled" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Text px="sm" pt={6} fz="sm" fw={600} truncate>
          {me.name}
        </Text>
        <Text px="sm" pb={6} fz="xs" c="dimmed" truncate>
          {me.email}
        </Text>
        <Menu.Divider />
        <SegmentedControl
          fullWidth
          size="xs"
          m={4}
          aria-label={t('Look')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
          data={[
            { value: 'light', label: t('Light') },
            { value: 'dark', label: t('Dark') },
            { value: 'auto', label: t('System') },
          ]}
        />
        <Menu.Divider />
        {workspaces
          .filter((one) => one.slug !== workspace.slug)
          .map((one) => (
            <Menu.Item
              key={one.slug}
              leftSection={<Icon name="building-2" />}
              onClick={() => enter.mutate(one.slug)}
            >
              {t('Go to {workspace}', { workspace: one.name })}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<Icon name="settings" />} onClick={() => void navigate({ to: '/settings' })}>
          {t('Settings')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="trash-2" />} onClick={() => void navigate({ to: '/bin' })}>
          {t('Bin')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="log-out" />} onClick={() => leave.mutate()}>
          {t('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
