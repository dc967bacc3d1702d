import { allCollections } from '../../cloudfunctions/_kernel/records/all'
import { dailyJobs } from '../../cloudfunctions/_kernel/records/daily-jobs'
import { figureMonths, figuresStates, unionFigures } from '../../cloudfunctions/_kernel/records/figures'
import { homeStandings } from '../../cloudfunctions/_kernel/records/home-standards'
import { keptCounts } from '../../cloudfunctions/_kernel/records/kept-counts'
import { outbox } from '../../cloudfunctions/_kernel/records/outbox'
import { rotations } from '../../cloudfunctions/_kernel/records/rotations'
import { chainWalks, health, jobRuns } from '../../cloudfunctions/_kernel/records/operations'
import { auditEntries, auditHeads } from '../../cloudfunctions/_kernel/records/upkeep'
import { parsed } from '../../cloudfunctions/_kernel/store/documents'
import type { Collection, Stored } from '../../cloudfunctions/_kernel/store/port'
import { openConnection } from '../../cloudfunctions/_kernel/store/sqlite-connection'

/** The whole database, past the port: what no query asks for is seen as well. */
export interface Everything {
  /** All documents of a collection, each judged by its schema. */
  all<D extends Stored>(collection: Collection<D>): readonly D[]
  /** A text for each collection, the same for the same people, memberships and answers; leaves out what the clock keeps for itself. */
  readonly acts: ReadonlyMap<string, string>
}

const clockOwns = new Set(
  [
    auditEntries,
    auditHeads,
    chainWalks,
    dailyJobs,
    figureMonths,
    figuresStates,
    health,
    homeStandings,
    jobRuns,
    keptCounts,
    outbox,
    rotations,
    unionFigures,
  ].map(({ name }) => name),
)

export function everythingIn(file: string): Everything {
  const connection = openConnection(file)
  try {
    const found = new Map<string, readonly unknown[]>()
    for (const { name } of allCollections) {
      const rows = connection.all(`SELECT document FROM "${name}" ORDER BY _id`, [])
      found.set(
        name,
        rows.map(([text]): unknown => JSON.parse(String(text))),
      )
    }
    return {
      all: (collection) => (found.get(collection.name) ?? []).map((document) => parsed(collection, document)),
      acts: new Map(
        [...found]
          .filter(([name]) => !clockOwns.has(name))
          .map(([name, documents]) => [name, JSON.stringify(documents)]),
      ),
    }
  } finally {
    connection.close()
  }
}

export function byId<D extends Stored>(documents: readonly D[]): ReadonlyMap<string, D> {
  return new Map(documents.map((document) => [document._id, document]))
}
