import { officers } from '../cloudfunctions/_kernel/records/registry'
import type { UnionId } from '../shared/core/ids'
import { succeed } from '../shared/core/outcome'
import type { IsoTime } from '../shared/core/time'
import type { TestSystem } from './system'

/** Whoever is in office at this union leaves at this moment. */
export async function vacated(
  { runtime: { store } }: Pick<TestSystem, 'runtime'>,
  union: UnionId,
  at: IsoTime,
): Promise<void> {
  const held = await store.find(officers, { index: 'byUnion', equals: { union }, limit: 100 })
  const inOffice = held.documents.filter(({ until }) => until === undefined || until > at)
  await store.transact(async (tx) => {
    for (const officer of inOffice) await tx.put(officers, { ...officer, until: at })
    return succeed(undefined)
  })
}
