import type { PersonId } from '../../../shared/core/ids'
import { membershipEvents } from '../../_kernel/records/memberships'
import type { Call } from '../../_kernel/serve'
import { sentenceOf } from '../life/history'

/** 会籍变动, newest first: each with its clause, and whether a paper is kept with it. */
export async function historyOf(person: PersonId, { store }: Pick<Call<unknown>, 'store'>) {
  const query = { index: 'byPerson', equals: { person }, order: 'descending', limit: 100 } as const
  const { documents } = await store.find(membershipEvents, query)
  return documents.map((event) => ({
    at: event.at,
    text: sentenceOf(event),
    ...(event.clause === undefined ? {} : { clause: event.clause }),
    paper: event.document !== undefined,
  }))
}
