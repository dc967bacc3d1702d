import { review as contract } from '../../../shared/contract/review'
import type { ReviewId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { isoTime } from '../../../shared/core/time'
import type { Envelope } from '../../../shared/review/envelope'
import { exportPages } from '../../../shared/review/export-pages'
import { askedForMs, openForMs } from '../../../shared/review/scrutiny'
import { auditing } from '../../_kernel/audit'
import { casts } from '../../_kernel/records/casts'
import { reviewExports, type ReviewExportRecord } from '../../_kernel/records/review-exports'
import { implement, type Call } from '../../_kernel/serve'
import { exportable, type Exportable } from './exportable'

/** 申请导出. Whoever asks again while it waits asks anew; while it lies open there is nothing to ask for. */
export const askExport = implement(contract.procedures.askExport, async (call) => {
  const found = await exportable(call.input, call)
  if (!found.ok) return found
  const { review } = found.data
  const audit = auditing(call, entryOf('review.export.ask', found.data))
  const until = isoTime(Date.parse(call.now) + askedForMs)
  return call.act(async (tx) => {
    const kept = await tx.get(reviewExports, review._id)
    if (kept !== undefined && kept.until > call.now) {
      if (kept.confirmedBy !== undefined) return succeed({ until: kept.until })
      if (kept.askedBy !== call.account) return refuse('EXPORT_ASKED')
    }
    await tx.put(reviewExports, { _id: review._id, union: review.union, askedBy: call.account, until })
    await audit(tx)
    return succeed({ until })
  })
})

/** 确认导出, by somebody else. */
export const confirmExport = implement(contract.procedures.confirmExport, async (call) => {
  const found = await exportable(call.input, call)
  if (!found.ok) return found
  const { review } = found.data
  const pages = { ballot: await pagesOf('ballot', review, call), remark: await pagesOf('remark', review, call) }
  const audit = auditing(call, entryOf('review.export.confirm', found.data))
  const until = isoTime(Date.parse(call.now) + openForMs)
  return call.act(async (tx) => {
    const kept = await tx.get(reviewExports, review._id)
    if (!isAsked(kept, call.now)) return refuse('EXPORT_NOT_ASKED')
    if (kept.askedBy === call.account) return refuse('SECOND_SCRUTINEER')
    await tx.put(reviewExports, { ...kept, until, confirmedBy: call.account, pages })
    await audit(tx)
    return succeed({ until })
  })
})

export const exportStanding = implement(contract.procedures.exportStanding, async (call) => {
  const found = await exportable(call.input, call)
  if (!found.ok) return found
  const { review, result } = found.data
  const kept = await call.store.get(reviewExports, review._id)
  const asked = isAsked(kept, call.now) ? { mine: kept.askedBy === call.account, until: kept.until } : undefined
  const open = kept?.pages !== undefined && kept.until > call.now ? { until: kept.until, pages: kept.pages } : undefined
  return succeed({
    digest: result.digest,
    ...(asked === undefined ? {} : { asked }),
    ...(open === undefined ? {} : { open }),
  })
})

/** Whether this scrutineer is one of the two who opened it, and it lies open still. */
export async function openExport(
  review: ReviewId,
  { store, account, now }: Pick<Call<unknown>, 'store' | 'account' | 'now'>,
): Promise<NonNullable<ReviewExportRecord['pages']> | undefined> {
  const kept = await store.get(reviewExports, review)
  if (kept?.confirmedBy === undefined || kept.until <= now) return undefined
  return [kept.askedBy, kept.confirmedBy].includes(account) ? kept.pages : undefined
}

function isAsked(kept: ReviewExportRecord | undefined, now: string): kept is ReviewExportRecord {
  return kept !== undefined && kept.confirmedBy === undefined && kept.until > now
}

function entryOf(action: string, { review, result }: Exportable) {
  return { action, subject: review._id, union: review.union, digest: result.digest }
}

async function pagesOf(
  envelope: Envelope,
  { digest }: Exportable['review'],
  { ballots }: Pick<Call<unknown>, 'ballots'>,
) {
  const equals = { review: digest, envelope }
  return exportPages(envelope, await ballots.count(casts, { index: 'byReview', equals }))
}
