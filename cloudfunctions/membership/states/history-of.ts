import type { PersonId } from '../../../shared/core/ids'
import type { MembershipEventRecord } from '../../_kernel/records/memberships'
import type { Call } from '../../_kernel/serve'
import { historyPage } from '../life/history-pages'
import { sentenceOf } from '../life/history'

/** What an officer reads of it at once. */
const forOfficers = 100
/** A page of the member’s own. */
const aPage = 40

/** 会籍变动, newest first: each with its clause, and whether a paper is kept with it. */
export async function historyOf(person: PersonId, call: Pick<Call<unknown>, 'store'>) {
  return (await historyPage(person, { most: forOfficers }, call)).events.map(lineOf)
}

/** 本人的会籍变动, a page at a time. */
export async function historyPageOf(person: PersonId, cursor: string | undefined, call: Pick<Call<unknown>, 'store'>) {
  const { events, next } = await historyPage(person, { cursor, most: aPage }, call)
  return { history: events.map(lineOf), ...(next === undefined ? {} : { historyCursor: next }) }
}

function lineOf(event: MembershipEventRecord) {
  return {
    at: event.at,
    text: sentenceOf(event),
    ...(event.clause === undefined ? {} : { clause: event.clause }),
    paper: event.document !== undefined,
  }
}
