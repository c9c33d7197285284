import { Alert, List, Text } from '@mantine/core'
import type { FieldModel } from '#platform/objects/model.ts'
import { t } from '#platform/web/language/t.ts'
import { choicesOf, type ChoiceList } from '#platform/fields/choice/choices-of.ts'

/** A field that comes with Rapport: what it is, and why it cannot be changed here. */
export function ReadField({ field }: { readonly field: FieldModel }) {
  const choices = choicesOf(field.options as { choices?: ChoiceList }).all
  return (
    <>
      <Alert variant="light" mb="md">
        {t(
          'This field comes with Rapport, so its rules and reports can rely on it. Roles can hide it or make it read-only.',
        )}
      </Alert>
      <List size="sm" spacing={4}>
        <List.Item>{t('Kind: {kind}', { kind: t(field.kind.label) })}</List.Item>
        <List.Item>{t('Name in the API: {name}', { name: field.name })}</List.Item>
        {field.options.required === true && <List.Item>{t('Required')}</List.Item>}
        {field.options.unique === true && <List.Item>{t('No two records have the same')}</List.Item>}
        {choices.length > 0 && (
          <List.Item>
            {t('Choices: {choices}', { choices: choices.map((one) => t(one.label)).join(', ') })}
          </List.Item>
        )}
      </List>
      {field.options.help !== undefined && (
        <Text size="sm" c="dimmed" mt="sm">
          {t(field.options.help)}
        </Text>
      )}
    </>
  )
}
