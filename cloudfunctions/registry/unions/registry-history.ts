import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { officers, unions } from '../../_kernel/records/registry'
import { unionChanges, type UnionChangeRecord } from '../../_kernel/records/union-registry'
import { implement, type Call } from '../../_kernel/serve'

type Row = z.input<typeof registry.procedures.registryHistory.output>['rows'][number]

const aPage = 30

/** 变动记录. Who did it is read from the office that they did it by, so that a name is kept in one place. */
export const registryHistory = implement(registry.procedures.registryHistory, async (call) => {
  const { union: id, cursor } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const page = await call.store.find(unionChanges, {
    index: 'byUnion',
    equals: { union: id },
    order: 'descending',
    limit: aPage,
    ...(cursor === undefined ? {} : { cursor }),
  })
  return succeed({
    name: union.name,
    rows: await Promise.all(page.documents.map((record) => rowOf(record, call))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function rowOf(record: UnionChangeRecord, call: Call<unknown>): Promise<Row> {
  const { _id, at, change, person } = record
  const who = await whoDid(record, call)
  return {
    change: _id,
    at,
    what: change,
    ...(person === undefined
      ? {}
      : { person: call.sealer.open({ collection: unionChanges.name, id: _id, field: 'person' }, person) }),
    ...(who === undefined ? {} : { who }),
  }
}

async function whoDid({ by, office }: UnionChangeRecord, { store, sealer }: Call<unknown>): Promise<Row['who']> {
  if (office === undefined) return undefined
  const [officer, union] = await Promise.all([
    store.get(officers, `${office.union}:${by}`),
    store.get(unions, office.union),
  ])
  if (officer === undefined) return undefined
  const name = sealer.open({ collection: officers.name, id: officer._id, field: 'name' }, officer.name)
  return { name, role: office.role, unionName: union?.name ?? '' }
}
