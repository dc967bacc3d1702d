/**
 * What a use case answers: what it did, or an expected refusal with a code of the contract.
 * A refusal is a value and rolls its transaction back; a bug or an outage is thrown.
 */
export interface Success<T> {
  readonly ok: true
  readonly data: T
}
export interface Refusal<Code extends string> {
  readonly ok: false
  readonly code: Code
  /** Path of the input field the refusal belongs to, `situation.unit` for example. */
  readonly field?: string
  /** Replaces the code's own sentence at that field where the rule knows better how to mend it. */
  readonly message?: string
}
export type Outcome<T, Code extends string> = Success<T> | Refusal<Code>

export function succeed<T>(data: T): Success<T> {
  return { ok: true, data }
}

export function refuse<Code extends string>(code: Code, at: { field?: string; message?: string } = {}): Refusal<Code> {
  return { ok: false, code, ...at }
}
