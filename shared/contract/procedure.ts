import type { z } from 'zod'
import type { UnionId } from '../core/ids'
import type { InPlaceKind } from '../membership/task'
import type { OfficerRight } from '../org/officers'
import type { ErrorCode } from './errors'

/** Who may call a procedure. Judged by the kernel before the handler runs; a handler never judges again. */
export type Access<Input> =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'on-phone' }
  | { readonly kind: 'browser' }
  | { readonly kind: 'officer'; readonly of: (input: Input) => UnionId; readonly right: OfficerRight }
  | { readonly kind: 'officer-above'; readonly of: (input: Input) => UnionId; readonly rights: readonly OfficerRight[] }
  | {
      readonly kind: 'officer-in-place'
      readonly of: (input: Input) => UnionId
      readonly right: OfficerRight
      readonly task: InPlaceKind
    }

/**
 * A query changes nothing. A command changes something: it carries a `requestId` and has one effect however often it is sent. An exchange changes something for
 * somebody who has no account, or of whom no time may be kept, or hands out what is kept nowhere; its own ids make it harmless to repeat.
 */
export type ProcedureKind = 'query' | 'command' | 'exchange'

/**
 * How an answer leaves the function. The platform’s log keeps what a function returns: an answer that names somebody in full, or holds a number, a phone or
 * a signature, is `sealed` to the device that asked (docs/decisions/0009). Unsaid is `plain`.
 */
export type Answers = 'plain' | 'sealed'

/** What can be called: read by the app (types, parsing) and by the functions (access, parsing, idempotency). */
export interface Procedure<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends ErrorCode = ErrorCode,
  Kind extends ProcedureKind = ProcedureKind,
> {
  readonly summary: string
  readonly kind: Kind
  readonly access: Access<z.output<Input>>
  readonly input: Input
  readonly output: Output
  readonly errors: readonly Code[]
  readonly answers: Answers
}

/** A loose view of a procedure, for code that handles all of them alike. Access is contravariant in its input, hence `never`. */
export interface AnyProcedure {
  readonly summary: string
  readonly kind: ProcedureKind
  readonly access: Access<never>
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly errors: readonly ErrorCode[]
  readonly answers: Answers
}

export interface FunctionContract {
  readonly name: string
  /** `nobody`: who calls is looked at nowhere, not even at the door. Unsaid, the platform’s word for it is taken. */
  readonly callers?: 'nobody'
  readonly procedures: Readonly<Record<string, AnyProcedure>>
}

type Declaration<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode> = Omit<
  Procedure<I, O, C>,
  'kind' | 'answers'
> & { readonly answers?: Answers }

export function query<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode = never>(
  declaration: Declaration<I, O, C>,
): Procedure<I, O, C, 'query'> {
  return { kind: 'query', answers: 'plain', ...declaration }
}

export function command<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode = never>(
  declaration: Declaration<I, O, C>,
): Procedure<I, O, C, 'command'> {
  return { kind: 'command', answers: 'plain', ...declaration }
}

export function exchange<I extends z.ZodType, O extends z.ZodType, C extends ErrorCode = never>(
  declaration: Declaration<I, O, C>,
): Procedure<I, O, C, 'exchange'> {
  return { kind: 'exchange', answers: 'plain', ...declaration }
}

/** Anybody, signed in or not: nothing personal may be answered. */
export const anyone = { kind: 'anyone' } as const
/** A WeChat user: the procedure touches only what belongs to the caller's own account. */
export const signedIn = { kind: 'signed-in' } as const

/** A WeChat user on the phone: what only the person themself may do, and no browser that they signed in. */
export const onPhone = { kind: 'on-phone' } as const
/** A browser, whether somebody is signed in there or not. */
export const fromBrowser = { kind: 'browser' } as const

/** An officer in office of exactly this union who holds the right. */
export function officerOf<Input>(of: (input: Input) => UnionId, right: OfficerRight): Access<Input> {
  return { kind: 'officer', of, right }
}

/** An officer of this union or of any union above it in the leadership line (条) who holds one of these rights. */
export function officerAbove<Input>(of: (input: Input) => UnionId, ...rights: readonly OfficerRight[]): Access<Input> {
  return { kind: 'officer-above', of, rights }
}

/**
 * An officer of this union; or, while the union’s task of this kind lies open at a desk above because nobody is in office here, an officer of that desk.
 */
export function officerInPlace<Input>(
  of: (input: Input) => UnionId,
  right: OfficerRight,
  task: InPlaceKind,
): Access<Input> {
  return { kind: 'officer-in-place', of, right, task }
}
