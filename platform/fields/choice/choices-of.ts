import { labelOf } from '#platform/objects/label.ts'

/** One of the values that a field offers. */
export interface Choice<Value extends string = string> {
  readonly value: Value
  /** Derived from the value when left out: `no_need` → "No need". */
  readonly label?: string
  /** Name of a colour, `green`; shown as a dot or badge. */
  readonly color?: string
  /** No longer offered; records that have it keep it. */
  readonly retired?: boolean
}

/** As declared: the bare value will do where its label follows from it. */
export type ChoiceList = readonly (string | Choice)[]

export interface ResolvedChoice extends Choice {
  readonly label: string
}

interface Resolved {
  readonly all: readonly ResolvedChoice[]
  readonly byValue: ReadonlyMap<string, ResolvedChoice>
  /** By value and by label, in small letters. */
  readonly byWord: ReadonlyMap<string, ResolvedChoice>
}

const resolved = new WeakMap<ChoiceList, Resolved>()
const none: ChoiceList = []

/** The choices of a field with their labels, in their order. */
export function choicesOf(options: { readonly choices?: ChoiceList }): Resolved {
  const list = options.choices ?? none
  const known = resolved.get(list)
  if (known !== undefined) return known
  const all = list.map((one) => {
    const choice = typeof one === 'string' ? { value: one } : one
    return { ...choice, label: choice.label ?? labelOf(choice.value) }
  })
  const made: Resolved = {
    all,
    byValue: new Map(all.map((one) => [one.value, one])),
    byWord: new Map(
      all.flatMap(
        (one) =>
          [
            [word(one.label), one],
            [word(one.value), one],
          ] as const,
      ),
    ),
  }
  resolved.set(list, made)
  return made
}

/** The choice with this value, else the one that a person calls so. */
export function findChoice(
  options: { readonly choices?: ChoiceList },
  text: string,
): ResolvedChoice | undefined {
  const { byValue, byWord } = choicesOf(options)
  return byValue.get(text) ?? byWord.get(word(text))
}

export const labelOfChoice = (options: { readonly choices?: ChoiceList }, value: string): string =>
  choicesOf(options).byValue.get(value)?.label ?? value

const word = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** `Price, Timing or Competitor`: what to choose from, shortened when long. */
export function offered(options: { readonly choices?: ChoiceList }): string {
  const labels = choicesOf(options)
    .all.filter((one) => one.retired !== true)
    .map((one) => one.label)
  if (labels.length > 12) return `${labels.slice(0, 11).join(', ')} and ${labels.length - 11} others`
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} or ${labels.at(-1)!}`
}

/** What is wrong with a list of choices. */
export function checkChoices(options: { readonly choices?: ChoiceList }): string[] {
  if (!Array.isArray(options.choices) || options.choices.length === 0) return ['needs a list of choices.']
  const { all } = choicesOf(options)
  const faults: string[] = []
  const taken = new Map<string, string>()
  for (const { value, label } of all) {
    if (typeof value !== 'string' || value.trim() !== value || value === '' || value.length > 100) {
      faults.push(
        `has the choice “${String(value)}”; a value has 1 to 100 characters and no spaces around it.`,
      )
      continue
    }
    if (/[;\r\n\u0000]/.test(value + label))
      faults.push(`has the choice “${label}”; a choice has no semicolons or line breaks.`)
    for (const name of new Set([word(value), word(label)])) {
      const other = taken.get(name)
      if (other !== undefined) faults.push(`has two choices that are called “${name}”.`)
      taken.set(name, value)
    }
  }
  return faults
}
