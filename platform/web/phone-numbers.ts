import { useSyncExternalStore } from 'react'
import type * as Library from 'libphonenumber-js/min'
import type { CountryCode } from 'libphonenumber-js/core'

type Number = Pick<
  NonNullable<ReturnType<typeof Library.parsePhoneNumberFromString>>,
  'isPossible' | 'formatInternational' | 'ext'
> & { readonly number: string }
type Read = (text: string, options?: object) => Number | undefined

let library: { readonly read: Read; readonly supports: (country: string) => boolean } | undefined
let loading: Promise<void> | undefined
const listeners = new Set<() => void>()

/**
 * Stands for `libphonenumber-js/min` in the web app (see apps/web/vite.config.ts). Until the library and its tables
 * have come, which the first call starts, a number is taken and shown as it is; the server reads it anyway.
 */
export const parsePhoneNumberFromString: Read = (text, options) => {
  if (library !== undefined) return library.read(text, options)
  void load()
  return {
    number: text.slice(0, 16),
    ext: undefined as never,
    isPossible: () => true,
    formatInternational: () => text,
  }
}

export const isSupportedCountry = (country: string): boolean => library?.supports(country) ?? false

/** Draws the component again once numbers can be written as people do. */
export const usePhoneNumbers = (): boolean => useSyncExternalStore(subscribe, () => library !== undefined)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function load(): Promise<void> {
  loading ??= (async () => {
    const [core, { default: metadata }] = await Promise.all([
      import('libphonenumber-js/core'),
      import('libphonenumber-js/min/metadata'),
    ])
    library = {
      read: (text, options = {}) => core.parsePhoneNumberFromString(text, options, metadata),
      supports: (country) => core.isSupportedCountry(country as CountryCode, metadata),
    }
    for (const listener of listeners) listener()
  })()
  await loading
}
