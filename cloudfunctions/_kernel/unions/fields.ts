import type { UnionFields } from '../../../shared/org/union-fields'
import { unionTypeName } from '../../../shared/org/union'
import { coverages, officers, units, type OfficerRecord, type UnionRecord, type UnitRecord } from '../records/registry'
import type { Call } from '../serve'

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
  const [hostUnit, leader, covered] = await Promise.all([
    union.hostUnit === undefined ? undefined : call.store.get(units, union.hostUnit),
    leaderOf(union, call),
    union.hostUnit === undefined ? staffOfCovered(union, call) : undefined,
  ])
  const told = hostUnit === undefined ? union.staff : hostUnit.staff
  const staff = covered ?? (told === 0 ? undefined : told)
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
  return { fields, leaderName, hostUnit, staff, staffComputed: covered !== undefined }
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

/** So many units are added up for a page; a union of more is asked. */
const mostUnits = 100

/** 联合工会: the staff of the units that it covers. Nothing where it covers none. */
async function staffOfCovered({ _id: union }: UnionRecord, { store }: Ports): Promise<number | undefined> {
  const page = await store.find(coverages, { index: 'byUnion', equals: { union }, limit: mostUnits + 1 })
  if (page.documents.length === 0 || page.documents.length > mostUnits) return undefined
  const covered = await Promise.all(page.documents.map(({ unit }) => store.get(units, unit)))
  const staff = covered.reduce((sum, unit) => sum + (unit?.staff ?? 0), 0)
  return staff === 0 ? undefined : staff
}
