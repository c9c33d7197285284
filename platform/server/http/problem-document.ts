import { Problem } from '#platform/objects/problem.ts'

/** Titles of the statuses that Rapport answers with (RFC 9110). */
const titles: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Unsupported content type',
  422: 'Not valid',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available right now',
}

/** The RFC 9457 document of a problem. */
export function problemDocument(problem: Problem, requestId: string): Record<string, unknown> {
  const { status, code, detail, errors, more } = problem
  return {
    ...more,
    type: 'about:blank',
    title: titles[status] ?? 'Problem',
    status,
    code,
    detail,
    ...(errors.length === 0 ? {} : { errors }),
    request_id: requestId,
  }
}

/**
 * What went wrong, as far as the caller may know: problems as they are, refusals of the HTTP layer and of the
 * database's reading of values in our words. `undefined` for everything else, which is a fault of ours.
 */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown }
  const known = typeof code === 'string' ? byCode.get(code) : undefined
  if (known !== undefined) return new Problem(known)
  if (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code)) {
    return new Problem({
      status: 400,
      code: 'malformed',
      detail: 'A value in the request cannot be stored or compared.',
    })
  }
  if (error instanceof URIError)
    return new Problem({ status: 400, code: 'malformed', detail: 'The address is not readable.' })
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Problem({
      status: statusCode,
      code: statusCode === 400 ? 'malformed' : 'refused',
      detail: 'The request cannot be read.',
    })
  }
  return undefined
}

const tooLarge = { status: 413, code: 'too_large', detail: 'The request is larger than is allowed here.' }
const wrongType = { status: 415, code: 'unsupported_type', detail: 'Send the body as application/json.' }
const notJson = { status: 400, code: 'malformed', detail: 'The body is not valid JSON.' }
const busy = { status: 503, code: 'unavailable', detail: 'The database is busy. Try again in a moment.' }
const atOnce = {
  status: 409,
  code: 'busy',
  detail: 'Somebody else changes the same records right now. Try again.',
}

const byCode = new Map([
  ['FST_ERR_CTP_BODY_TOO_LARGE', tooLarge],
  ['FST_REQ_FILE_TOO_LARGE', tooLarge],
  ['FST_FILES_LIMIT', { ...tooLarge, detail: 'Send one file at a time.' }],
  ['FST_PARTS_LIMIT', tooLarge],
  ['FST_FIELDS_LIMIT', tooLarge],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', wrongType],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', notJson],
  ['FST_ERR_CTP_INVALID_JSON_BODY', notJson],
  [
    'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
    { ...notJson, detail: 'The length of the body is not the one announced.' },
  ],
  ['FST_INVALID_MULTIPART_CONTENT_TYPE', { ...wrongType, detail: 'Send the file as multipart/form-data.' }],
  ['FST_ERR_BAD_URL', { ...notJson, detail: 'The address is not readable.' }],
  ['53300', busy],
  [
    '57014',
    { ...busy, code: 'too_slow', detail: 'That question takes too long. Narrow the filter and try again.' },
  ],
  ['57P01', busy],
  ['57P03', busy],
  ['ECONNREFUSED', busy],
  ['ECONNRESET', busy],
  ['40001', atOnce],
  ['40P01', atOnce],
  ['55P03', atOnce],
])
