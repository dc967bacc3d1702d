import type { UnionId } from '../core/ids'
import { statutory } from '../policy/statutory'
import { territorial } from './routing-candidates'
import { cover, isActive } from './routing-cover'
import { result, review } from './routing-result'
import type { RoutingIndex, RoutingPolicy, RoutingResult, Worker } from './routing-types'

type Gate = (index: RoutingIndex, worker: Worker, policy: RoutingPolicy) => RoutingResult | undefined

/**
 * 先决条件, in this order (ROUTING.md, Gates): R01 under age, R02 on file under another form of the number, R08 union dissolved and employment
 * ended, R03 retired, R04 owner, R05 application open, R30 seconded, R06 nothing known. The first that applies decides alone.
 */
export const passGates: Gate = (index, worker, policy) => {
  for (const gate of gates) {
    const decided = gate(index, worker, policy)
    if (decided !== undefined) return decided
  }
  return undefined
}

/** R01 未满最低年龄 (default; 劳动法 §15). */
const underAge: Gate = (_index, { age }, policy) => {
  if (age === undefined || age >= (policy.minAge ?? statutory.minAge)) return undefined
  return result('REJECT', ['R01'], { primary: null })
}

/** R02 同一人已在册 (003 二(六): 避免出现重复): keep that membership, merge the two records. */
const onFile: Gate = (_index, { existingByNormalisedId }) =>
  existingByNormalisedId
    ? result('KEEP', ['R02'], { primary: existingByNormalisedId, followUps: ['MERGE_DUPLICATE'] })
    : undefined

/** R08 工会撤销且劳动关系结束 (工会法 §13; 总工发〔2016〕35号): the membership is retained at home or with the upper union. Whoever still works is routed again. */
const dissolved: Gate = (index, worker, policy) => {
  if (worker.event !== 'UNION_DISSOLVED' || !worker.membership || isEmployed(worker)) return undefined
  const upper = nearestActiveUpper(index, worker.membership.union)
  const [home] = territorial(index, worker.homeRegion ?? undefined)
  const primary = policy.dissolvedRetain === 'RESIDENCE' ? (home ?? upper) : (upper ?? home)
  if (primary === undefined) return review(['R08', 'R07'])
  return result('RETAIN', ['R08'], { primary, alternatives: [upper, home], followUps: ['FREEZE_MEMBERSHIP'] })
}

/** R03 退休: a member's membership is retained where it is (003 二(六) → 总工发〔2016〕35号); nobody joins after retirement (default). */
const retired: Gate = (_index, { retired: isRetired, membership }) => {
  if (!isRetired) return undefined
  if (!membership) return result('REJECT', ['R03'], { primary: null })
  return result('RETAIN', ['R03'], { primary: membership.union ?? null, followUps: ['FREEZE_MEMBERSHIP'] })
}

/** R04 私营企业主、法定代表人 (default): whether they are workers is for people to say. */
const owner: Gate = (_index, { isOwner }) => (isOwner ? review(['R04']) : undefined)

/** R05 别处有在办申请: one person has one open application (003 二(六)). */
const applying: Gate = (_index, { pendingApplication, event }) =>
  pendingApplication && event !== 'EMPLOYER_UNION_FOUNDED'
    ? result('BLOCK_DUPLICATE', ['R05'], { primary: pendingApplication })
    : undefined

/** R30 借调 (总工发〔2016〕35号 §14): the membership stays; from six months on a transfer is possible, never automatic. Without one there is nothing to keep. */
const seconded: Gate = (index, worker, policy) => {
  if (worker.category !== 'seconded' || !worker.membership) return undefined
  const longEnough = (worker.secondedMonths ?? 0) >= (policy.secondmentMonths ?? statutory.secondmentMonths)
  const offered = longEnough ? cover(index, worker.userUnit).unions : []
  return result('KEEP', ['R30'], { primary: worker.membership.union ?? null, alternatives: offered })
}

/** R06 缺少信息: no unit, no place, no jobs. */
const uninformed: Gate = (_index, worker) =>
  isEmployed(worker) ? undefined : result('NEED_INFO', ['R06'], { primary: null })

const gates: readonly Gate[] = [underAge, onFile, dissolved, retired, owner, applying, seconded, uninformed]

/** Somebody who names a unit, a job or a place of work. */
function isEmployed({ employer, userUnit, agency, jobs, workRegion }: Worker): boolean {
  return Boolean(employer || userUnit || agency || workRegion || jobs?.length)
}

/** The dissolved union's parent, or the first above it that is still active: nobody is sent to a union that is gone as well. */
function nearestActiveUpper(index: RoutingIndex, start: UnionId | null | undefined): UnionId | undefined {
  const seen = new Set<UnionId>()
  for (let at = start; at && !seen.has(at); at = index.union(at)?.parent) {
    if (at !== start && isActive(index, at)) return at
    seen.add(at)
  }
  return undefined
}
