import { z } from 'zod'
import type { PersonId } from '../../../shared/core/ids'
import { IsoTime, isoTime } from '../../../shared/core/time'
import { membershipEvents, memberships, type MembershipEventRecord } from '../../_kernel/records/memberships'
import type { Call } from '../../_kernel/serve'

/** 变动的一页, newest first; without `next` there is nothing older. */
export interface HistoryPage {
  readonly events: readonly MembershipEventRecord[]
  readonly next?: string
}

/** After which entry it goes on: the last one’s moment, and how many of that moment were shown. */
const Place = z.tuple([IsoTime, z.coerce.number().int().min(0).max(700)])
type Place = z.infer<typeof Place>

const nothing: HistoryPage = { events: [] }

/** 会籍变动, a page of it: one’s own, and that of every record that was merged into it, as one history however long it is. */
export async function historyPage(
  person: PersonId,
  { cursor, most }: { readonly cursor?: string | undefined; readonly most: number },
  { store }: Pick<Call<unknown>, 'store'>,
): Promise<HistoryPage> {
  const place = cursor === undefined ? undefined : Place.safeParse(cursor.split('~'))
  if (place?.success === false) return nothing
  const [at, shown] = place?.data ?? [undefined, 0]
  const earlier = (await store.get(memberships, person))?.earlier ?? []
  const pages = await Promise.all(
    [person, ...earlier].map((one) =>
      store.find(membershipEvents, {
        index: 'byPerson',
        equals: { person: one },
        order: 'descending',
        limit: shown + most + 1,
        ...(at === undefined ? {} : { until: isoTime(Date.parse(at) + 1) }),
      }),
    ),
  )
  const all = pages.flatMap(({ documents }) => documents).sort(newestFirst)
  const events = all.slice(shown, shown + most)
  const last = events.at(-1)
  if (last === undefined || all.length <= shown + most) return { events }
  const ofThatMoment = all.slice(0, shown + most).filter((event) => event.at === last.at).length
  return { events, next: `${last.at}~${ofThatMoment}` }
}

/** The whole of it, for the export. */
export async function wholeHistory(
  person: PersonId,
  call: Pick<Call<unknown>, 'store'>,
): Promise<readonly MembershipEventRecord[]> {
  const events: MembershipEventRecord[] = []
  for (let cursor: string | undefined; ;) {
    const page = await historyPage(person, { cursor, most: 200 }, call)
    events.push(...page.events)
    cursor = page.next
    if (cursor === undefined) return events
  }
}

function newestFirst(one: MembershipEventRecord, other: MembershipEventRecord): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  return one._id < other._id ? 1 : -1
}
