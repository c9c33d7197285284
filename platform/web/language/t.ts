import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

i18n.setMessagesCompiler(compileMessage)
i18n.loadAndActivate({ locale: 'en', messages: {} })

/**
 * A text as the reader's language has it. The English text is the key; values are filled in by ICU message format.
 *
 * @example t('{count, plural, one {# row} other {# rows}}', { count: rows })
 */
export function t(message: string, values?: Record<string, unknown>): string {
  return i18n._(message, values)
}
