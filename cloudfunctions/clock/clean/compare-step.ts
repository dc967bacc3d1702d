import type { RoundStep } from '../../_kernel/operations/daily-round'
import type { Collection, Store, Stored } from '../../_kernel/store/port'

/** A walk that compares what is new or changed among all records of a collection. */
export interface Comparing<D extends Stored> {
  /** Walked by its index `all`. */
  readonly collection: Collection<D>
  readonly pageSize: number
  /** Records looked at in one run, and records compared: looking is cheap, comparing is not. */
  readonly looked: number
  readonly compared: number
  /** Answers whether it was compared; it stands as done only then, so that a crash loses no pair. */
  compare(document: D): Promise<boolean>
}

/** One run of the walk, from the record `after` on. */
export async function compareStep<D extends Stored>(
  { collection, pageSize, looked, compared, compare }: Comparing<D>,
  after: string | undefined,
  store: Pick<Store, 'find'>,
): Promise<RoundStep> {
  let [last, done, seen] = [after, 0, 0]
  while (seen < looked) {
    const page = await store.find(collection, {
      index: 'all',
      equals: {},
      ...(last === undefined ? {} : { from: last }),
      limit: pageSize,
    })
    const others = page.documents.filter(({ _id }) => _id !== last)
    for (const document of others) {
      if (await compare(document)) done += 1
      last = document._id
      seen += 1
      if (done >= compared) return { done, after: last }
    }
    if (others.length === 0 || page.cursor === undefined) return { done }
  }
  return last === undefined ? { done } : { done, after: last }
}
