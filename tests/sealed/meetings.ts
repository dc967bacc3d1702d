import { contractFacts, heldByMembers, heldByStaff, managed, meetingPhoto } from '../faults/of-meetings'
import { chair, union } from '../faults/ready'
import { memberFacts, staffFacts } from '../../shared/home/meetings/meetings.fixture'
import { paper } from '../members'
import { worker, type Asking } from './asking'

export async function inMeetings({ system, call }: Asking): Promise<void> {
  const picture = await meetingPhoto(system)
  await call(chair, 'home', 'putMeetingPaper', { union, picture: paper })
  const resolutions = [{ text: `选举${worker.name}为工会主席`, agreed: 40 }]
  const members = await heldByMembers(system, { papers: [picture], resolutions })
  const staff = await heldByStaff(system, { resolutions })
  await call(chair, 'home', 'recordMemberCongress', { union, facts: { ...memberFacts, period: 7 } })
  await call(chair, 'home', 'recordStaffCongress', { union, facts: { ...staffFacts, period: 7 } })
  await call(chair, 'home', 'amendMemberCongress', { union, id: members.id, seen: 1, facts: members.facts })
  await call(chair, 'home', 'amendStaffCongress', { union, id: staff.id, seen: 1, facts: staff.facts })
  await call(chair, 'home', 'memberCongress', { union, id: members.id })
  await call(chair, 'home', 'staffCongress', { union, id: staff.id })
  await call(chair, 'home', 'meetingPaper', { union, id: members.id, picture })
  await call(chair, 'home', 'meetingsOfUnion', { union, year: 2026 })
  const id = await managed(system)
  await call(chair, 'home', 'recordManagement', { union, facts: contractFacts })
  await call(chair, 'home', 'managementOfUnion', { union })
  await call(chair, 'home', 'managementOfKind', { union, kind: 'contract' })
  await call(chair, 'home', 'managementRecord', { union, id })
  await call(chair, 'home', 'amendManagement', { union, id, seen: 1, facts: contractFacts })
  await call(chair, 'home', 'archiveOfUnion', { union })
  await call(chair, 'home', 'fileHalfYear', { union, half: '2026-1' })
  await call(chair, 'home', 'dropManagement', { union, id })
  await call(chair, 'home', 'dropMemberCongress', { union, id: members.id, seen: 2 })
  await call(chair, 'home', 'dropStaffCongress', { union, id: staff.id, seen: 2 })
}
