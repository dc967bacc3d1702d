import { review as contract } from '../../../shared/contract/review'
import { fromBase64url, toBase64url } from '../../../shared/core/base64url'
import { inOrder } from '../../../shared/core/bytes'
import { refuse, succeed } from '../../../shared/core/outcome'
import { fileHead } from '../../../shared/review/export-file'
import { prefixesOf } from '../../../shared/review/export-pages'
import { auditView } from '../../_kernel/audit'
import { reviewKeys } from '../../_kernel/records/reviews'
import { announcementOf } from '../../_kernel/review/announcement'
import { openFigures } from '../../_kernel/review/figures'
import { castsUnder } from '../../_kernel/review/kept-casts'
import { tallyKeyOf } from '../../_kernel/review/keys'
import { implement, type Call } from '../../_kernel/serve'
import { openExport } from './asking'
import { exportable, type Exportable } from './exportable'

/** 复核文件的文件头. Who fetched it stands in the audit trail, beside who asked and who confirmed. */
export const exportHead = implement(contract.procedures.exportHead, async (call) => {
  const found = await exportable(call.input, call)
  if (!found.ok) return found
  const { _id, union } = found.data.review
  const pages = await openExport(_id, call)
  if (pages === undefined) return refuse('EXPORT_NOT_OPEN')
  await auditView(call, { action: 'review.export.view', subject: _id, union })
  return succeed({ head: await headOf(found.data, call), pages })
})

/** 一页选票: sorted, as the ids of one page lie together. */
export const exportCasts = implement(contract.procedures.exportCasts, async (call) => {
  const { envelope, page } = call.input
  const found = await exportable(call.input, call)
  if (!found.ok) return found
  const { _id, digest } = found.data.review
  const pages = await openExport(_id, call)
  if (pages === undefined) return refuse('EXPORT_NOT_OPEN')
  if (page >= pages[envelope]) return succeed({ casts: [] })
  const begin = prefixesOf(page, pages[envelope])
  const kept = await Promise.all(begin.map((prefix) => castsUnder(digest, envelope, prefix, call)))
  const sorted = kept
    .flat()
    .map(({ id, bytes }) => ({ id: bytesOf(id), bytes }))
    .sort((one, other) => inOrder(one.id, other.id))
  return succeed({ casts: sorted.map(({ bytes }) => toBase64url(bytes)) })
})

async function headOf({ review, result }: Exportable, { store, sealer }: Pick<Call<unknown>, 'store' | 'sealer'>) {
  const keys = await store.get(reviewKeys, review.keys)
  if (keys === undefined) throw new Error(`${review._id} has no keys`)
  const { paper, sum, rejected } = openFigures(result, { sealer })
  const { electors, received } = result
  const [root, remarkRoot] = [bytesOf(result.root), bytesOf(result.remarkRoot)]
  const head = fileHead({
    announcement: announcementOf(review, keys),
    keys: { ballot: bytesOf(keys.ballotKey), remark: bytesOf(keys.remarkKey) },
    tallySecret: tallyKeyOf(keys, { sealer }).secret,
    closing: { electors, received, paper, sum, rejected, root, remarkRoot },
  })
  if (head.digest !== result.digest) throw new Error(`what is kept of ${review._id} does not give its digest`)
  return { ...head, format: 'workers-home-review-1' as const }
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64url(text)
  if (bytes === undefined) throw new Error('what was kept of a review is not in base64url')
  return bytes
}
