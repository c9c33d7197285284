import { invalid, Problem, type FieldError } from '#platform/objects/problem.ts'
import { WrongDeclarations } from '#platform/objects/wrong-declarations.ts'
import { StartError } from '../../database/start-error.ts'

/** Somebody else holds a lock that the change needs: worth another try. */
export const isBusy = (error: unknown): boolean => error instanceof Problem && error.code === 'busy'

/** What a person is told when declarations or tables do not allow a change. */
export function asCustomizeProblem(error: unknown): Problem | undefined {
  if (error instanceof WrongDeclarations) return wrongDeclarations(error)
  if (error instanceof StartError)
    return new Problem({ status: 409, code: 'would_lose_values', detail: error.message })
  switch ((error as { readonly code?: string }).code) {
    case '55P03':
    case '40P01':
      return new Problem({
        status: 409,
        code: 'busy',
        detail:
          'These records are being worked on just now, so the change could not begin. Try again in a moment.',
      })
    case '23505':
      return new Problem({
        status: 409,
        code: 'not_unique',
        detail: 'Some records have the same values there already. Make them differ first, then try again.',
      })
    case '54011':
      return new Problem({
        status: 409,
        code: 'too_many_fields',
        detail:
          'PostgreSQL allows 1,600 columns per table, counting those of deleted fields; this object has had them all.',
      })
    default:
      return undefined
  }
}

function wrongDeclarations({ faults }: WrongDeclarations): Problem {
  const errors = faults.map(({ field, object, sentence }): FieldError => ({
    field: field ?? object,
    code: 'declaration',
    message: sentence,
  }))
  return invalid(
    errors,
    faults.map(({ object, field, sentence }) => `${field ?? object}: ${sentence}`).join('\n'),
  )
}

/** One message about one member of the input. */
export const wrongInput = (field: string, message: string, code = 'declaration'): Problem =>
  invalid([{ field, code, message }])
