/** One line of the doctor's answer. */
export interface Check {
  readonly about: string
  readonly finding: string
  /** Something that has to be done about it. */
  readonly wrong?: boolean
}
