import { Alert, Button, CopyButton, Group, TextInput } from '@mantine/core'
import { Link2 } from 'lucide-react'
import { t } from '#platform/web/language/t.ts'

/** The link with which somebody chooses a password: handed over by whatever way is at hand. */
export function InvitationLink({ path, name }: { readonly path: string; readonly name: string }) {
  const address = `${window.location.origin}${path}`
  return (
    <Alert variant="light" mb="md" icon={<Link2 size={18} />} title={t('Send this link to {name}', { name })}>
      {t('It leads to choosing a password and is good for 14 days. It is shown only now.')}
      <Group gap={8} mt={8} wrap="nowrap">
        <TextInput
          readOnly
          value={address}
          aria-label={t('Link')}
          size="xs"
          style={{ flex: 1 }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? t('Copied') : t('Copy')}</Button>}
        </CopyButton>
      </Group>
    </Alert>
  )
}
