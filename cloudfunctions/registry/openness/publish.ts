import { registry } from '../../../shared/contract/registry'
import { PublicationId, Revision } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import type { PublicationRecord } from '../../_kernel/records/publications'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { picturesFor, readableOf, writeVersion } from './writing'
import { tellingMembers } from './telling'

/** 公开一条. */
export const publish = implement(registry.procedures.publish, async (call) => {
  const { union: id, facts } = call.input
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const publication = PublicationId.parse(call.random.id())
  const pictures = await picturesFor(facts.pictures, publication, call)
  if (!pictures.ok) return pictures
  const record: PublicationRecord = {
    _id: publication,
    union: id,
    state: 'published',
    kind: facts.kind,
    ...readableOf(facts),
    version: Revision.parse(1),
    publishedAt: call.now,
    publishedBy: call.account,
    changedAt: call.now,
    ...(facts.kind === 'activity' ? { signUpsOf: facts.activity.day } : {}),
  }
  const audit = auditing(call, { action: 'publication.publish', subject: publication, union: id, content: facts })
  const tell = tellingMembers(union, call)
  return call.act(async (tx) => {
    await writeVersion(tx, record)
    await tell(tx)
    await audit(tx)
    return succeed({ publication })
  })
})
