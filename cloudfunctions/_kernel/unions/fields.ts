import type { UnionFields } from '../../../shared/org/union-fields'
import { unionTypeName } from '../../../shared/org/union'
import { officers, units, type OfficerRecord, type UnionRecord, type UnitRecord } from '../records/registry'
import type { Call } from '../serve'
import { staffOfUnion } from '../staff-of-union'

/** 11 项, as they stand in the registry now. */
export interface StandingFields {
  /** `leader` is the office’s id: a name stands nowhere in the clear. */
  readonly fields: UnionFields
  readonly leaderName: string | undefined
  readonly hostUnit: UnitRecord | undefined
  readonly staff: number | undefined
  /** 职工人数 follows from the units that the union covers: nobody is asked for it. */
  readonly staffComputed: boolean
}

type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'now'>

/** `members` is counted elsewhere, and handed in. */
export async function fieldsOf(union: UnionRecord, members: number, call: Ports): Promise<StandingFields> {
  const [hostUnit, leader] = await Promise.all([
    union.hostUnit === undefined ? undefined : call.store.get(units, union.hostUnit),
    leaderOf(union, call),
  ])
  const { staff, computed: staffComputed } = await staffOfUnion(union, hostUnit, call.store)
  const fields: UnionFields = {
    unitName: hostUnit?.name,
    unitCode: hostUnit === undefined ? union.uscc : hostUnit.uscc,
    unitKind: hostUnit?.unitKind,
    address: union.address,
    staff: staff === undefined ? undefined : String(staff),
    name: union.name,
    foundedOn: union.foundedOn,
    type: unionTypeName[union.type],
    members: String(members),
    leader: leader?._id,
    phone: union.phone,
  }
  const leaderName =
    leader === undefined
      ? undefined
      : call.sealer.open({ collection: officers.name, id: leader._id, field: 'name' }, leader.name)
  return { fields, leaderName, hostUnit, staff, staffComputed }
}

/** 工会负责人: the chair in office; while there is none, the deputy. */
async function leaderOf({ _id: union }: UnionRecord, { store, now }: Ports): Promise<OfficerRecord | undefined> {
  for (const role of ['chair', 'deputy'] as const) {
    const page = await store.find(officers, { index: 'byUnion', equals: { union, role }, limit: 20 })
    const inOffice = page.documents.find(({ until }) => until === undefined || until > now)
    if (inOffice !== undefined) return inOffice
  }
  return undefined
}
