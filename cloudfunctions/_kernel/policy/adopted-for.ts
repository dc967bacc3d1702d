import type { RegionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import type { Adopted } from '../../../shared/policy/adopted'
import { provisions } from '../records/provisions'
import type { Store } from '../store/port'
import { storeBeneath } from '../store/reading-once'

/** More than a place adopts in a life. */
const most = 1_000
/** As many places as a city has. */
const mostPlaces = 10_000

interface ReadToday {
  readonly today: IsoDate
  readonly places: Map<RegionId, Promise<readonly Adopted[]>>
}
const known = new WeakMap<object, ReadToday>()

/**
 * 当地公布的规定, read once a day in a process: what is adopted today holds the day after tomorrow at the earliest (`earliestEffect`), so that what was read
 * today decides everything up to tomorrow.
 */
export async function adoptedFor(
  path: readonly RegionId[],
  { store, today }: { readonly store: Pick<Store, 'find'>; readonly today: IsoDate },
): Promise<readonly Adopted[]> {
  const { places } = readToday(store, today)
  const found = path.map((region) => {
    const kept = places.get(region) ?? adoptedBy(region, store)
    places.set(region, kept)
    // A read that failed is made again by whoever comes next.
    kept.catch(() => places.delete(region))
    return kept
  })
  return (await Promise.all(found)).flat()
}

function readToday(store: object, today: IsoDate): ReadToday {
  const process = storeBeneath(store)
  const kept = known.get(process)
  if (kept?.today === today && kept.places.size <= mostPlaces) return kept
  const fresh = { today, places: new Map() }
  known.set(process, fresh)
  return fresh
}

async function adoptedBy(region: RegionId, store: Pick<Store, 'find'>): Promise<readonly Adopted[]> {
  const equals = { region, state: 'adopted' } as const
  const { documents } = await store.find(provisions, { index: 'byRegion', equals, limit: most })
  // Of one day what was adopted last holds: `resolveWith` takes the first.
  return [...documents].sort((one, other) => ((one.decidedAt ?? '') < (other.decidedAt ?? '') ? 1 : -1))
}
