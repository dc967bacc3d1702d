import type { UnionId } from '../../../../shared/core/ids'
import { publication, type Pool, type UnionResult } from '../../../../shared/review/pooling'
import { populationOf } from '../../../../shared/review/population'
import { judge, type ReviewCategory } from '../../../../shared/review/verdict'
import type { Policy } from '../../../../shared/policy/resolve'
import { policyOfUnion } from '../../../_kernel/policy-of-union'
import { unions } from '../../../_kernel/records/registry'
import type {
  PublicationDue,
  PublishedFigures,
  ReviewPublicationRecord,
  ReviewResultRecord,
} from '../../../_kernel/records/review-results'
import { reviews } from '../../../_kernel/records/reviews'
import { categoryOfReview } from '../../../_kernel/review/category'
import { openFigures } from '../../../_kernel/review/figures'
import type { Runtime } from '../../../_kernel/runtime'

type Ports = Pick<Runtime, 'store' | 'sealer' | 'now'>

/** A counted review with the rules that hold for it. */
interface Ruled {
  readonly result: ReviewResultRecord
  readonly policy: Policy
  readonly category: ReviewCategory
  readonly invalid: number
  readonly population: number
  readonly published: UnionResult
}

/** 公布什么: which of them by themselves, which together, which not. The largest limit of their regions holds for all. */
export async function decidePublication(
  { _id: group, upper, year, kind }: PublicationDue,
  { number, results }: { readonly number: number; readonly results: readonly ReviewResultRecord[] },
  ports: Ports,
): Promise<ReviewPublicationRecord> {
  const ruled = await Promise.all(results.map((result) => ruledOf(result, ports)))
  const limit = Math.max(...ruled.map(({ policy }) => policy.values.reviewSmallGroup))
  const { singles, pool, withheld, total } = publication(
    ruled.map(({ published }) => published),
    limit,
  )
  const byUnion = new Map<UnionId, Ruled>(ruled.map((each) => [each.published.union, each]))
  const rowsOf = (members: readonly UnionResult[], as: 'alone' | 'pooled' | 'withheld') =>
    members.flatMap(({ union }) => {
      const review = byUnion.get(union)?.result._id
      return review === undefined ? [] : [{ review, as }]
    })
  return {
    _id: `${group}:${number}`,
    group,
    upper,
    year,
    kind,
    at: ports.now(),
    state: 'carrying',
    rows: [...rowsOf(singles, 'alone'), ...rowsOf(pool?.members ?? [], 'pooled'), ...rowsOf(withheld, 'withheld')],
    ...(pool === undefined ? {} : { pool: poolFigures(pool, byUnion) }),
    ...(total === undefined ? {} : { total }),
  }
}

async function ruledOf(result: ReviewResultRecord, ports: Ports): Promise<Ruled> {
  const [union, review] = await Promise.all([
    ports.store.get(unions, result.union),
    ports.store.get(reviews, result._id),
  ])
  if (union === undefined || review === undefined) throw new Error(`${result._id} lost its union`)
  const policy = await policyOfUnion(union, { store: ports.store, today: review.announcedOn })
  const { sum: grades, paper, verdict } = openFigures(result, ports)
  return {
    result,
    policy,
    category: await categoryOfReview(review, union, ports.store),
    invalid: paper.invalid,
    population: populationOf(review, result.electors),
    published: { union: union._id, grades, percent: verdict.standard?.percent },
  }
}

/** The pool is judged where all its unions are judged alike. */
function poolFigures({ members, grades }: Pool, byUnion: ReadonlyMap<UnionId, Ruled>): PublishedFigures {
  const pooled = members.flatMap(({ union }) => byUnion.get(union) ?? [])
  const invalid = pooled.reduce((sum, each) => sum + each.invalid, 0)
  const electors = pooled.reduce((sum, { population }) => sum + population, 0)
  const [first] = pooled
  const isAlike = new Set(pooled.map(ruleOf)).size === 1
  const verdict =
    first === undefined || !isAlike ? undefined : judge({ grades, invalid, electors }, first.category, first.policy)
  return { grades, invalid, electors, ...(verdict === undefined ? {} : { verdict }) }
}

function ruleOf({ policy, published }: Ruled): string {
  const { reviewMostlyCounts, reviewParticipation, reviewRectification } = policy.values
  return JSON.stringify([published.percent, reviewMostlyCounts, reviewParticipation, reviewRectification])
}
