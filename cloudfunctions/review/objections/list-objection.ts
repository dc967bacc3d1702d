import { review } from '../../../shared/contract/review'
import type { ListObjection } from '../../../shared/contract/review-electorate'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditView } from '../../_kernel/audit'
import { listObjections, ObjectionSecrets, type ListObjectionRecord } from '../../_kernel/records/elector-lists'
import { memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { electorId, electors, reviews } from '../../_kernel/records/reviews'
import { rosterOf } from '../../_kernel/roster'
import { openJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import { objectionAt } from './at-desk'

/** 看一件对名单的异议. */
export const listObjection = implement(review.procedures.listObjection, async (call) => {
  const found = await objectionAt(call.store, call.input.union, call.input.task)
  if (found === undefined) return refuse('NOT_FOUND')
  const { objection } = found
  const [about, union, elector, membership] = await Promise.all([
    call.store.get(reviews, objection.review),
    call.store.get(unions, objection.union),
    call.store.get(electors, electorId(objection.review, objection.person)),
    call.store.get(memberships, objection.person),
  ])
  if (about === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'review.objection.view', subject: objection._id, union: call.input.union })
  return succeed({
    review: about._id,
    reviewUnion: objection.union,
    unionName: union?.name ?? '',
    at: objection.at,
    open: objection.open,
    by: {
      person: objection.person,
      name: membership === undefined ? '' : rosterOf(membership, call).name,
      ...(elector === undefined ? {} : { standing: elector.standing }),
      ...(elector?.because === undefined ? {} : { because: elector.because }),
    },
    objection: saidIn(objection, call),
    votingFrom: about.votingFrom,
  })
})

function saidIn({ _id, about, said }: ListObjectionRecord, { sealer }: Pick<Call<unknown>, 'sealer'>): ListObjection {
  const place = { collection: listObjections.name, id: _id, field: 'said' }
  const { sentence, name = '' } = openJson(sealer, place, ObjectionSecrets, said)
  return about === 'self' ? { about, sentence } : { about, name, sentence }
}
