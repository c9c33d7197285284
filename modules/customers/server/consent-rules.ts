import { invalid } from '#platform/objects/problem.ts'
import { rule } from '#platform/server/modules/server-module.ts'

/** A consent says whose it is, when it was stated and how that is known. */
export const consentIsProven = rule('consent', { on: ['create'] }, (ctx, { after }) => {
  if (after['company'] == null && after['person'] == null && after['address'] == null) {
    throw invalid([
      {
        field: 'person',
        code: 'required',
        message: 'Say whose consent it is: a person, a company or an address.',
      },
    ])
  }
  const now = ctx.now.toISOString()
  if (after['state'] !== 'given')
    return { given_at: null, expires_at: null, withdrawn_at: after['withdrawn_at'] ?? now }
  const given_at = (after['given_at'] as string | null | undefined) ?? now
  if (Date.parse(given_at) > ctx.now.getTime() + 60_000) {
    throw invalid([
      { field: 'given_at', code: 'future', message: 'A consent cannot be given in the future.' },
    ])
  }
  const expires = after['expires_at'] as string | null | undefined
  if (expires != null && Date.parse(expires) <= Date.parse(given_at)) {
    throw invalid([{ field: 'expires_at', code: 'expired', message: 'It cannot expire before it is given.' }])
  }
  return { given_at, withdrawn_at: null }
})
