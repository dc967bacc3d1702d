import { homeAboveProcedures } from '../../../shared/contract/home-above'
import { refuse, succeed } from '../../../shared/core/outcome'
import { weakestFirst } from '../../../shared/home/above/sums'
import { auditing } from '../../_kernel/audit'
import { notifying } from '../../_kernel/notify'
import { guidances, type GuidanceRecord } from '../../_kernel/records/home-above'
import { homeStandings } from '../../_kernel/records/home-standards'
import { officers, unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { rowOf } from './rows'

/** More unions than this stand directly below none in the registry; those beyond, by name, wait until others are helped. */
const mostCompared = 500
const shown = 20
const mostChairs = 5

/** 先帮谁. */
export const weakestBelow = implement(homeAboveProcedures.weakestBelow, async ({ store, input }) => {
  const { documents } = await store.find(homeStandings, {
    index: 'byParent',
    equals: { parent: input.union, active: true },
    limit: mostCompared,
  })
  const rows = weakestFirst(documents.map(rowOf))
    .filter(({ gaps }) => gaps > 0)
    .slice(0, shown)
  return succeed({
    rows: await Promise.all(
      rows.map(async (row) => {
        const equals = { union: row.union }
        const [last] = (await store.find(guidances, { index: 'byUnion', equals, order: 'descending', limit: 1 }))
          .documents
        return last === undefined ? row : { ...row, last: viewOf(last) }
      }),
    ),
  })
})

/** 指导 (002 四（四）): kept with both unions’ names, and told to whoever is chair there. */
export const guide = implement(homeAboveProcedures.guide, async (call) => {
  const { union: by, of, text } = call.input
  const [above, below] = await Promise.all([call.store.get(unions, by), call.store.get(unions, of)])
  if (above === undefined || below === undefined || of === by || !below.line.includes(by)) return refuse('NOT_FOUND')
  if (below.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const equals = { union: of, role: 'chair' } as const
  const chairs = (await call.store.find(officers, { index: 'byUnion', equals, limit: mostChairs })).documents.filter(
    ({ until }) => until === undefined || until > call.now,
  )
  const tell = chairs.map(({ account }) =>
    notifying(call, { account, text: `${above.name}对建家提了一条建议，在“职工之家建设”里。` }),
  )
  const _id = call.random.id()
  const audit = auditing(call, { action: 'home.guide', subject: of, union: by, content: { text } })
  return call.act(async (tx) => {
    const [byName, account, at] = [above.name, call.account, call.now]
    await tx.insert(guidances, { _id, union: of, by, byName, account, at, text })
    for (const each of tell) await each(tx)
    await audit(tx)
    return succeed({})
  })
})

/** 收到的指导. */
export const guidance = implement(homeAboveProcedures.guidance, async ({ store, input }) => {
  const union = await store.get(unions, input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const equals = { union: input.union }
  const { documents } = await store.find(guidances, { index: 'byUnion', equals, order: 'descending', limit: shown })
  return succeed({ name: union.name, rows: documents.map(viewOf) })
})

function viewOf({ byName: by, at, text }: GuidanceRecord) {
  return { by, at, text }
}
