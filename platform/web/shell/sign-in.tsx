import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#platform/web/data/client.ts'
import { messagesOf } from '#platform/web/data/messages-of.ts'
import { workspaceQuery } from '#platform/web/data/queries.ts'
import { t } from '#platform/web/language/t.ts'
import { Door } from './door.tsx'
import classes from './door.module.css'
import type { Demo } from './gate.tsx'

export function SignIn({ demo }: { readonly demo: Demo | undefined }) {
  const queryClient = useQueryClient()
  const [given, setGiven] = useState({ email: '', password: '' })
  const signIn = useMutation({
    mutationFn: (as: Demo) => client.request('POST', '/sign-in', { body: as }),
    onSuccess: () => queryClient.resetQueries({ queryKey: workspaceQuery.queryKey }),
  })
  const { fields, sentence } = messagesOf(signIn.error)
  return (
    <Door title={t('Sign in')} lead={t('Good to see you again.')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate(given)
        }}
      >
        <Stack gap="sm">
          {sentence !== undefined && (
            <Alert color="red" variant="light" role="alert" p="xs">
              {sentence}
            </Alert>
          )}
          <TextInput
            label={t('E-mail')}
            type="email"
            autoComplete="username"
            autoFocus
            value={given.email}
            error={fields['email']}
            onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
          />
          <PasswordInput
            label={t('Password')}
            autoComplete="current-password"
            value={given.password}
            error={fields['password']}
            aria-invalid={fields['password'] !== undefined}
            onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
          />
          <Button type="submit" size="sm" mt="xs" loading={signIn.isPending}>
            {t('Sign in')}
          </Button>
        </Stack>
      </form>
      {demo !== undefined && (
        <div className={classes.hint}>
          <Text fz="sm" mb={6}>
            {t('This is a demo company. Look around as {email}.', { email: demo.email })}
          </Text>
          <Button variant="default" fullWidth loading={signIn.isPending} onClick={() => signIn.mutate(demo)}>
            {t('Enter the demo')}
          </Button>
        </div>
      )}
    </Door>
  )
}
