import type { UnionFacts } from '../../../shared/org/warnings'
import { chinaDay, type IsoDate } from '../../../shared/core/time'
import { warningsOf } from '../../../shared/org/warnings'
import { documents } from '../../../shared/policy/documents'
import type { Policy } from '../../../shared/policy/resolve'
import type { WarningView } from '../../../shared/contract/registry-unions'
import { accounts } from '../../_kernel/records/accounts'
import { memberships } from '../../_kernel/records/memberships'
import { coverages, officers, type OfficerRecord, type UnionRecord } from '../../_kernel/records/registry'
import { tallies } from '../../_kernel/records/rounds'
import { committees, type CommitteeRecord } from '../../_kernel/records/union-registry'
import type { Call } from '../../_kernel/serve'

type Ports = Pick<Call<unknown>, 'store' | 'now' | 'today'>

export interface KnownOfUnion {
  readonly facts: UnionFacts
  readonly chair: OfficerRecord | undefined
  readonly committees: readonly CommitteeRecord[]
}

/** What the thresholds look at, as it stands on file. `members` and `staff` are counted elsewhere and handed in. */
export async function knownOf(
  union: UnionRecord,
  { members, staff }: Pick<UnionFacts, 'members' | 'staff'>,
  call: Ports,
): Promise<KnownOfUnion> {
  const { store, now } = call
  const id = union._id
  const [elected, chairs, units, tally] = await Promise.all([
    store.find(committees, { index: 'byUnion', equals: { union: id } }),
    store.find(officers, { index: 'byUnion', equals: { union: id, role: 'chair' }, limit: 20 }),
    store.count(coverages, { index: 'byUnion', equals: { union: id }, atMost: 1_000 }),
    store.get(tallies, id),
  ])
  const chair = chairs.documents.find(({ until }) => until === undefined || until > now)
  const contractUntil = chair === undefined ? undefined : await contractEndOf(chair, call)
  const facts: UnionFacts = {
    type: union.type,
    members,
    staff,
    women: tally?.doneAt === undefined ? undefined : tally.composition.women,
    womenStaff: union.womenStaff,
    fullTime: union.fullTime,
    units,
    committees: elected.documents,
    chair:
      chair === undefined
        ? undefined
        : {
            since: chinaDay(chair.since),
            trainedOn: chair.trainedOn,
            contractUntil,
            contractFiledOn: chair.contractFiledOn,
          },
  }
  return { facts, chair, committees: elected.documents }
}

async function contractEndOf({ account }: OfficerRecord, { store }: Ports): Promise<IsoDate | undefined> {
  const person = (await store.get(accounts, account))?.person
  return person === undefined ? undefined : (await store.get(memberships, person))?.contractUntil
}

/** 提醒, each with the document and the clause that it rests on. */
export function warningViews(facts: UnionFacts, policy: Policy, today: IsoDate): WarningView[] {
  return warningsOf(facts, policy.values, today).map(({ policy: key, ...warning }) => {
    const provenance = policy.provenance.get(key)
    return {
      ...warning,
      source: provenance === undefined ? '' : documents[provenance.source].short,
      clause: provenance?.clause ?? '',
    }
  })
}
