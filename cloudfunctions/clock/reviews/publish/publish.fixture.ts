import { castUnions } from '../../../../local/demo/personas'
import { UnionId, type ReviewId } from '../../../../shared/core/ids'
import { IsoDate, isoTime, type IsoTime } from '../../../../shared/core/time'
import { ballotsIn, Grade, noGrades, type Grades } from '../../../../shared/review/kinds'
import { judge } from '../../../../shared/review/verdict'
import { inOffice } from '../../../../tests/faults/ready'
import type { TestSystem } from '../../../../tests/system'
import { policyOfUnion } from '../../../_kernel/policy-of-union'
import { unions, type UnionRecord } from '../../../_kernel/records/registry'
import { reviewComments } from '../../../_kernel/records/review-counts'
import { publicationsDue, reviewResults } from '../../../_kernel/records/review-results'
import { reviews } from '../../../_kernel/records/reviews'
import { sealFigures } from '../../../_kernel/review/figures'
import { sealJson } from '../../../_kernel/secrets'
import { groupOf } from '../../../_kernel/review/groups'
import { reviewIdOf } from '../../../review/turns'

let made = 0

/** An upper union with nothing below it yet, and its chair. */
export async function upperUnion(system: Pick<TestSystem, 'runtime' | 'newcomer'>) {
  const { store } = system.runtime
  const street = await store.get(unions, castUnions.street.id)
  if (street === undefined) throw new Error('the street is gone')
  const _id = UnionId.parse(`upper-${++made}`)
  const upper: UnionRecord = {
    ...street,
    _id,
    name: `第${made}街道总工会`,
    parent: street._id,
    line: [_id, ...street.line],
  }
  await store.insert(unions, upper)
  return { upper, as: (await inOffice(system, _id, 'chair')).as }
}

export const ended = isoTime(Date.parse('2026-12-03T16:00:00.000Z'))

/** A union below with a review of this year that is closed; where grades are given, they are counted. */
export async function closedReview(
  system: Pick<TestSystem, 'runtime' | 'newcomer'>,
  upper: UnionRecord,
  grades: Grades | undefined,
  votingUntil: IsoTime = ended,
): Promise<{ readonly review: ReviewId; readonly union: UnionRecord }> {
  const { store } = system.runtime
  const _id = UnionId.parse(`below-${++made}`)
  const union: UnionRecord = { ...upper, _id, name: `第${made}公司工会`, parent: upper._id, line: [_id, ...upper.line] }
  await store.insert(unions, union)
  const review = reviewIdOf({ union: _id, year: 2026, kind: 'members' })
  const day = IsoDate.parse('2026-11-01')
  await store.insert(reviews, {
    _id: review,
    union: _id,
    year: 2026,
    kind: 'members',
    form: 'mixed',
    grades: Grade.options,
    staff: 0,
    cutoff: day,
    announcedOn: day,
    keys: `keys-${made}`,
    digest: `digest-${made}`,
    phase: 'closed',
    receivingFrom: isoTime(Date.parse('2026-11-10T16:00:00.000Z')),
    votingFrom: isoTime(Date.parse('2026-11-20T16:00:00.000Z')),
    votingUntil,
    openObjections: 0,
    electors: 1000,
    updatedAt: ended,
  })
  if (grades !== undefined) await counted(system, review, union, grades)
  return { review, union }
}

/** What the count leaves behind. */
export async function counted(
  system: Pick<TestSystem, 'runtime' | 'newcomer'>,
  review: ReviewId,
  union: UnionRecord,
  grades: Grades,
  comments: readonly string[] = [],
  paper: { readonly grades: Grades; readonly invalid: number } = { grades: noGrades, invalid: 0 },
): Promise<void> {
  const { runtime } = system
  const policy = await policyOfUnion(union, { store: runtime.store, today: IsoDate.parse('2026-11-01') })
  const electors = ballotsIn(grades) + paper.invalid
  const board = ballotsIn(grades) - ballotsIn(paper.grades)
  const verdict = judge({ grades, invalid: paper.invalid, electors }, 'enterprise', policy)
  const figures = { paper, sum: grades, rejected: 0, ratings: {}, comments: comments.length, verdict }
  const round = (await runtime.store.get(reviews, review))?.round
  const group = await groupOf({ year: 2026, kind: 'members', round }, union, runtime.store)
  const _id = `${review}:0`
  const texts = sealJson(runtime.sealer, { collection: reviewComments.name, id: _id, field: 'comments' }, comments)
  await runtime.store.transact(async (tx) => {
    await tx.put(reviewResults, {
      _id: review,
      union: union._id,
      year: 2026,
      kind: 'members',
      group: group._id,
      countedAt: runtime.now(),
      electors,
      received: board,
      digest: 'digest',
      root: 'root',
      remarkRoot: 'root',
      board,
      policyVersion: policy.version,
      figures: sealFigures(review, figures, runtime),
      state: 'counted',
    })
    await tx.put(reviewComments, { _id, review, part: 0, comments: texts })
    await tx.put(publicationsDue, { ...group, due: runtime.now() })
  })
}
