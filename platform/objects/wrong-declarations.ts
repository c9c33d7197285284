/** What is wrong with one declaration. */
export interface Fault {
  readonly object: string
  /** Left out when the object as a whole is meant. */
  readonly field?: string
  readonly sentence: string
}

/** Declarations that make no model; its message lists every fault. */
export class WrongDeclarations extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(`Wrong declarations:\n${faults.map(faultText).join('\n')}`)
    this.name = 'WrongDeclarations'
    this.faults = faults
  }
}

const faultText = ({ object, field, sentence }: Fault): string =>
  `${object}${field === undefined ? '' : `.${field}`}: ${sentence}`
