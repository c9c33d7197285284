import { Problem } from '#platform/objects/problem.ts'
import { t } from '#platform/web/language/t.ts'

export interface Messages {
  /** Message by field, for those that stand beside an input. */
  readonly fields: Readonly<Record<string, string>>
  /** What is said above the form: nothing when every message has its field. */
  readonly sentence: string | undefined
}

/** Splits an error into the messages of fields and one sentence for the rest. */
export function messagesOf(error: unknown): Messages {
  if (error === null || error === undefined) return { fields: {}, sentence: undefined }
  if (!(error instanceof Problem)) return { fields: {}, sentence: t('That did not work. Try again.') }
  const fields = Object.fromEntries(error.errors.map((one) => [one.field, one.message]))
  return { fields, sentence: error.errors.length > 0 ? undefined : error.detail }
}

/** One sentence for a toast. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem)) return t('That did not work. Try again.')
  return error.errors.length > 0 ? error.errors.map((one) => one.message).join(' ') : error.detail
}
