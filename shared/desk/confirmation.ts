import { z } from 'zod'
import { ExportId, ImportId, PersonId, UnionId } from '../core/ids'
import { isoTime, type IsoTime } from '../core/time'

/** 手机确认: a desk page shows a code and a number; the phone scans the code, sees what is asked and from where, and picks the number. */

/** Which whole value of a member an officer asks to see. */
export const WholeValue = z.enum(['number', 'mobile'])
export type WholeValue = z.infer<typeof WholeValue>

/** 要确认的事: signing a browser in, or one act there that wants the person’s own hand. */
export const ConfirmedAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sign-in') }),
  z.strictObject({ kind: z.literal('reveal'), union: UnionId, person: PersonId, value: WholeValue }),
  z.strictObject({ kind: z.literal('export-mine') }),
  z.strictObject({ kind: z.literal('export-table'), union: UnionId, export: ExportId }),
  z.strictObject({ kind: z.literal('import-table'), union: UnionId, import: ImportId }),
])
export type ConfirmedAct = z.infer<typeof ConfirmedAct>

/** `used`: the browser took the sign-in, or the act was done. Nothing leads back from an answer. */
export const ConfirmationState = z.enum(['asked', 'confirmed', 'refused', 'used'])
export type ConfirmationState = z.infer<typeof ConfirmationState>

/** A code on a screen lives this long. */
const codeLivesMs = 60_000
/** What was confirmed may be done this long: enough for one act, too short for a cup of coffee. */
const confirmedLivesMs = 2 * 60_000
/** 电脑登录: a working day. */
const signInLivesMs = 8 * 60 * 60_000

export const codeExpires = (now: IsoTime): IsoTime => isoTime(Date.parse(now) + codeLivesMs)
export const confirmedExpires = (now: IsoTime): IsoTime => isoTime(Date.parse(now) + confirmedLivesMs)
export const signInExpires = (now: IsoTime): IsoTime => isoTime(Date.parse(now) + signInLivesMs)

export interface Asked {
  readonly state: ConfirmationState
  readonly expiresAt: IsoTime
  readonly number: number
}

/** What the phone’s answer comes to. A wrong number ends the code: whoever was talked into scanning does not get to guess. */
export function judgeAnswer(
  asked: Asked,
  answer: { readonly kind: 'pick'; readonly number: number } | { readonly kind: 'refuse' },
  now: IsoTime,
): 'confirmed' | 'refused' | 'wrong' | 'gone' {
  if (asked.state !== 'asked' || asked.expiresAt <= now) return 'gone'
  if (answer.kind === 'refuse') return 'refused'
  return answer.number === asked.number ? 'confirmed' : 'wrong'
}

/** Whether the desk may go on with exactly this act now. */
export function mayUse(
  confirmation: { readonly state: ConfirmationState; readonly expiresAt: IsoTime; readonly act: ConfirmedAct },
  act: ConfirmedAct,
  now: IsoTime,
): boolean {
  return confirmation.state === 'confirmed' && confirmation.expiresAt > now && sameAct(confirmation.act, act)
}

function sameAct(one: ConfirmedAct, other: ConfirmedAct): boolean {
  if (one.kind === 'reveal' && other.kind === 'reveal')
    return one.union === other.union && one.person === other.person && one.value === other.value
  if (one.kind === 'export-table' && other.kind === 'export-table')
    return one.union === other.union && one.export === other.export
  if (one.kind === 'import-table' && other.kind === 'import-table')
    return one.union === other.union && one.import === other.import
  return one.kind === other.kind
}

/** Three different two-digit numbers to pick from, in the order of their size, so that the place tells nothing. `digits` draws decimal digits. */
export function numbersToPick(digits: (count: number) => string): {
  readonly number: number
  readonly choices: readonly number[]
} {
  const drawn: number[] = []
  while (drawn.length < 3) {
    const one = Number(digits(2))
    if (one >= 10 && !drawn.includes(one)) drawn.push(one)
  }
  const [number = 10] = drawn
  return { number, choices: [...drawn].sort((a, b) => a - b) }
}
