import type { UnionId, UnitId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { UnitReference } from '../../../shared/membership/joining'
import type { MembershipRecord } from '../../_kernel/records/memberships'
import { unions, type UnionRecord, type UnitRecord } from '../../_kernel/records/registry'
import { unitNow } from '../../_kernel/units'
import type { Call } from '../../_kernel/serve'
import { situationOf } from '../life/workplace'

/** 派遣的两方, as the registry knows them: each unit with its active unions. */
export interface Party {
  readonly unit: UnitId
  readonly name: string
  readonly unions: readonly UnionId[]
  readonly unionRecords: readonly UnionRecord[]
}

/** A unit typed by hand is no party: nobody there could agree to anything. */
export async function partiesOf(
  member: MembershipRecord,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<Outcome<readonly Party[], 'ENTRUST_DISPATCHED_ONLY'>> {
  const situation = await situationOf(member, call)
  if (situation?.work !== 'dispatched') return refuse('ENTRUST_DISPATCHED_ONLY')
  const found = await Promise.all([situation.agency, situation.userUnit].map((unit) => partyOf(unit, call)))
  return succeed(found.flatMap((party) => party ?? []))
}

async function partyOf(reference: UnitReference, { store }: Pick<Call<unknown>, 'store'>): Promise<Party | undefined> {
  if (reference.kind === 'by-hand') return undefined
  const unit = await unitNow(reference.unit, store)
  if (unit === undefined) return undefined
  const organising = await Promise.all(unionsOf(unit).map((id) => store.get(unions, id)))
  const active = organising.flatMap((union) => (union?.status === 'active' ? [union] : []))
  return { unit: unit._id, name: unit.name, unions: active.map(({ _id }) => _id), unionRecords: active }
}

function unionsOf({ union, coveredBy }: UnitRecord): readonly UnionId[] {
  return [...new Set([...(union === undefined ? [] : [union]), ...coveredBy])]
}
