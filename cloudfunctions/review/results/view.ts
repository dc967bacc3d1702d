import type { z } from 'zod'
import type { ResultView } from '../../../shared/contract/review-results'
import { chinaDay } from '../../../shared/core/time'
import { dueOn } from '../../../shared/membership/due'
import { RemarkItem } from '../../../shared/review/remark'
import { populationOf } from '../../../shared/review/population'
import { ratingsShown, type Ratings } from '../../../shared/review/remarks-shown'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import {
  reviewPublications,
  reviewResults,
  type PublishedFigures,
  type ReviewPublicationRecord,
  type ReviewResultRecord,
} from '../../_kernel/records/review-results'
import type { ReviewRecord } from '../../_kernel/records/reviews'
import { openFigures } from '../../_kernel/review/figures'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'store' | 'sealer'>
const namesShown = 100

/** 结果: what is published of it, and nothing of what is only counted. */
export async function resultView(review: ReviewRecord, ports: Ports): Promise<z.input<typeof ResultView>> {
  const [union, result] = await Promise.all([
    ports.store.get(unions, review.union),
    ports.store.get(reviewResults, review._id),
  ])
  if (union === undefined) throw new Error(`the union of ${review._id} is not there`)
  const { year, kind, phase, electors } = review
  const known = {
    unionName: union.name,
    year,
    kind,
    phase,
    ...(electors === undefined ? {} : { electors: populationOf(review, electors) }),
  }
  if (result === undefined || result.state === 'counted') return { ...known, told: 'not-yet' }
  const { digest, root, board, overcast = false, voted, state: told, publication } = result
  const proof = { digest, root, board, overcast }
  const shared = { ...known, told, proof, ...(voted === undefined ? {} : { voted }) }
  switch (told) {
    case 'alone': {
      const ratings = await ratingsOf(review, result, union, ports)
      const figures = result.shown
      const rectification = await rectificationOf('union', figures, { review, union, publication }, ports)
      return { ...shared, ...(figures === undefined ? {} : { figures }), ratings, ...rectification }
    }
    case 'pooled': {
      const pooled = await poolOf(publication, ports)
      const rectification = await rectificationOf('upper', pooled.figures, { review, union, publication }, ports)
      return { ...shared, ...pooled, ...rectification }
    }
    case 'withheld':
      return shared
  }
}

async function ratingsOf(review: ReviewRecord, result: ReviewResultRecord, union: UnionRecord, ports: Ports) {
  const limit = await smallGroup(review, union, ports)
  const shown = ratingsShown(openFigures(result, ports).ratings, limit)
  return RemarkItem.options.flatMap((item) => {
    const given = shown[item]
    return given === undefined ? [] : [{ item, given: inFive(given) }]
  })
}

/** 小单位的界限, as it was when the review was announced. */
export async function smallGroup({ announcedOn }: ReviewRecord, union: UnionRecord, { store }: Ports): Promise<number> {
  return (await policyOfUnion(union, { store, today: announcedOn })).values.reviewSmallGroup
}

/** 须提出整改方案, by the same rules as the verdict: in as many working days after publication as any matter has. */
async function rectificationOf(
  by: 'union' | 'upper',
  figures: PublishedFigures | undefined,
  of: { readonly review: ReviewRecord; readonly union: UnionRecord; readonly publication: string | undefined },
  { store }: Ports,
) {
  const published = of.publication === undefined ? undefined : await store.get(reviewPublications, of.publication)
  if (figures?.verdict?.rectification !== true || published === undefined) return {}
  const { taskWorkingDays } = (await policyOfUnion(of.union, { store, today: of.review.announcedOn })).values
  return { rectification: { by, dueOn: dueOn(chinaDay(published.at), taskWorkingDays) } }
}

async function poolOf(id: string | undefined, { store }: Ports) {
  const publication = id === undefined ? undefined : await store.get(reviewPublications, id)
  if (publication === undefined) throw new Error('what was pooled lost its publication')
  const members = membersOf(publication)
  const named = await Promise.all(
    members.slice(0, namesShown).map(async (review) => {
      const result = await store.get(reviewResults, review)
      return result === undefined ? undefined : (await store.get(unions, result.union))?.name
    }),
  )
  return {
    ...(publication.pool === undefined ? {} : { figures: publication.pool }),
    pool: { unions: named.flatMap((name) => name ?? []).sort(), count: members.length },
  }
}

function membersOf({ rows }: ReviewPublicationRecord) {
  return rows.flatMap(({ review, as }) => (as === 'pooled' ? [review] : []))
}

function inFive([one, two, three, four, five]: Ratings): [number, number, number, number, number] {
  return [one, two, three, four, five]
}
