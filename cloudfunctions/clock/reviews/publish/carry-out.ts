import { ballotsIn } from '../../../../shared/review/kinds'
import { populationOf } from '../../../../shared/review/population'
import { stepped } from '../../../../shared/review/life'
import { auditing } from '../../../_kernel/audit'
import {
  reviewPublications,
  reviewResults,
  type ReviewPublicationRecord,
  type ReviewResultRecord,
} from '../../../_kernel/records/review-results'
import { reviews, type ReviewRecord } from '../../../_kernel/records/reviews'
import { openFigures } from '../../../_kernel/review/figures'
import type { Runtime } from '../../../_kernel/runtime'
import type { Transaction } from '../../../_kernel/store/port'

type Ports = Pick<Runtime, 'store' | 'sealer' | 'indexer' | 'random' | 'now'>
type Row = ReviewPublicationRecord['rows'][number]

/**
 * 落实公布: each review by itself, so that a run that was cut off is taken up again; what was published stays as it is. That the group is done is for the next run to
 * find: something may have been counted since this publication was decided, whatever the times say.
 */
export async function carryOut(publication: ReviewPublicationRecord, ports: Ports): Promise<void> {
  for (const row of publication.rows) await publishOne(row, publication, ports)
  await ports.store.transact(async (tx) => {
    const kept = await tx.get(reviewPublications, publication._id)
    if (kept !== undefined) await tx.put<ReviewPublicationRecord>(reviewPublications, { ...kept, state: 'done' })
  })
}

async function publishOne({ review, as }: Row, publication: ReviewPublicationRecord, ports: Ports): Promise<void> {
  const result = await ports.store.get(reviewResults, review)
  if (result === undefined || result.publication === publication._id) return
  const { union, policyVersion } = result
  const audit = auditing(
    { ...ports, now: ports.now(), account: 'clock' },
    { action: 'review.publish', subject: review, union, policyVersion, content: { publication: publication._id, as } },
  )
  await ports.store.transact(async (tx) => {
    const kept = await tx.get(reviewResults, review)
    if (kept === undefined || kept.publication === publication._id) return
    const held = await tx.get(reviews, review)
    if (held === undefined) throw new Error(`${review} has a result and is not there`)
    await tx.put(reviewResults, publishedAs(kept, held, { as, publication: publication._id }, ports))
    await stepToPublished(tx, held, ports)
    await audit(tx)
  })
}

function publishedAs(
  result: ReviewResultRecord,
  review: ReviewRecord,
  { as, publication }: { readonly as: Row['as']; readonly publication: string },
  ports: Pick<Ports, 'sealer'>,
): ReviewResultRecord {
  const { sum: grades, paper, verdict } = openFigures(result, ports)
  const electors = populationOf(review, result.electors)
  const voted = ballotsIn(grades) + paper.invalid
  const shown = { grades, invalid: paper.invalid, electors, verdict }
  return { ...result, state: as, publication, voted, ...(as === 'alone' ? { shown } : {}) }
}

/** What was withheld the last time is published already. */
async function stepToPublished(tx: Transaction, review: ReviewRecord, { now }: Pick<Ports, 'now'>): Promise<void> {
  const next = stepped(review, 'publish')
  if ('refuse' in next) return
  const { due: _, ...record } = review
  await tx.put(reviews, { ...record, phase: next.to, updatedAt: now() })
}
