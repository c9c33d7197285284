import { Button, Group, Text } from '@mantine/core'
import { t } from '#platform/web/language/t.ts'

interface UndoToastProps {
  readonly sentence: string
  readonly undo: () => void
}

export function UndoToast({ sentence, undo }: UndoToastProps) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text fz="sm" lineClamp={2}>
        {sentence}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={undo} flex="none">
        {t('Undo')}
      </Button>
    </Group>
  )
}
