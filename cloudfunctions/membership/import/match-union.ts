import type { UnionId } from '../../../shared/core/ids'
import { judgeOrganisationRow, type OrganisationVerdict } from '../../../shared/roster/judge-union'
import type { OrganisationEntry } from '../../../shared/roster/organisation-entry'
import type { RowProblem } from '../../../shared/roster/row-problems'
import type { OrganisationKey } from '../../../shared/roster/annexes'
import { howMany } from '../../_kernel/kept-counts'
import type { KeptOrganisationEntry } from '../../_kernel/records/imports'
import { unions, units, type UnionRecord } from '../../_kernel/records/registry'
import { fieldsOf } from '../../_kernel/unions/fields'
import type { ImportPorts } from './job'

export type MatchedUnion =
  | { readonly ok: true; readonly union: UnionRecord; readonly verdict: OrganisationVerdict }
  | { readonly ok: false; readonly problems: readonly RowProblem<OrganisationKey>[] }

/** More unions of one name in one line than this nobody tells apart. */
const most = 20

/** 按工会名称或单位代码找工会, in the line of whoever brought the file (条): what lies elsewhere is not told, and what nobody founded is not made. */
export async function matchUnion(entry: KeptOrganisationEntry, at: UnionId, ports: ImportPorts): Promise<MatchedUnion> {
  const named = await byName(entry, at, ports)
  const found = named.length === 0 ? await byCode(entry, at, ports) : named
  const coded = found.length > 1 ? await withCode(found, entry, ports) : found
  const [union, another] = coded
  if (union === undefined)
    return { ok: false, problems: [{ column: 'name', code: found.length > 1 ? ambiguous : unknown }] }
  if (another !== undefined) return { ok: false, problems: [{ column: 'name', code: ambiguous }] }
  const members = (await howMany({ what: 'active', union: union._id }, ports)).count
  const { fields, staffComputed } = await fieldsOf(union, members, ports)
  const verdict = judgeOrganisationRow(entry, { fields, staffComputed, members })
  if (verdict.missing.length > 0)
    return { ok: false, problems: verdict.missing.map((column) => ({ column, code: 'missing' })) }
  return { ok: true, union, verdict }
}

const unknown = 'union-unknown'
const ambiguous = 'union-ambiguous'

async function byName({ name }: Pick<OrganisationEntry, 'name'>, at: UnionId, { store }: ImportPorts) {
  const { documents } = await store.find(unions, { index: 'byName', equals: { name }, limit: most })
  return documents.filter((union) => isBelow(union, at))
}

async function byCode({ unitCode: uscc }: KeptOrganisationEntry, at: UnionId, { store }: ImportPorts) {
  if (uscc === '') return []
  const [own, coded] = await Promise.all([
    store.find(unions, { index: 'byCode', equals: { uscc }, limit: most }),
    store.find(units, { index: 'byCode', equals: { uscc }, limit: most }),
  ])
  const ids = [...new Set(coded.documents.flatMap(({ union }) => union ?? []))]
  const hosted = await Promise.all(ids.map((id) => store.get(unions, id)))
  const all = [...own.documents, ...hosted.flatMap((union) => union ?? [])]
  return [...new Map(all.map((union) => [union._id, union])).values()].filter((union) => isBelow(union, at))
}

async function withCode(found: readonly UnionRecord[], { unitCode }: KeptOrganisationEntry, { store }: ImportPorts) {
  const codes = await Promise.all(
    found.map(async ({ uscc, hostUnit }) => (hostUnit === undefined ? uscc : (await store.get(units, hostUnit))?.uscc)),
  )
  return found.filter((_, at) => codes[at] === unitCode)
}

const isBelow = ({ line, status }: UnionRecord, at: UnionId) => line.includes(at) && status === 'active'
