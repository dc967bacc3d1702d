import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unionTypeName } from '../../../shared/org/union'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { regions, unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import type { Store } from '../../_kernel/store/port'

type Row = z.input<typeof registry.procedures.unionsInLine.output>['rows'][number]

const aPage = 50
/** A region is divided into no more than this. */
const mostPlaces = 500

/** 条: one level down. */
export const unionsInLine = implement(registry.procedures.unionsInLine, async ({ store, input }) => {
  const { union: id, cursor } = input
  const union = await store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const page = await store.find(unions, {
    index: 'byParent',
    equals: { parent: id },
    limit: aPage,
    ...(cursor === undefined ? {} : { cursor }),
  })
  return succeed({
    name: union.name,
    rows: await rowsOf(page.documents, id, store),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

/** 块: what lies at one place of the territory, whichever line it belongs to. */
export const unionsInPlace = implement(registry.procedures.unionsInPlace, async ({ store, input }) => {
  const { union: id, region: asked, cursor } = input
  const union = await store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const region = await store.get(regions, asked ?? union.region)
  if (region === undefined || !region.path.includes(union.region)) return refuse('NOT_FOUND')
  const [inside, page] = await Promise.all([
    store.find(regions, { index: 'byParent', equals: { parent: region._id }, limit: mostPlaces }),
    store.find(unions, {
      index: 'byRegion',
      equals: { region: region._id },
      limit: aPage,
      ...(cursor === undefined ? {} : { cursor }),
    }),
  ])
  return succeed({
    region: region._id,
    name: region.name,
    places: inside.documents.map((place) => ({ region: place._id, name: place.name })),
    rows: await rowsOf(page.documents, id, store),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function rowsOf(found: readonly UnionRecord[], caller: UnionId, store: Store): Promise<Row[]> {
  const inBeing = found.filter(({ status }) => status === 'active')
  const leads = await Promise.all(inBeing.map(({ _id }) => hasActiveBelow(_id, store)))
  return inBeing.map(({ _id, name, type, line }, at) => ({
    union: _id,
    name,
    type: unionTypeName[type],
    leads: leads[at] === true,
    mine: line.includes(caller),
  }))
}
