import { faults } from './gateway-faults'
import type { Fields } from './gateway-queries'

export type Document = Fields & { readonly _id: string }

/** One document’s next state; undefined removes it. */
export interface Change {
  readonly collection: string
  readonly id: string
  readonly document: Document | undefined
}

interface Version {
  readonly at: number
  readonly document: Document | undefined
}

/** Documents with the versions that somebody may still look at, each from the commit that made it. */
export interface Versions {
  /** The number of the newest commit. */
  readonly newest: number
  /** Throws where it exists. */
  create(collection: string): void
  /** As it was after this commit. */
  read(collection: string, id: string, at: number): Document | undefined
  /** All documents of a collection, as they are now. */
  all(collection: string): readonly Document[]
  /** Whether a commit after this one changed it. */
  changedSince(collection: string, id: string, at: number): boolean
  /** One commit. Versions that nobody looks at since `oldest` are forgotten. */
  commit(changes: readonly Change[], oldest: number): void
}

export function versions(): Versions {
  const collections = new Map<string, Map<string, readonly Version[]>>()
  let newest = 0

  function known(collection: string): Map<string, readonly Version[]> {
    const found = collections.get(collection)
    if (found === undefined) throw faults.noCollection(collection)
    return found
  }

  return {
    get newest() {
      return newest
    },
    create: (collection) => {
      if (collections.has(collection)) throw faults.collectionExists(collection)
      collections.set(collection, new Map())
    },
    read: (collection, id, at) =>
      known(collection)
        .get(id)
        ?.filter((version) => version.at <= at)
        .at(-1)?.document,
    all: (collection) =>
      [...known(collection).values()].flatMap((history) => {
        const document = history.at(-1)?.document
        return document === undefined ? [] : [document]
      }),
    changedSince: (collection, id, at) => (known(collection).get(id)?.at(-1)?.at ?? 0) > at,
    commit: (changes, oldest) => {
      newest++
      for (const { collection, id, document } of changes) {
        const histories = known(collection)
        const history = histories.get(id) ?? []
        const unseen = history.filter((version) => version.at <= oldest).length - 1
        histories.set(id, [...history.slice(Math.max(unseen, 0)), { at: newest, document }])
      }
    },
  }
}
