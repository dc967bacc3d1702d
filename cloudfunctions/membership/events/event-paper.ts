import { membership } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { auditView } from '../../_kernel/audit'
import { eventAtDesk } from './desk'

/** 看材料. */
export const eventPaper = implement(membership.procedures.eventPaper, async (call) => {
  const { union, event: id, file } = call.input
  const event = await eventAtDesk(call.store, union, id)
  if (event?.papers.some((paper) => paper.file === file) !== true) return refuse('NOT_FOUND')
  const picture = await call.files.get(file)
  if (picture === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'event.paper-view', subject: id, union })
  const putBy = await officerName(event.upper.union, event.by)
  return succeed({ picture: `data:${picture.kind};base64,${Buffer.from(picture.bytes).toString('base64')}`, putBy })

  /** Who filed it: in office at the union above, or at one above that. */
  async function officerName(upper: string, account: string): Promise<string> {
    const key = `${upper}:${account}`
    const officer = await call.store.get(officers, key)
    return officer === undefined
      ? ''
      : call.sealer.open({ collection: officers.name, id: key, field: 'name' }, officer.name)
  }
})
