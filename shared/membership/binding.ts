import { chinaDay, type IsoDate, type IsoTime } from '../core/time'

/**
 * 绑定: an account becomes that of a person already on file. Chairs and HR know numbers and phones, so knowing is no proof (CARD.md, Binding): either the phone
 * that WeChat verified is the one on file, or two officers saw the person.
 */

/** An officer who writes a phone number into the register must not be able to take over the membership with it the same day. */
const editedCountsAfterDays = 30
const dayMs = 24 * 60 * 60 * 1000

/** Whether the phone on file proves who somebody is: at once as the person gave it, a month after an officer changed it. */
export function phoneIsProof(editedByOfficerAt: IsoTime | undefined, today: IsoDate): boolean {
  if (editedByOfficerAt === undefined) return true
  return Date.parse(today) - Date.parse(chinaDay(editedByOfficerAt)) >= editedCountsAfterDays * dayMs
}

/** How long a code on the officer’s phone can be taken, and how long the second officer may take to look at it. */
export const bindingCodeLivesMs = 10 * 60 * 1000
export const bindingWaitsMs = 7 * dayMs

/** The second pair of eyes: anybody who may confirm here, but neither the one who opened it nor the one whose account would be bound. */
export function mayConfirmBinding<Account>(
  { openedBy, account }: { readonly openedBy: Account; readonly account?: Account | undefined },
  confirmer: Account,
): boolean {
  return openedBy !== confirmer && account !== confirmer
}
