import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { UnionId, type UnitId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { keepDocument } from '../../_kernel/documents'
import { regions, unions, units, type UnionRecord } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import type { Reader } from '../../_kernel/store/port'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { unitNow } from '../../_kernel/units'
import { openUnionEvent } from '../../_kernel/union-events'
import { cover } from './covering'
import { finishFoundingTasks, giveOwn } from './own-union'
import { papersFor } from './papers'
import { seatUnion } from './seats'
import { leadsPlace, withinReach } from './within-reach'

type Input = z.output<typeof registry.procedures.foundUnion.input>
type Code = 'UNIT_UNKNOWN' | 'REGION_UNKNOWN' | 'ALREADY_FOUNDED' | 'UNION_NOT_ACTIVE'

/**
 * 建会: union, unit or units, coverage, seat, papers, event and audit in one transaction of at most 99 operations (thirty units), so that no reader ever sees
 * a unit whose union is not there. Whom it moves is found out afterwards; a joint union moves nobody, since none of its units has a union of its own now.
 */
export const foundUnion = implement(registry.procedures.foundUnion, async (call) => {
  const { now, today, account } = call
  const input = { ...call.input, body: await withUnitsNow(call.input.body, call.store) }
  if (input.foundedOn > today) return refuse('DAY_INVALID', { field: 'foundedOn' })
  const above = await call.store.get(unions, input.union)
  if (above?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const reach = await reaches(above, input.body, call.store)
  if (!reach.ok) return reach
  const free = await placeOf(call.store, input)
  if (!free.ok) return free
  const papers = await papersFor('founded', input.papers, call)
  if (!papers.ok) return papers
  const id = UnionId.parse(call.random.id())
  const event = call.random.id()
  const note = notingChange({ union: id, office: await actingOffice([input.union], call) }, call)
  const audit = auditing(call, {
    action: 'union.found',
    subject: id,
    union: input.union,
    content: { body: input.body, reason: input.reason, papers: input.papers },
  })
  return call.act(async (tx) => {
    const upper = await tx.get(unions, input.union)
    if (upper?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const placed = await placeOf(tx, input)
    if (!placed.ok) return placed
    const union: UnionRecord = {
      _id: id,
      name: input.name,
      type: input.body.type,
      status: 'active',
      region: placed.data,
      parent: upper._id,
      line: [id, ...upper.line],
      direct: true,
      industries: input.body.kind === 'together' ? [...input.body.industries] : [],
      foundedOn: input.foundedOn,
      recordedOn: today,
      ...(input.body.kind === 'alone' ? { hostUnit: input.body.unit } : {}),
    }
    await tx.insert(unions, union)
    await seatUnion(tx, union)
    await note(tx, { kind: 'founded', upperName: upper.name })
    const named = { union: id, name: union.name }
    const desk = { union: upper._id, name: upper.name }
    if (input.body.kind === 'together') {
      for (const unit of input.body.units) await cover(tx, id, unit)
      for (const { file } of input.papers) await keepDocument(tx, file, { collection: unions.name, record: id })
      await audit(tx)
      return succeed({ union: id })
    }
    const { unit } = input.body
    await giveOwn(tx, id, unit)
    await openUnionEvent(tx, {
      _id: event,
      kind: 'founded',
      union: id,
      unionName: union.name,
      unit,
      successor: named,
      upper: desk,
      desk,
      reason: input.reason,
      papers: input.papers,
      by: account,
      at: now,
    })
    await finishFoundingTasks(tx, unit, upper, call)
    await audit(tx)
    return succeed({ union: id, event })
  })
})

/** What it founds lies where this union may: asked before the transaction, which has no room for it. */
async function reaches(
  upper: UnionRecord,
  body: Input['body'],
  reader: Reader,
): Promise<Outcome<void, 'UNIT_UNKNOWN' | 'REGION_UNKNOWN'>> {
  const named = body.kind === 'alone' ? [body.unit] : body.units
  const known = await Promise.all(named.map((id) => reader.get(units, id)))
  if (body.kind === 'together' && !(await leadsPlace(upper, body.region, reader)))
    return refuse('REGION_UNKNOWN', { field: 'body.region' })
  return withinReach(upper, known, reader, body.kind === 'alone' ? 'body.unit' : 'body.units')
}

/** A unit on file twice is the one that stands for it; one that is not on record is refused below. */
async function withUnitsNow(body: Input['body'], reader: Reader): Promise<Input['body']> {
  const now = async (id: UnitId) => (await unitNow(id, reader))?._id ?? id
  if (body.kind === 'alone') return { ...body, unit: await now(body.unit) }
  return { ...body, units: [...new Set(await Promise.all(body.units.map(now)))] }
}

/** Where it stands: at its unit’s place, or where a joint union says; every unit is on record and has no union of its own. */
async function placeOf(tx: Reader, { body }: Input): Promise<Outcome<UnionRecord['region'], Code>> {
  const named = body.kind === 'alone' ? [body.unit] : body.units
  for (const id of named) {
    const unit = await tx.get(units, id)
    if (unit === undefined || unit.mergedInto !== undefined) return refuse('UNIT_UNKNOWN', { field: 'body.unit' })
    if (unit.union !== undefined && (await tx.get(unions, unit.union))?.status === 'active')
      return refuse('ALREADY_FOUNDED', { field: 'body.unit', message: `${unit.name}已经有工会。` })
    if (body.kind === 'alone') return succeed(unit.region)
  }
  if (body.kind === 'alone') return refuse('UNIT_UNKNOWN', { field: 'body.unit' })
  const region = await tx.get(regions, body.region)
  return region === undefined ? refuse('REGION_UNKNOWN', { field: 'body.region' }) : succeed(region._id)
}
