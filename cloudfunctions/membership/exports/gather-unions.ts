import type { UnionId } from '../../../shared/core/ids'
import { unions, units, type UnionRecord } from '../../_kernel/records/registry'
import { memberships } from '../../_kernel/records/memberships'
import { reports } from '../../_kernel/records/reports'
import type { Position, UnionRow } from '../../_kernel/records/exports'
import { staffOfUnion } from '../../_kernel/staff-of-union'
import { currentPeriod, reportId } from '../../_kernel/unions/reports'
import type { Gathered } from './gathered'
import type { ExportPorts } from './job'
import { leaderOf } from './leader'

/** Rows made side by side: their reads wait for the same network. */
const abreast = 10

/** 先上级，后下级: a union, and behind it everything below it, before the next one beside it; so a township stands together on paper. */
export async function gatherUnions(
  root: UnionId,
  position: Position,
  limit: number,
  ports: ExportPorts,
): Promise<Gathered> {
  if (position.kind === 'list') {
    const union = await ports.store.get(unions, root)
    const rows = union === undefined ? [] : [await rowOf(union, ports)]
    return { rows, position: { kind: 'tree', frames: [{ parent: root }] } }
  }
  const found: UnionRecord[] = []
  const frames = [...position.frames]
  while (frames.length > 0 && found.length < limit) {
    const frame = frames.pop()
    if (frame === undefined) break
    const page = await ports.store.find(unions, {
      index: 'byParent',
      equals: { parent: frame.parent },
      limit: 1,
      ...(frame.cursor === undefined ? {} : { cursor: frame.cursor }),
    })
    if (page.cursor !== undefined) frames.push({ parent: frame.parent, cursor: page.cursor })
    const [union] = page.documents
    if (union === undefined) continue
    frames.push({ parent: union._id })
    if (union.status === 'active') found.push(union)
  }
  const rows: UnionRow[] = []
  for (let at = 0; at < found.length; at += abreast)
    rows.push(...(await Promise.all(found.slice(at, at + abreast).map((union) => rowOf(union, ports)))))
  return { rows, position: frames.length === 0 ? undefined : { kind: 'tree', frames } }
}

/** 汇总表的一行. Members are counted, never told; what nobody has told stays empty. */
async function rowOf(union: UnionRecord, ports: ExportPorts): Promise<UnionRow> {
  const { store } = ports
  const { _id, name, type, hostUnit, uscc = '', foundedOn = '', address = '', phone = '' } = union
  const [unit, members, leader, { period }] = await Promise.all([
    hostUnit === undefined ? undefined : store.get(units, hostUnit),
    store.count(memberships, { index: 'byUnion', equals: { union: _id, state: 'active' } }),
    leaderOf(_id, ports),
    currentPeriod(union, ports),
  ])
  const [{ staff }, report] = await Promise.all([
    staffOfUnion(union, unit, store),
    store.get(reports, reportId(_id, period)),
  ])
  const isChecked = union.parent === undefined || report?.state === 'checked'
  return {
    unitName: unit?.name ?? name,
    unitCode: unit?.uscc ?? uscc,
    ...(unit === undefined ? {} : { unitKind: unit.unitKind }),
    address,
    ...(staff === undefined ? {} : { staff }),
    name,
    foundedOn,
    type,
    members,
    leader: leader?.name ?? '',
    phone,
    remark: isChecked ? '' : '本期未审核',
  }
}
