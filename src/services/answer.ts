import { z } from 'zod'
import { sentences, type ErrorCode } from '../../shared/contract/errors'
import { unreadable, type Answer } from './problem'
import { hasOwn } from '../../shared/core/own'

const Told = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({ code: z.string(), message: z.string(), fields: z.record(z.string(), z.string()).optional() }),
  }),
])

/** The border on the phone: what came over the wire is believed once it has the contract’s shape. An answer of another version is told as one. */
export function readAnswer<S extends z.ZodType>(body: unknown, output: S): Answer<z.output<S>> {
  const told = Told.safeParse(body)
  if (!told.success) return { ok: false, problem: unreadable }
  if (told.data.ok) {
    const data = output.safeParse(told.data.data)
    return data.success ? { ok: true, data: data.data } : { ok: false, problem: unreadable }
  }
  const { code, message, fields = {} } = told.data.error
  // A disk that is full is no answer to the request: repeating it later, under the same id, is right.
  if (code === 'FAULT' || code === 'CANNOT_SAVE' || !isCode(code))
    return { ok: false, problem: { kind: 'fault', message } }
  return { ok: false, problem: { kind: 'refused', code, message, fields } }
}

function isCode(code: string): code is ErrorCode {
  return hasOwn(sentences, code)
}
