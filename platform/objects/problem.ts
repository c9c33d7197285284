/** One message about one field (or path inside the input) that a person can act on. */
export interface FieldError {
  readonly field: string
  readonly code: string
  readonly message: string
}

export interface ProblemInit {
  readonly status: number
  readonly code: string
  /** A sentence a person understands. */
  readonly detail: string
  readonly errors?: readonly FieldError[]
  /** Further members of the problem document, e.g. the candidates of a duplicate. */
  readonly more?: Readonly<Record<string, unknown>>
}

/**
 * The one error type of Rapport. It becomes an RFC 9457 problem document at the HTTP door and a sentence on
 * the command line; everything else that is thrown is a fault of ours and shows as a bare 500.
 *
 * @example throw new Problem({ status: 422, code: 'loss_reason_missing', detail: 'A lost deal needs a reason.' })
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors: readonly FieldError[]
  readonly more: Readonly<Record<string, unknown>>

  constructor(init: ProblemInit) {
    super(init.detail)
    this.name = 'Problem'
    this.status = init.status
    this.code = init.code
    this.detail = init.detail
    this.errors = init.errors ?? []
    this.more = init.more ?? {}
  }
}

/** Input that does not fit: one message per field. */
export function invalid(errors: readonly FieldError[], detail?: string): Problem {
  const sentence = detail ?? (errors.length === 1 ? errors[0]!.message : 'Some fields need another look.')
  return new Problem({ status: 422, code: 'invalid', detail: sentence, errors })
}

/** A request that cannot be read at all (unknown field, malformed filter …). */
export function malformed(detail: string, errors: readonly FieldError[] = []): Problem {
  return new Problem({ status: 400, code: 'malformed', detail, errors })
}

/** Not there, or not visible to whoever asks: the two are never told apart. */
export function notFound(what: string): Problem {
  return new Problem({ status: 404, code: 'not_found', detail: `There is no ${what} here that you may see.` })
}

export function forbidden(detail: string): Problem {
  return new Problem({ status: 403, code: 'forbidden', detail })
}
