import type { UnionId, UnitId } from '../core/ids'
import { unreachable } from '../core/unreachable'
import { cover, isLegalPerson } from './routing-cover'
import { isSome, near, plain, type Some, type Target } from './routing-target'
import type { RoutingIndex, RoutingPolicy, Worker } from './routing-types'

/** R10–R15 在职、编外 (003 二(三)1; 001 第二类 组织建设(3); 003 二(一); 000 一). */
export function ofEmployer(index: RoutingIndex, worker: Worker): Target {
  const covered = cover(index, worker.employer)
  const [primary, ...rest] = covered.unions
  switch (covered.by) {
    case 'C1':
      return { ...plain, rule: 'R10', primary, alternatives: rest }
    case 'C2':
      return { ...plain, rule: 'R11', primary, alternatives: rest }
    case 'C3': {
      const found = {
        ...plain,
        rule: 'R12' as const,
        primary,
        alternatives: rest,
        followUps: ['TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED' as const],
      }
      return rest.length === 0
        ? found
        : { ...found, choice: true, flags: ['COVERED_TWICE'], legitimate: covered.unions }
    }
    case 'C4':
      return {
        ...plain,
        rule: 'R13',
        primary,
        alternatives: [],
        followUps: ['TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED', 'PARENT_UNION_ASSISTS_FOUNDING'],
      }
    case 'none':
      return withoutUnion(index, worker)
    default:
      return unreachable(covered)
  }
}

/** R15 单位没有工会 (default; 000 二(二), 总工发〔2016〕35号 §13): by place. A group's union may take a subsidiary's workers only after a human looked (000 一(四)). */
function withoutUnion(index: RoutingIndex, worker: Worker): Target {
  const nearby = near(index, worker)
  const group = unionsOfGroup(index, worker.employer)
  const assisted = group.length > 0
  return {
    ...plain,
    rule: 'R15',
    primary: nearby.territorial[0],
    alternatives: [...nearby.territorial, ...nearby.industry, ...group],
    followUps: [
      'TRANSFER_WHEN_EMPLOYER_UNION_FOUNDED',
      'ASSIST_FOUNDING',
      ...(assisted ? (['PARENT_UNION_ASSISTS_FOUNDING'] as const) : []),
    ],
    flags: assisted ? ['GROUP_UNION_NEEDS_REVIEW'] : [],
  }
}

/** What covers the parent of a legal person: a group's union, which does not cover the subsidiary by itself (000 一(四)). */
function unionsOfGroup(index: RoutingIndex, id: UnitId | null | undefined): readonly UnionId[] {
  const unit = id ? index.unit(id) : undefined
  return unit !== undefined && isLegalPerson(unit) ? cover(index, unit.parent).unions : []
}

/** R20–R25 劳务派遣 (000 二(一); 总工发〔2009〕21号 §1; 劳动合同法 §64). */
export function ofDispatched(index: RoutingIndex, worker: Worker, policy: RoutingPolicy): Target {
  const agency = cover(index, worker.agency).unions
  const user = cover(index, worker.userUnit).unions
  const legitimate = [...user, ...agency]
  if (isSome(agency) && isSome(user)) return { ...bothCovered(agency, user, policy), legitimate }
  if (isSome(user)) return { ...plain, rule: 'R23', primary: user[0], alternatives: [], legitimate }

  const nearby = near(index, worker)
  if (isSome(agency)) {
    return {
      ...plain,
      rule: 'R24',
      primary: agency[0],
      alternatives: nearby.territorial,
      followUps: ['ENTRUST_AGREEMENT', 'OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED', 'ASSIST_FOUNDING'],
      legitimate,
    }
  }
  return {
    ...plain,
    rule: 'R25',
    primary: nearby.territorial[0],
    alternatives: [...nearby.territorial, ...nearby.industry],
    followUps: ['TRANSFER_WHEN_USER_OR_AGENCY_UNION_FOUNDED', 'ASSIST_FOUNDING'],
  }
}

function bothCovered(agency: Some, user: Some, { dispatch }: RoutingPolicy): Target {
  const entrusted = { ...plain, followUps: ['ENTRUST_AGREEMENT'] as const }
  switch (dispatch) {
    case 'USER_FIRST':
      return { ...entrusted, rule: 'R20', primary: user[0], alternatives: agency }
    case 'AGENCY_FIRST':
      return { ...entrusted, rule: 'R21', primary: agency[0], alternatives: user }
    case 'WORKER_CHOICE':
      return { ...entrusted, rule: 'R22', choice: true, primary: user[0], alternatives: agency }
    default:
      return unreachable(dispatch)
  }
}

/** R26, R27 劳务外包 (default): the contractor is the employer; the host's union helps and may be asked (000 一(四), 四(二) 外围配套服务企业). */
export function ofContractor(index: RoutingIndex, worker: Worker): Target {
  const [contractors] = cover(index, worker.employer).unions
  if (contractors !== undefined) return { ...plain, rule: 'R26', primary: contractors, alternatives: [] }
  const asR15 = withoutUnion(index, worker)
  const host = cover(index, worker.userUnit).unions
  if (!isSome(host)) return { ...asR15, rule: 'R27' }
  return {
    ...asR15,
    rule: 'R27',
    alternatives: [...asR15.alternatives, ...host],
    followUps: [...asR15.followUps, 'HOST_UNION_ASSISTS_FOUNDING'],
    flags: [...asR15.flags, 'HOST_UNION_NEEDS_REVIEW'],
  }
}
