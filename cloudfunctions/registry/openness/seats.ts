import type { PublicationId } from '../../../shared/core/ids'
import { seats } from '../../_kernel/records/publications'
import type { Call } from '../../_kernel/serve'

/** Of one attempt: whoever finds them all taken looks again. */
const tried = 4
const pageSize = 1_000

/**
 * 空着的名额, a few drawn by lot, so that those who sign up at once seldom meet; none where the activity is full. While less than half is taken a draw among all
 * finds one nearly always, and nobody reads the list.
 */
export async function seatsToTry(
  publication: PublicationId,
  places: number,
  call: Pick<Call<unknown>, 'store' | 'random'>,
): Promise<readonly number[]> {
  const taken = await call.store.count(seats, { index: 'byPublication', equals: { publication }, atMost: places })
  if (taken >= places) return []
  const all = Array.from({ length: places }, (_, at) => at + 1)
  if (taken * 2 < places) return drawn(all, call)
  const used = await takenSeats(publication, call)
  return drawn(
    all.filter((seat) => !used.has(seat)),
    call,
  )
}

export const seatId = (publication: PublicationId, seat: number): string => `${publication}:${seat}`

async function takenSeats(
  publication: PublicationId,
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<ReadonlySet<number>> {
  const used = new Set<number>()
  for (let cursor: string | undefined; ;) {
    const after = cursor === undefined ? {} : { cursor }
    const page = await store.find(seats, { index: 'byPublication', equals: { publication }, limit: pageSize, ...after })
    for (const { seat } of page.documents) used.add(seat)
    cursor = page.cursor
    if (cursor === undefined) return used
  }
}

/** From a place by lot onward, so that each is found first by somebody. */
function drawn(free: readonly number[], { random }: Pick<Call<unknown>, 'random'>): readonly number[] {
  const from = free.length === 0 ? 0 : Number(random.digits(6)) % free.length
  return [...free.slice(from), ...free.slice(0, from)].slice(0, tried)
}
