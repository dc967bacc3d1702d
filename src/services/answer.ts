import { z } from 'zod'
import type { ErrorCode } from '../../shared/contract/errors'
import { kernelSentences } from '../../shared/contract/kernel-errors'
import { unreadable, type Answer } from './problem'
import { hasOwn } from '../../shared/core/own'

const Told = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string(), message: z.string(), fields: z.record(z.string(), z.string()).optional() }),
  }),
])

/** What a procedure answers: its output, or one of its codes. */
interface Expected<S extends z.ZodType> {
  readonly output: S
  readonly errors: readonly ErrorCode[]
}

/**
 * The border on the phone: what came over the wire is believed once it has the contract’s shape. An answer of another version is told as one. Sentences come with the
 * answer, so that the app carries none.
 */
export function readAnswer<S extends z.ZodType>(body: unknown, { output, errors }: Expected<S>): Answer<z.output<S>> {
  const told = Told.safeParse(body)
  if (!told.success) return { ok: false, problem: unreadable }
  if (told.data.ok) {
    const data = output.safeParse(told.data.data)
    return data.success ? { ok: true, data: data.data } : { ok: false, problem: unreadable }
  }
  const { code, message, fields = {} } = told.data.error
  // A disk that is full is no answer to the request: repeating it later, under the same id, is right.
  if (code === 'FAULT' || code === 'CANNOT_SAVE' || !isCode(code, errors))
    return { ok: false, problem: { kind: 'fault', message } }
  return { ok: false, problem: { kind: 'refused', code, message, fields } }
}

function isCode(code: string, errors: readonly string[]): code is ErrorCode {
  return hasOwn(kernelSentences, code) || errors.includes(code)
}
