import { Anchor, CloseButton, FileButton, Button, Group, Progress } from '@mantine/core'
import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { Problem } from '#platform/objects/problem.ts'
import type { Link } from '#platform/objects/define-object.ts'
import { FieldFrame } from '#platform/web/forms/field-frame.tsx'
import { t } from '#platform/web/language/t.ts'
import { LinkCell } from '../link-cell.tsx'
import type { CellProps, InputProps, View } from '../view.ts'
import type { FileOptions } from './kind.ts'
import { contentOf, upload } from './upload.ts'

function FileCell({ value }: CellProps<Link>) {
  return (
    <LinkCell href={contentOf(value.id)} away>
      {value.title ?? t('File')}
    </LinkCell>
  )
}

/** Chosen or dropped; sent at once, so that saving the form does not wait for it. */
export function FileInput(props: InputProps<Link>) {
  const { field, value, onChange, inline, disabled } = props
  const accept = (field.options as FileOptions).accept?.join(',')
  const [done, setDone] = useState<number | null>(null)
  const [failed, setFailed] = useState<string>()
  const send = async (file: File | null | undefined) => {
    if (file === null || file === undefined) return
    setFailed(undefined)
    setDone(0)
    try {
      const { id, title } = await upload(file, setDone)
      onChange({ id, title })
    } catch (error) {
      setFailed(error instanceof Problem ? error.detail : t('The file did not arrive.'))
    } finally {
      setDone(null)
    }
  }
  return (
    <FieldFrame field={field} error={props.error ?? failed} inline={inline} group>
      <Group
        gap={8}
        wrap="nowrap"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void send(event.dataTransfer.files[0])
        }}
      >
        {value !== null && (
          <Anchor size="sm" href={contentOf(value.id)} target="_blank" rel="noreferrer" truncate>
            {value.title ?? t('File')}
          </Anchor>
        )}
        {value !== null && disabled !== true && (
          <CloseButton size="sm" aria-label={t('Take away')} onClick={() => onChange(null)} />
        )}
        {done === null && (
          <FileButton onChange={(file) => void send(file)} {...(accept === undefined ? {} : { accept })}>
            {(button) => (
              <Button
                {...button}
                variant="default"
                size="xs"
                disabled={disabled === true}
                leftSection={<Paperclip size={14} />}
                autoFocus={inline === true || props.autoFocus === true}
              >
                {value === null ? t('Choose or drop a file') : t('Replace')}
              </Button>
            )}
          </FileButton>
        )}
        {done !== null && <Progress value={done * 100} w={140} aria-label={t('Sending')} />}
      </Group>
    </FieldFrame>
  )
}

export const fileView: View<Link> = {
  Cell: FileCell,
  Input: FileInput,
  width: 180,
  about: 'A document.',
}
