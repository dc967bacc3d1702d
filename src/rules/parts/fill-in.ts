import { z } from 'zod'
import { policySchemas } from '../../../shared/policy/schemas'
import type { PolicyKey } from '../../../shared/policy/values'
import { policyEditors } from './editors'
import type { Input, Typed } from './inputs'

/** A value in the fields of its rule; one that this app does not read, because it is older than the rule, leaves them empty. */
export function writtenOut<Key extends PolicyKey>(key: Key, value: unknown): Typed {
  const read = policySchemas[key].safeParse(value)
  return read.success ? policyEditors[key].write(read.data) : { texts: {}, chosen: {} }
}

type Json = z.output<ReturnType<typeof z.json>>
export type ReadBack =
  | { readonly ok: true; readonly value: Json }
  /** A sentence for each field that is wrong. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** What was typed, as the rule’s own schema takes it. */
export function readBack(key: PolicyKey, typed: Typed): ReadBack {
  const { inputs, read } = policyEditors[key]
  const value = policySchemas[key].safeParse(read(typed))
  return value.success
    ? { ok: true, value: z.json().parse(value.data) }
    : { ok: false, errors: errorsAt(inputs, value.error.issues) }
}

type Issue = z.core.$ZodIssue

/** Each at the field whose name is its path; what is wrong with the whole, at the first. */
function errorsAt(inputs: readonly Input[], issues: readonly Issue[]): Readonly<Record<string, string>> {
  const errors = issues.map((issue) => {
    const path = issue.path.join('.')
    const field = inputs.find(({ name }) => name === path || path.startsWith(`${name}.`)) ?? inputs[0]
    return [field?.name ?? '', problemText(issue)] as const
  })
  return Object.fromEntries([...errors].reverse())
}

function problemText(issue: Issue): string {
  if (issue.code === 'too_small') return boundText(issue.origin, `至少 ${issue.minimum}`)
  if (issue.code === 'too_big') return boundText(issue.origin, `最多 ${issue.maximum}`)
  if (issue.code === 'invalid_type' && issue.expected === 'number') return '请填整数'
  return '请对照说明再填一次'
}

function boundText(origin: string, bound: string): string {
  if (origin === 'string') return `${bound} 个字`
  return origin === 'array' ? `${bound} 项` : bound
}
