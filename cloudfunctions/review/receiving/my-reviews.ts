import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { MyPart } from '../../../shared/contract/review-receiving'
import type { PersonId, UnionId } from '../../../shared/core/ids'
import { succeed } from '../../../shared/core/outcome'
import { accounts } from '../../_kernel/records/accounts'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { electors, reviews, type ElectorRecord, type ReviewRecord } from '../../_kernel/records/reviews'
import { electorOf, withAccount } from '../../_kernel/review/elector-of'
import { implement, type Call } from '../../_kernel/serve'
import { rowOf } from '../reviews'

type Mine = Pick<Call<unknown>, 'store'>

/** Of the union that holds me, and of others on whose lists I stand: this year’s and the years before, as many as a page shows. */
const [ofUnion, asElector] = [6, 20]

/** 我的评家. Staff surveys are nobody’s by name: they are entered by a code. */
export const myReviews = implement(contract.procedures.myReviews, async ({ account, store, indexer }) => {
  const person = (await store.get(accounts, account))?.person
  if (person === undefined) return succeed({ reviews: [] })
  const found = (await concerning(person, { store })).filter(({ kind }) => kind !== 'staff')
  const rows = await Promise.all(
    found.map(async (record) => {
      const [union, elector] = await Promise.all([
        store.get(unions, record.union),
        electorOf(record._id, person, store),
      ])
      const mine = myPart(record, elector && withAccount(elector, account, { indexer }))
      return { ...rowOf(record, union?.name ?? ''), mine, result: record.phase === 'published' }
    }),
  )
  const sampled = rows.filter(({ kind, mine }) => kind === 'members' || mine.kind === 'elector')
  return succeed({ reviews: sampled.sort((one, other) => other.votingFrom.localeCompare(one.votingFrom)) })
})

async function concerning(person: PersonId, { store }: Mine): Promise<readonly ReviewRecord[]> {
  const membership = await store.get(memberships, person)
  const listed = await Promise.all(
    [person, ...(membership?.earlier ?? [])].map((one) =>
      store.find(electors, { index: 'byPerson', equals: { person: one }, order: 'descending', limit: asElector }),
    ),
  )
  const own = membership === undefined ? [] : await newestOf(membership.union, { store })
  const others = await Promise.all(
    listed.flatMap(({ documents }) => documents).map(({ review }) => store.get(reviews, review)),
  )
  const all = [...own, ...others.flatMap((record) => (record === undefined ? [] : [record]))]
  return [...new Map(all.map((record) => [record._id, record])).values()]
}

async function newestOf(union: UnionId, { store }: Mine): Promise<readonly ReviewRecord[]> {
  const query = { index: 'byUnion', equals: { union }, order: 'descending', limit: ofUnion } as const
  return (await store.find(reviews, query)).documents
}

function myPart({ electors: listed }: ReviewRecord, elector: ElectorRecord | undefined): z.input<typeof MyPart> {
  if (elector === undefined) return listed === undefined ? { kind: 'not-listed-yet' } : notListed
  const { standing, because, paperOnly, channel, signed } = elector
  if (standing === 'excluded') return { kind: 'excluded', because: because ?? 'not-listed' }
  return {
    kind: 'elector',
    ...(paperOnly === undefined ? {} : { paperOnly }),
    ...(channel === undefined ? {} : { channel }),
    received: signed !== undefined,
  }
}

const notListed = { kind: 'excluded', because: 'not-listed' } as const
