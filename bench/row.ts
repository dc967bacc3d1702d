/** One line of the table: ours and a peer’s, measured in one run on one machine, and how they compare. */
export interface BenchRow {
  readonly name: string
  readonly ours: number
  readonly peer: number
  readonly unit: string
  readonly ratio: number
  readonly target: string
  readonly ok: boolean
  readonly note?: string
}
