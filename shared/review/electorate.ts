import type { PersonId } from '../core/ids'
import type { IsoDate } from '../core/time'
import { unreachable } from '../core/unreachable'
import type { MembershipState } from '../membership/life'
import type { ReviewForm } from './kinds'

/** A membership as it stands at the cut-off. */
export interface CandidateElector {
  readonly person: PersonId
  readonly state: MembershipState
  /** Since when this union holds it. */
  readonly since: IsoDate
  /** Since when the person has an account here; absent where they have none. */
  readonly boundOn?: IsoDate | undefined
  /** A keyed digest of that account: whoever comes with another one later was bound after the list was taken. */
  readonly account?: string | undefined
}

export const exclusionReasons = ['joined-after-cutoff', 'retained', 'ended'] as const
export type ExclusionReason = (typeof exclusionReasons)[number]
/** Why somebody votes on paper whatever they choose. */
export const paperReasons = ['written-form', 'no-account', 'bound-after-cutoff'] as const
export type PaperReason = (typeof paperReasons)[number]
/** Why somebody on the list is out: by the rule, or 删去 where an objection was right. */
export const outReasons = [...exclusionReasons, 'struck'] as const
export type OutReason = (typeof outReasons)[number]

export interface Elector {
  readonly person: PersonId
  readonly account?: string | undefined
  readonly paperOnly?: PaperReason | undefined
}

/** 选民名单: everybody named, in or out, and why. */
export interface Electorate {
  readonly electors: readonly Elector[]
  readonly excluded: readonly { readonly person: PersonId; readonly because: ExclusionReason }[]
}

/** 谁有表决权: active members on the day of the cut-off, that day included. 保留会籍 has no vote (总工发〔2016〕35号). */
export function electorate(
  members: readonly CandidateElector[],
  { cutoff, form }: { readonly cutoff: IsoDate; readonly form: ReviewForm },
): Electorate {
  const electors: Elector[] = []
  const excluded: { person: PersonId; because: ExclusionReason }[] = []
  for (const member of members) {
    const { person, account } = member
    const because = whyExcluded(member, cutoff)
    const paperOnly = whyPaper(member, cutoff, form)
    if (because !== undefined) excluded.push({ person, because })
    else
      electors.push({
        person,
        ...(account === undefined ? {} : { account }),
        ...(paperOnly === undefined ? {} : { paperOnly }),
      })
  }
  return { electors, excluded }
}

function whyExcluded({ state, since }: CandidateElector, cutoff: IsoDate): ExclusionReason | undefined {
  switch (state) {
    case 'active':
      return since > cutoff ? 'joined-after-cutoff' : undefined
    case 'retained':
      return 'retained'
    case 'left':
    case 'expelled':
    case 'deceased':
      return 'ended'
    default:
      return unreachable(state)
  }
}

/** An account that was bound after the cut-off could be anybody’s who came for the vote. */
function whyPaper({ boundOn }: CandidateElector, cutoff: IsoDate, form: ReviewForm): PaperReason | undefined {
  if (form === 'written') return 'written-form'
  if (boundOn === undefined) return 'no-account'
  return boundOn > cutoff ? 'bound-after-cutoff' : undefined
}
