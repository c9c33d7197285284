import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '#platform/web/data/client.ts'
import { messagesOf, sentenceOf } from '#platform/web/data/messages-of.ts'
import { workspaceQuery } from '#platform/web/data/queries.ts'
import { t } from '#platform/web/language/t.ts'
import { Door } from './door.tsx'

interface Invited {
  readonly workspace: string
  readonly name: string
  readonly email: string
}

/** Where the link of an invitation leads: choosing a password, and in. */
export function Invitation({ token }: { readonly token: string }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const path = `/invitations/${encodeURIComponent(token)}`
  const { data: invited, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => (await client.request<Invited>('GET', path)).body,
    retry: false,
  })
  const accept = useMutation({
    mutationFn: () => client.request('POST', `${path}/accept`, { body: { password } }),
    onSuccess: async () => {
      await navigate({ to: '/', replace: true })
      await queryClient.resetQueries({ queryKey: workspaceQuery.queryKey })
    },
  })
  const { fields, sentence } = messagesOf(accept.error)
  if (error !== null) {
    return (
      <Door title={t('Invitation')} lead={sentenceOf(error)}>
        <Button variant="default" onClick={() => void navigate({ to: '/', replace: true })}>
          {t('To sign-in')}
        </Button>
      </Door>
    )
  }
  if (invited === undefined) return null
  const { workspace, name, email } = invited
  return (
    <Door
      title={t('Welcome, {name}', { name })}
      lead={t('Choose a password to work with {workspace}.', { workspace })}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          accept.mutate()
        }}
      >
        <Stack gap="sm">
          {sentence !== undefined && (
            <Alert color="red" variant="light" role="alert" p="xs">
              {sentence}
            </Alert>
          )}
          <TextInput label={t('E-mail')} type="email" autoComplete="username" value={email} readOnly />
          <PasswordInput
            label={t('Password')}
            autoComplete="new-password"
            autoFocus
            value={password}
            error={fields['password']}
            aria-invalid={fields['password'] !== undefined}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="sm" mt="xs" loading={accept.isPending}>
            {t('Start')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
