import { holdings, type Holding } from '../../../shared/home/archive/holdings'
import type { HomeCategory, PaperKind } from '../../../shared/home/archive/papers'
import { documents } from '../../../shared/policy/documents'
import { memberCongresses, staffCongresses } from '../../_kernel/records/congresses'
import { managementRecords } from '../../_kernel/records/management'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import type { UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import { homeOf } from '../management/year-done'

/** So many of each kind lie in an index: decades of them. */
const most = 100

export interface ArchiveIndex {
  readonly category: HomeCategory
  readonly asked: readonly PaperKind[]
  /** 出处. */
  readonly source: string
  readonly rows: readonly Holding[]
}

/** 本会的目录, from the records of meetings and contracts. */
export async function holdingsOfUnion(
  union: UnionRecord,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<ArchiveIndex> {
  const { store } = call
  const newest = { index: 'byUnion', order: 'descending', limit: most } as const
  const [{ category }, { values, provenance }, members, staff, contracts] = await Promise.all([
    homeOf(union, store),
    policyOfUnion(union, call),
    store.find(memberCongresses, { ...newest, equals: { union: union._id } }),
    store.find(staffCongresses, { ...newest, equals: { union: union._id } }),
    store.find(managementRecords, { ...newest, equals: { union: union._id, kind: 'contract' } }),
  ])
  const asked = values.paperArchive[category]
  const from = provenance.get('paperArchive')
  return {
    category,
    asked,
    source: from === undefined ? '' : `${documents[from.source].short} ${from.clause}`,
    rows: holdings(asked, {
      memberCongresses: members.documents,
      staffCongresses: staff.documents,
      management: contracts.documents.map(({ facts }) => facts),
    }),
  }
}
