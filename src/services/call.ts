/** One call on its way to a function; what is undefined does not travel. */
export interface Carrying {
  readonly procedure: string
  readonly input: unknown
  readonly requestId: string | undefined
  /** To whom the answer is sealed, for procedures that ask for it. */
  readonly answerKey: string | undefined
}

export type Carried = { readonly kind: 'answered'; readonly body: unknown } | { readonly kind: 'offline' }
