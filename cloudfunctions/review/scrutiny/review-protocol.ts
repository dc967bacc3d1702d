import { review as contract } from '../../../shared/contract/review'
import type { AccountId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { toBase64url } from '../../../shared/core/base64url'
import { auditView } from '../../_kernel/audit'
import { officers, unions, type OfficerRecord } from '../../_kernel/records/registry'
import { paperCounts } from '../../_kernel/records/review-counts'
import { reviewResults } from '../../_kernel/records/review-results'
import { reviewKeys } from '../../_kernel/records/reviews'
import { announcementOf } from '../../_kernel/review/announcement'
import { implement, type Call } from '../../_kernel/serve'
import { reviewOfUnion } from '../of-union'
import { resultView } from '../results/view'
import { slipCounts } from '../survey/slip-counts'

type Ports = Pick<Call<unknown>, 'store' | 'sealer' | 'now'>

/** 计票记录, to be printed and signed: what was published, and by what it can be recounted. */
export const reviewProtocol = implement(contract.procedures.reviewProtocol, async (call) => {
  const found = await reviewOfUnion(call.input, call.store)
  if (!found.ok) return found
  const { _id, union, form, cutoff, receivingFrom, votingFrom, votingUntil, digest } = found.data
  const [view, result, keys, owner] = await Promise.all([
    resultView(found.data, call),
    call.store.get(reviewResults, _id),
    call.store.get(reviewKeys, found.data.keys),
    call.store.get(unions, union),
  ])
  if (view.told === 'not-yet' || result === undefined) return refuse('EXPORT_NOT_YET')
  if (keys === undefined || owner === undefined) throw new Error(`${_id} lost its keys or its union`)
  await auditView(call, { action: 'review.protocol.view', subject: _id, union })
  const tellers = (await call.store.get(paperCounts, _id))?.tellers ?? []
  const { ratings: _, ...figures } = view
  const slips = found.data.kind === 'staff' ? { slips: await slipCounts(found.data, call.store) } : {}
  const { signing } = announcementOf(found.data, keys)
  return succeed({
    ...figures,
    form,
    ...slips,
    cutoff,
    receivingFrom,
    votingFrom,
    votingUntil,
    countedAt: result.countedAt,
    policyVersion: result.policyVersion,
    announcement: digest,
    fingerprints: { ballot: toBase64url(signing.ballot), remark: toBase64url(signing.remark) },
    remarkRoot: result.remarkRoot,
    tellers: await tellerNames(tellers, owner.line, call),
    scrutineers: await scrutineersOf(owner.line, call),
  })
})

/** An office that ended since still has its name. */
async function tellerNames(tellers: readonly AccountId[], line: readonly UnionId[], ports: Ports) {
  const held = await Promise.all(
    tellers.map(async (account) => {
      const offices = await Promise.all(line.map((union) => ports.store.get(officers, `${union}:${account}`)))
      return offices.find((office) => office !== undefined)
    }),
  )
  return held.flatMap((officer) => (officer === undefined ? [] : [nameOf(officer, ports)])).sort()
}

const most = 20

async function scrutineersOf(line: readonly UnionId[], ports: Ports): Promise<string[]> {
  for (const union of line) {
    const equals = { union, role: 'scrutineer' } as const
    const { documents } = await ports.store.find(officers, { index: 'byUnion', equals, limit: most })
    const inOffice = documents.filter(({ until }) => until === undefined || until > ports.now)
    if (inOffice.length > 0) return inOffice.map((officer) => nameOf(officer, ports)).sort()
  }
  return []
}

function nameOf({ _id, name }: OfficerRecord, { sealer }: Ports): string {
  return sealer.open({ collection: officers.name, id: _id, field: 'name' }, name)
}
