import { castUnions } from '../../../local/demo/personas'
import type { UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { catalogue } from '../../../shared/home/standards/catalogue'
import type { ItemState } from '../../../shared/home/standards/keys'
import { addTotals, noTotals, totalsOf, type StandingTotals } from '../../../shared/home/standards/totals'
import type { Runtime } from '../../_kernel/runtime'
import { homeStandings } from '../../_kernel/records/home-standards'
import { unions, type UnionRecord } from '../../_kernel/records/registry'

const { qingdao, shinan, street, factory, newForm, community } = castUnions
/** What each of them has a gap in; everything else is met, and what is left open nobody has looked at. */
const below: readonly { readonly id: UnionId; readonly gaps: readonly string[]; readonly open: readonly string[] }[] = [
  { id: factory.id, gaps: ['6Y-6'], open: ['6Y-3'] },
  { id: newForm.id, gaps: ['6Y-4', '6Y-5', '6Y-6'], open: [] },
  { id: community.id, gaps: [], open: [] },
]

const standardOf = (item: string) => catalogue.find(({ id }) => id === item)?.standard
const sixHave = catalogue.filter(({ standard }) => standard === 'six-have').map(({ id }) => id)

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
        revision: 1,
      })
      return succeed(undefined)
    })
  }
}
