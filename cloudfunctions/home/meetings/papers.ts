import { home } from '../../../shared/contract/home'
import { MemberCongressId, StaffCongressId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import { auditing } from '../../_kernel/audit'
import { pictureOf, putDocument } from '../../_kernel/documents'
import { memberCongresses, staffCongresses } from '../../_kernel/records/congresses'
import { officers } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'

/** 上传照片: one a call, since a call carries no more. */
export const putMeetingPaper = implement(home.procedures.putMeetingPaper, async (call) => {
  const { union, picture } = call.input
  const stored = await putDocument(picture, call)
  if (!stored.ok) return stored
  const audit = auditing(call, { action: 'meeting.paper', subject: union, union })
  return call.act(async (tx) => {
    await audit(tx)
    return succeed({ picture: stored.data })
  })
})

/** 看照片: only one that the record shows now. */
export const meetingPaper = implement(home.procedures.meetingPaper, async (call) => {
  const { union, id, picture } = call.input
  const [member, staff] = [MemberCongressId.safeParse(id), StaffCongressId.safeParse(id)]
  const kept = member.success
    ? await call.store.get(memberCongresses, member.data)
    : staff.success
      ? await call.store.get(staffCongresses, staff.data)
      : undefined
  if (kept?.union !== union || !kept.papers.includes(picture)) return refuse('NOT_FOUND')
  const shown = await pictureOf(picture, call)
  if (shown === undefined) return refuse('NOT_FOUND')
  const writer = await call.store.get(officers, `${union}:${kept.changedBy}`)
  return succeed({
    picture: shown,
    ...(writer === undefined
      ? {}
      : { recordedBy: call.sealer.open({ collection: officers.name, id: writer._id, field: 'name' }, writer.name) }),
  })
})
