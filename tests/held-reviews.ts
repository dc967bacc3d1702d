import { compactBox } from '../cloudfunctions/clock/reviews/compact-box'
import { countReviews } from '../cloudfunctions/clock/reviews/count/count-reviews'
import { publishReviews } from '../cloudfunctions/clock/reviews/publish/publish-reviews'
import { stepReviews } from '../cloudfunctions/clock/reviews/step'
import { reviews, type ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { plainUnion, announced } from '../cloudfunctions/review/review.fixture'
import { tellersOf } from '../cloudfunctions/review/counting.fixture'
import type { PersonId, ReviewId, UnionId } from '../shared/core/ids'
import { isoTime, type IsoTime } from '../shared/core/time'
import type { Grade, Grades } from '../shared/review/kinds'
import type { Remark } from '../shared/review/remark'
import { electorOf } from './reviews'
import { granted, type TestSystem } from './system'
import { phoneOf, wordOf, type TestPhone } from './voting-phone'

/** Where it is held: a test’s system, or a server’s data before it starts. */
export type Held = Pick<TestSystem, 'runtime' | 'newcomer' | 'ask' | 'travel'>

/** What somebody will do in a review. */
export interface Plan {
  readonly grade: Grade
  readonly on: 'phone' | 'paper'
  readonly remark?: Omit<Remark, 'review'>
}

export interface Voter extends Plan {
  readonly person: PersonId
  readonly elector: string
  readonly phone: TestPhone
}

/** A review that is held through the functions, step by step: only the list is written past them, as members of a union take long to make. */
export interface HeldReview {
  readonly review: ReviewId
  readonly union: UnionId
  readonly voters: readonly Voter[]
  readonly record: ReviewRecord
}

export async function announcedFor(system: Held, plans: readonly Plan[]): Promise<HeldReview> {
  const union = await plainUnion(system)
  const review = await announced(system, union, 'demo-street')
  const voters: Voter[] = []
  for (const plan of plans) {
    const { as, person, elector } = await electorOf(system, { _id: review })
    voters.push({ ...plan, person, elector, phone: phoneOf(system, as) })
  }
  const { store } = system.runtime
  const record = await store.transact(async (tx) => {
    const found = await tx.get(reviews, review)
    if (found === undefined) throw new Error('it was not announced')
    const listed = { ...found, electors: voters.length, due: found.receivingFrom }
    await tx.put(reviews, listed)
    return listed
  })
  return { review, union, voters, record }
}

/** The clock of the test and of the reviews. */
export async function passTo(system: Held, at: IsoTime): Promise<void> {
  system.travel(at)
  await stepReviews(system.runtime)
}

export async function receiveOne({ review }: Pick<HeldReview, 'review'>, { phone }: Voter): Promise<void> {
  expectWord(await phone.receive(review), 'received')
}

export async function vote({ review }: HeldReview, { phone, grade }: Voter): Promise<void> {
  expectWord(await phone.castBallot(review, grade), 'taken')
}

export async function sayMore({ review }: HeldReview, { phone, remark }: Voter): Promise<void> {
  if (remark !== undefined) expectWord(await phone.castRemark(review, remark), 'taken')
}

/** Papers are handed out in the venue. */
export async function tickPapers(system: Held, { review, union, voters }: HeldReview) {
  const tellers = await tellersOf(system, union)
  for (const { person, on } of voters)
    if (on === 'paper') granted(await system.ask(tellers.one, 'review', 'tickForPaper', { union, review, person }))
  return tellers
}

/** Two tellers count the papers after the close; nobody spoiled one. */
export async function countPapers(
  system: Held,
  { review, union, voters }: HeldReview,
  { one, other }: { readonly one: string; readonly other: string },
): Promise<void> {
  const grades = gradesOf(voters.filter(({ on }) => on === 'paper'))
  for (const as of [one, other])
    granted(await system.ask(as, 'review', 'enterPaperCount', { union, review, grades, invalid: 0 }))
}

/** Counted, published and put in order, as the clock does it after the end. */
export async function countedAndPublished(system: Held, { votingUntil }: ReviewRecord): Promise<void> {
  system.travel(isoTime(Date.parse(votingUntil) + 100_000))
  await countReviews(system.runtime)
  await publishReviews(system.runtime)
  await compactBox(system.runtime)
}

/** From the first day to the publication, everybody in the order of the plans. */
export async function heldReview(system: Held, plans: readonly Plan[]): Promise<HeldReview> {
  const held = await announcedFor(system, plans)
  const { receivingFrom, votingFrom, votingUntil } = held.record
  await passTo(system, receivingFrom)
  for (const voter of held.voters) if (voter.on === 'phone') await receiveOne(held, voter)
  await passTo(system, votingFrom)
  const tellers = await tickPapers(system, held)
  for (const voter of held.voters) if (voter.on === 'phone') await vote(held, voter)
  for (const voter of held.voters) await sayMore(held, voter)
  await passTo(system, votingUntil)
  await countPapers(system, held, tellers)
  await countedAndPublished(system, held.record)
  return held
}

export function gradesOf(plans: readonly Pick<Plan, 'grade'>[]): Grades {
  const many = (grade: Grade) => plans.filter((plan) => plan.grade === grade).length
  return { satisfied: many('satisfied'), mostly: many('mostly'), dissatisfied: many('dissatisfied') }
}

function expectWord(voted: Parameters<typeof wordOf>[0], word: string): void {
  if (wordOf(voted) !== word) throw new Error(`${wordOf(voted)} instead of ${word}`)
}
