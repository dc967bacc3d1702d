import { monthsAfter } from '../../core/calendar'
import type { IsoDate } from '../../core/time'
import type { ReviewKind } from '../../review/kinds'
import { isRegional } from './category'
import type { Facts, ReviewHeld } from './facts'
import { atLeast, of, rateMet, within, type HomeRules, type Judged } from './judged'

type Reviewed = Pick<Facts, 'reviews' | 'subject'>

/** 一年一次会员评家, its form and its grades (M6). */
export function reviewHeld(facts: Reviewed, day: IsoDate): Judged {
  return within(byMembers(facts)[0]?.on, 12, day)
}

export function reviewForm(facts: Reviewed, rules: HomeRules): Judged {
  const [review] = byMembers(facts)
  return review === undefined ? of('no-record') : of(review.form === rules.reviewForm ? 'met' : 'short')
}

export function reviewGrades(facts: Reviewed): Judged {
  const [review] = byMembers(facts)
  return review === undefined ? of('no-record') : atLeast(review.grades.length, { min: 3, max: 3 })
}

/** M6: a place or an industry is judged by the members who were drawn, and held back by a survey of its staff that was told and falls short (001 区域性行业性 满意度测评). */
export function satisfactionOfMembers(facts: Reviewed, rules: HomeRules, day: IsoDate): Judged {
  const held = byMembers(facts)
  const ofMembers = satisfaction(held.find(({ outcome }) => outcome !== undefined) ?? held[0], rules, day)
  if (!isRegional(facts.subject) || ofMembers.state === 'no-record') return ofMembers
  const ofStaff = satisfactionOf('staff', facts, rules, day)
  return ofStaff.state === 'short' ? ofStaff : ofMembers
}

export function satisfactionOf(kind: 'sample' | 'staff', facts: Reviewed, rules: HomeRules, day: IsoDate): Judged {
  return satisfaction(latest(facts, kind), rules, day)
}

const latest = ({ reviews }: Reviewed, kind: ReviewKind) => reviews.find((one) => one.kind === kind)

/** 会员评家, the latest first: of a place or an industry 区域内随机抽查 is one too. */
function byMembers({ reviews, subject }: Reviewed): readonly ReviewHeld[] {
  return reviews
    .filter(({ kind }) => kind === 'members' || (kind === 'sample' && isRegional(subject)))
    .sort((one, other) => (one.on < other.on ? 1 : -1))
}

/** 满意率 comes from 会员评家 alone; a pool’s is that of each of its unions, marked. What was too small to be told is no record. */
function satisfaction(review: ReviewHeld | undefined, rules: HomeRules, day: IsoDate): Judged {
  if (review === undefined) return of('no-record')
  const { on, outcome, category } = review
  if (monthsAfter(on, 12) < day) return of('no-record', { kind: 'no-result', on, why: 'old' })
  if (outcome === undefined) return of('no-record', { kind: 'no-result', on, why: 'withheld' })
  const judged = rateMet({ numerator: outcome.satisfied, denominator: outcome.valid }, rules.reviewThresholds[category])
  return outcome.pooled && judged.shown.kind === 'rate'
    ? { ...judged, shown: { ...judged.shown, pooled: true } }
    : judged
}
