import { faults } from './gateway-faults'
import { fieldIndex, rangeIn, type FieldIndex } from './gateway-index'
import { matcher, type Document, type Fields } from './gateway-queries'

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
  /** The documents of a collection that match, as they are now. */
  matching(collection: string, query: Fields): readonly Document[]
  /** Whether a commit after this one changed it. */
  changedSince(collection: string, id: string, at: number): boolean
  /** One commit. Versions that nobody looks at since `oldest` are forgotten. */
  commit(changes: readonly Change[], oldest: number): void
}

interface Held {
  readonly histories: Map<string, readonly Version[]>
  /** Made when a field is first asked for. */
  readonly indexes: Map<string, FieldIndex>
}

export function versions(): Versions {
  const collections = new Map<string, Held>()
  let newest = 0

  function known(collection: string): Held {
    const found = collections.get(collection)
    if (found === undefined) throw faults.noCollection(collection)
    return found
  }

  function all({ histories }: Held): readonly Document[] {
    return [...histories.values()].flatMap((history) => history.at(-1)?.document ?? [])
  }

  function candidates(held: Held, query: Fields): readonly Document[] {
    const range = rangeIn(query)
    if (range === undefined) return all(held)
    const index = held.indexes.get(range.field) ?? fieldIndex(range.field, all(held))
    held.indexes.set(range.field, index)
    return index.within(range.condition)
  }

  return {
    get newest() {
      return newest
    },
    create: (collection) => {
      if (collections.has(collection)) throw faults.collectionExists(collection)
      collections.set(collection, { histories: new Map(), indexes: new Map() })
    },
    read: (collection, id, at) => {
      const history = known(collection).histories.get(id) ?? []
      return history.filter((version) => version.at <= at).at(-1)?.document
    },
    matching: (collection, query) => candidates(known(collection), query).filter(matcher(query)),
    changedSince: (collection, id, at) => (known(collection).histories.get(id)?.at(-1)?.at ?? 0) > at,
    commit: (changes, oldest) => {
      newest++
      for (const { collection, id, document } of changes) {
        const { histories, indexes } = known(collection)
        const history = histories.get(id) ?? []
        for (const index of indexes.values()) index.replace(history.at(-1)?.document, document)
        const unseen = history.filter((version) => version.at <= oldest).length - 1
        histories.set(id, [...history.slice(Math.max(unseen, 0)), { at: newest, document }])
      }
    },
  }
}
