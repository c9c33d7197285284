/** Who reads, and when and where: decides what `today`, `me` and `my team` mean. */
export interface Reader {
  readonly now: Date
  /** IANA zone, e.g. `Europe/Berlin`. */
  readonly zone: string
  /** Id of the person, `null` for the system. */
  readonly me: string | null
  /** Teams the person belongs to or leads, with all teams below. */
  readonly teams: readonly string[]
  /** First month of the fiscal year, 1–12. */
  readonly fiscal_start: number
  /** First day of the week, 1 = Monday … 7 = Sunday. */
  readonly week_start: number
  readonly currency: string
}
