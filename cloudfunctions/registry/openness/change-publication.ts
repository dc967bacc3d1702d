import { registry } from '../../../shared/contract/registry'
import { Revision } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { mayBecome, type PublicationFacts } from '../../../shared/org/publication'
import { auditing } from '../../_kernel/audit'
import { publications, type PublicationRecord } from '../../_kernel/records/publications'
import { implement } from '../../_kernel/serve'
import { picturesFor, readableOf, writeVersion } from './writing'

/** 修改: never the text that was read, always a new version beside it. */
export const changePublication = implement(registry.procedures.changePublication, async (call) => {
  const { union, publication, seen, facts } = call.input
  const pictures = await picturesFor(facts.pictures, publication, call)
  if (!pictures.ok) return pictures
  const audit = auditing(call, { action: 'publication.change', subject: publication, union, content: facts })
  return call.act(async (tx) => {
    const record = await tx.get(publications, publication)
    if (record?.union !== union) return refuse('NOT_FOUND')
    if (record.state === 'withdrawn') return refuse('PUBLICATION_WITHDRAWN')
    if (record.version !== seen) return refuse('PUBLICATION_CHANGED')
    const allowed = allowedChange(record, facts)
    if (!allowed.ok) return allowed
    const version = Revision.parse(record.version + 1)
    await writeVersion(tx, { ...changed(record, facts), version, changedAt: call.now })
    await audit(tx)
    return succeed({ version })
  })
})

function allowedChange(
  record: PublicationRecord,
  facts: PublicationFacts,
): Outcome<void, 'PLACES_FEWER' | 'FIELD_INVALID'> {
  if (record.heldOn !== undefined && facts.kind === 'activity' && facts.activity.day !== record.heldOn)
    return refuse('FIELD_INVALID', { field: 'facts.activity.day', message: '已经登记了参加人数，日期不能再改。' })
  const verdict = mayBecome(record, facts)
  switch (verdict) {
    case 'yes':
      return succeed(undefined)
    case 'fewer-places':
      return refuse('PLACES_FEWER', { field: 'facts.activity.places' })
    case 'other-kind':
      return refuse('FIELD_INVALID', { field: 'facts.kind', message: '种类不能改，请撤下这一条，再发一条。' })
    default:
      return unreachable(verdict)
  }
}

/** An activity that is put off keeps its sign-ups until a year after its new day; one that was held was held on its day. */
function changed(record: PublicationRecord, facts: PublicationFacts): PublicationRecord {
  const { signUpsOf } = record
  const day = facts.kind === 'activity' ? facts.activity.day : undefined
  return {
    ...record,
    ...readableOf(facts),
    ...(day === undefined || signUpsOf === undefined ? {} : { signUpsOf: day }),
  }
}
