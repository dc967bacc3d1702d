import { unions } from '../../cloudfunctions/_kernel/records/registry'
import { castUnions } from '../../local/demo/personas'
import { UnionId } from '../../shared/core/ids'
import { succeed } from '../../shared/core/outcome'
import type { TestSystem } from '../system'

/** 条: where a union stands to the one that is named. */
export const places = ['own', 'sibling', 'subordinate', 'superior', 'foreign'] as const
export type Place = (typeof places)[number]

type Around = { readonly own: UnionId } & { readonly [P in Place]?: UnionId }

/** The unions around this one, or around the factory’s where none is named. A union that has none below gets one; a topmost one has no superior. */
export async function placesAround({ runtime }: TestSystem, named: UnionId | undefined): Promise<Around> {
  const own = named ?? castUnions.factory.id
  const { store } = runtime
  const union = await store.get(unions, own)
  if (union === undefined) throw new Error(`there is no union ${own}`)
  const { parent } = union
  const below = async (id: UnionId) =>
    (await store.find(unions, { index: 'byParent', equals: { parent: id }, limit: 1000 })).documents
  const others = parent === undefined ? [{ _id: castUnions.huzhou.id }] : await below(parent)
  const sibling = others.find(({ _id }) => _id !== own)?._id
  const branch = UnionId.parse(`${own}-branch`)
  const [first] = await below(own)
  if (first === undefined) {
    await store.transact(async (tx) => {
      await tx.put(unions, {
        ...union,
        _id: branch,
        name: `${union.name}分会`,
        parent: own,
        line: [branch, ...union.line],
      })
      return succeed(undefined)
    })
  }
  return {
    own,
    ...(sibling === undefined ? {} : { sibling }),
    subordinate: first?._id ?? branch,
    ...(parent === undefined ? {} : { superior: parent }),
    foreign: castUnions.battery.id,
  }
}
