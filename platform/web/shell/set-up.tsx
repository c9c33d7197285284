import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { workspaceQuery } from '#platform/web/data/queries.ts'
import { t } from '#platform/web/language/t.ts'
import { Door } from './door.tsx'

/** For the first visitor of a new server: makes the workspace and its administrator. */
export function SetUp() {
  const queryClient = useQueryClient()
  const [given, setGiven] = useState({ workspace: '', name: '', email: '', password: '' })
  const setUp = useMutation({
    mutationFn: () => client.request('POST', '/set-up', { body: given }),
    onSuccess: () => queryClient.resetQueries({ queryKey: workspaceQuery.queryKey }),
  })
  const { fields, sentence } = messagesOf(setUp.error)
  const bind = (name: keyof typeof given) => ({
    name,
    required: true,
    withAsterisk: false,
    value: given[name],
    error: fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setGiven({ ...given, [name]: event.currentTarget.value }),
  })
  return (
    <Door title={t('Set up Rapport')} lead={t('Name your company and make yourself its administrator.')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setUp.mutate()
        }}
      >
        <Stack gap="sm">
          {sentence !== undefined && (
            <Alert color="red" variant="light" role="alert" p="xs">
              {sentence}
            </Alert>
          )}
          <TextInput label={t('Company')} autoComplete="organization" autoFocus {...bind('workspace')} />
          <TextInput label={t('Your name')} autoComplete="name" {...bind('name')} />
          <TextInput label={t('E-mail')} type="email" autoComplete="username" {...bind('email')} />
          <PasswordInput
            label={t('Password')}
            autoComplete="new-password"
            aria-invalid={fields['password'] !== undefined}
            {...bind('password')}
          />
          <Button type="submit" size="sm" mt="xs" loading={setUp.isPending}>
            {t('Start')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
