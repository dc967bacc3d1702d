import { isoTime } from '../../../../shared/core/time'
import { publicationsDue, reviewPublications, type PublicationDue } from '../../../_kernel/records/review-results'
import type { Runtime } from '../../../_kernel/runtime'
import { timeBox } from '../time-box'
import { carryOut } from './carry-out'
import { decidePublication } from './decide'
import { standingOf } from './standing'

const runMs = 20_000
const together = 50
/** A group that waits for a review is looked at again after so long, or as soon as another of its reviews is counted. */
const againMs = 60 * 60_000

/** 公布: all reviews of a group in one go, so that no difference of what is published tells of few people. Answers how many publications were carried out. */
export async function publishReviews(runtime: Runtime): Promise<number> {
  const mayGoOn = timeBox(runMs)
  const until = isoTime(Date.parse(runtime.now()) + 1)
  const { documents } = await runtime.store.find(publicationsDue, {
    index: 'byDue',
    equals: {},
    until,
    limit: together,
  })
  let published = 0
  for (const due of documents) {
    if (!mayGoOn()) break
    if (await publishFaulting(due, runtime)) published++
  }
  return published
}

/** One group that cannot be published is logged and holds up no other. */
async function publishFaulting(due: PublicationDue, runtime: Runtime): Promise<boolean> {
  try {
    return await publishGroup(due, runtime)
  } catch (fault) {
    runtime.log({ function: 'clock', procedure: 'reviews.publish', code: 'FAULT', fault })
    return false
  }
}

async function publishGroup(due: PublicationDue, runtime: Runtime): Promise<boolean> {
  const { store } = runtime
  const group = due._id
  // Read before what is counted: whoever decides on the same number at the same time meets this one’s insert.
  const earlier = await publicationsOf(group, store)
  const begun = earlier.find(({ state }) => state === 'carrying')
  if (begun !== undefined) {
    await carryOut(begun, runtime)
    return true
  }
  const standing = await standingOf(due, runtime)
  if (standing.counted.length === 0) {
    await store.transact(async (tx) => {
      if ((await tx.get(publicationsDue, group))?.due === due.due) await tx.remove(publicationsDue, group)
    })
    return false
  }
  if (standing.waits) {
    await store.transact(async (tx) => {
      if ((await tx.get(publicationsDue, group))?.due === due.due)
        await tx.put(publicationsDue, { ...due, due: isoTime(Date.parse(runtime.now()) + againMs) })
    })
    return false
  }
  const publication = await decidePublication(due, { number: earlier.length, results: standing.counted }, runtime)
  if (!(await store.insert(reviewPublications, publication)).ok) return false
  await carryOut(publication, runtime)
  return true
}

async function publicationsOf(group: string, store: Runtime['store']) {
  const { documents } = await store.find(reviewPublications, { index: 'byGroup', equals: { group }, limit: 1000 })
  return documents
}
