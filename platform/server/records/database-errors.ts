import { lowerFirst } from '#platform/objects/label.ts'
import { invalid, Problem } from '#platform/objects/problem.ts'
import type { Context } from '../context.ts'
import { constraintField } from '../schema/constraint-names.ts'

interface PgError {
  readonly code: string
  readonly constraint?: string
  readonly detail?: string
}

/** Runs a write; a violated constraint becomes a message beside its field. */
export async function saying<Result>(ctx: Context, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    throw asProblem(ctx, error) ?? error
  }
}

/** The problem that a database error stands for, if it is one that input can cause. */
export function asProblem(ctx: Context, error: unknown): Problem | undefined {
  if (!isPgError(error)) return undefined
  const found = constraintField(ctx.model, error.constraint)
  if (error.code === '23505' && found !== undefined) {
    const labels = found.fields.map((field) => field.label).join(' and ')
    const detail = `Another ${lowerFirst(found.object.label)} has this ${lowerFirst(labels)} already.`
    const errors = found.fields.map((field) => ({ field: field.name, code: 'taken', message: detail }))
    return new Problem({ status: 409, code: 'taken', detail, errors })
  }
  if (error.code === '23503' && found !== undefined) {
    const field = found.fields[0]!
    const message = `${field.label}: the record it points to is not there.`
    return invalid([{ field: field.name, code: 'not_found', message }])
  }
  if (error.code === '22003') return invalid([], 'A number is too large to be kept.')
  if (error.code === '22P02' || error.code === '22007' || error.code === '22008') {
    return invalid([], 'A value cannot be kept as it is written.')
  }
  return undefined
}

function isPgError(error: unknown): error is PgError {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.length === 5
  )
}
