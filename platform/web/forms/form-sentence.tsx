import { Alert } from '@mantine/core'
import { CircleAlert } from 'lucide-react'

/** What is wrong with the form as a whole, said once, above it. */
export function FormSentence({ sentence }: { readonly sentence: string | undefined }) {
  if (sentence === undefined) return null
  return <Alert color="red" variant="light" icon={<CircleAlert size={18} />} p="xs" role="alert">{sentence}</Alert>
}
