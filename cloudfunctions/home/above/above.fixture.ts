import { castUnions } from '../../../local/demo/personas'
import { RegionId, type UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { catalogue } from '../../../shared/home/standards/catalogue'
import type { ItemState } from '../../../shared/home/standards/keys'
import { addTotals, noTotals, totalsOf, type StandingTotals } from '../../../shared/home/standards/totals'
import type { Runtime } from '../../_kernel/runtime'
import { homeStandings, type StandingRecord } from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { unionBelow, type Assessed } from '../standards/standards.fixture'

const { qingdao, shinan, street, factory, newForm, community } = castUnions
/** What each of them has a gap in; everything else is met, and what is left open nobody has looked at. */
const below: readonly { readonly id: UnionId; readonly gaps: readonly string[]; readonly open: readonly string[] }[] = [
  { id: factory.id, gaps: ['6Y-6'], open: ['6Y-3'] },
  { id: newForm.id, gaps: ['6Y-4', '6Y-5', '6Y-6'], open: [] },
  { id: community.id, gaps: [], open: [] },
]

const standardOf = (item: string) => catalogue.find(({ id }) => id === item)?.standard
const sixHave = catalogue.filter(({ standard }) => standard === 'six-have').map(({ id }) => id)

/** A union that leads two others where the region names a day for the report (九江: 12 月 15 日). */
export async function reporting(system: Assessed): Promise<{ readonly union: UnionId; readonly as: string }> {
  const below = await unionBelow(system, { region: RegionId.parse('3604') })
  const standing: StandingRecord = {
    _id: below.union,
    name: '九江的一家总工会',
    parent: street.id,
    active: true,
    own: noTotals,
    below: { ...noTotals, unions: 2, standards: { 'six-have': { unions: 2, met: 1, gap: 1 } } },
    leads: true,
    revision: 1,
  }
  await system.runtime.store.transact((tx) => tx.put(homeStandings, standing))
  return below
}

/** 现状 of three unions of a street, with the sums above them, as the clock keeps them. */
export async function keepStandings({ store, now }: Pick<Runtime, 'store' | 'now'>): Promise<void> {
  const recordOf = async (id: UnionId): Promise<UnionRecord> => {
    const union = await store.get(unions, id)
    if (union === undefined) throw new Error(`${id} is not there`)
    return union
  }
  let sum = noTotals
  for (const { id, gaps, open } of below) {
    const items: Record<string, ItemState> = Object.fromEntries(
      sixHave.map((item) => [item, gaps.includes(item) ? 'gap' : open.includes(item) ? 'open' : 'met']),
    )
    const own = totalsOf({ standards: ['six-have'], items, standardOf, result: undefined, type: 'enterprise' })
    await keep(await recordOf(id), own, noTotals, items)
    sum = addTotals(sum, own)
  }
  for (const id of [street.id, shinan.id, qingdao.id]) await keep(await recordOf(id), noTotals, sum)

  async function keep(
    { _id, name, parent }: UnionRecord,
    own: StandingTotals,
    under: StandingTotals,
    items?: Readonly<Record<string, ItemState>>,
  ): Promise<void> {
    const computedAt = now()
    await store.transact(async (tx) => {
      await tx.put(homeStandings, {
        _id,
        name,
        ...(parent === undefined ? {} : { parent }),
        active: true,
        ...(items === undefined
          ? {}
          : { standing: { document: 'SHANDONG_GRASSROOTS', standards: ['six-have'], items, computedAt } }),
        own,
        below: under,
        ...(under.unions > 0 ? { leads: true as const } : {}),
        revision: 1,
      })
      return succeed(undefined)
    })
  }
}
