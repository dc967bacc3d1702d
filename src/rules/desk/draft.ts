import type { z } from 'zod'
import type { registry } from '../../../shared/contract/registry'
import { Clause, type PolicyRow } from '../../../shared/contract/registry-policies'
import { IsoDate } from '../../../shared/core/time'
import { readBack, writtenOut } from '../parts/fill-in'
import type { Typed } from '../parts/inputs'

/** What is proposed, as far as it was answered. */
export interface Draft {
  readonly row: PolicyRow
  readonly typed: Typed
  readonly clause: string
  readonly day: string | undefined
}

/** One question a page. */
export const steps = ['value', 'clause', 'day', 'check'] as const
export type Step = (typeof steps)[number]

/** Where the answer to a field is mended. */
export const stepOfField: Readonly<Record<string, Step>> = { value: 'value', clause: 'clause', effectiveFrom: 'day' }

/** Begins with the value that holds. */
export function draftOf(row: PolicyRow): Draft {
  return { row, typed: writtenOut(row.key, row.value), clause: '', day: undefined }
}

/** What is wrong with the answers of a step, by field; nothing once the next may be asked. */
export function errorsOf(draft: Draft, step: Step, earliest: IsoDate): Readonly<Record<string, string>> {
  switch (step) {
    case 'value': {
      const read = readBack(draft.row.key, draft.typed)
      return read.ok ? {} : read.errors
    }
    case 'clause': {
      const read = Clause.safeParse(draft.clause)
      return read.success ? {} : { clause: read.error.issues[0]?.message ?? '' }
    }
    case 'day':
      return draft.day !== undefined && draft.day >= earliest ? {} : { day: '请选一天，最早是后天' }
    case 'check':
      return {}
  }
}

type Sent = Omit<z.input<typeof registry.procedures.proposeProvision.input>, 'union'>

/** As it is sent; undefined until everything is answered. */
export function sentOf({ row: { key }, typed, clause, day }: Draft): Sent | undefined {
  const read = readBack(key, typed)
  const effectiveFrom = IsoDate.safeParse(day)
  return read.ok && effectiveFrom.success
    ? { key, value: read.value, effectiveFrom: effectiveFrom.data, clause }
    : undefined
}
