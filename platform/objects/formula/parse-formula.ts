import { Problem } from '../problem.ts'
import type { Model } from '../model.ts'
import { checkFormula } from './check-formula.ts'
import type { Formula } from './formula.ts'
import { FormulaFault } from './tokens.ts'

export interface FormulaOptions {
  /** The field whose formula it is: naming itself is then found to be a circle. */
  readonly field?: string
  /** Whether a field may be read; one that may not is refused like one that is not there. Default: all may. */
  readonly readable?: (object: string, field: string) => boolean
}

const longest = 2_000

/**
 * Reads a formula (docs/formulas.md) on records of `object`.
 *
 * @throws Problem 400 `malformed`: at which character, what is wrong, what is known; with `more.position`.
 * @example parseFormula('amount * probability', model, 'opportunity').type // 'money'
 */
export function parseFormula(
  text: string,
  model: Model,
  object: string,
  options: FormulaOptions = {},
): Formula {
  const remembered = options.readable === undefined ? memory(model) : undefined
  const key = `${object}.${options.field ?? ''}:${text}`
  const found = remembered?.get(key)
  if (found !== undefined) return found
  if (typeof text !== 'string') throw problem('A formula is a text.', 1)
  if (text.trim() === '') throw problem('The formula is empty.', 1)
  if (text.length > longest) throw problem(`The formula is longer than ${longest} characters.`, longest)
  const chain = options.field === undefined ? [] : [`${object}.${options.field}`]
  try {
    const formula = checkFormula(text, {
      model,
      object: model.object(object),
      chain,
      readable: options.readable ?? (() => true),
    })
    if (remembered !== undefined && remembered.size < 2_000) remembered.set(key, formula)
    return formula
  } catch (fault) {
    if (fault instanceof FormulaFault) throw problem(fault.message, fault.at)
    throw fault
  }
}

/** A rule is asked at every write; its formula is read once. */
const memories = new WeakMap<Model, Map<string, Formula>>()

function memory(model: Model): Map<string, Formula> {
  const found = memories.get(model) ?? new Map<string, Formula>()
  memories.set(model, found)
  return found
}

function problem(message: string, position: number): Problem {
  const detail = `Formula, character ${position}: ${message}`
  const errors = [{ field: 'formula', code: 'malformed', message: detail }]
  return new Problem({ status: 400, code: 'malformed', detail, errors, more: { position } })
}
