import { home } from '../../../../shared/contract/home'
import { MemberCongressId, StaffCongressId, type UnionId } from '../../../../shared/core/ids'
import { useUnion } from '../../parts/use-office'
import type { OutputOf } from '../../../services/api'
import { useParams } from '../../../services/route'
import { useAsk, type Asked } from '../../../services/use-ask'

export type MeetingView = OutputOf<typeof home, 'memberCongress'> | OutputOf<typeof home, 'staffCongress'>

/** The record that the page’s link names: each kind of id is asked of its own procedure. */
export function useMeeting(): {
  readonly union: UnionId | undefined
  readonly id: string | undefined
  readonly page: Asked<MeetingView>
} {
  const union = useUnion()
  const { id } = useParams()
  const [member, staff] = [MemberCongressId.safeParse(id), StaffCongressId.safeParse(id)]
  const known = union !== undefined
  const ofMembers = useAsk(home, 'memberCongress', known && member.success ? { union, id: member.data } : undefined)
  const ofStaff = useAsk(home, 'staffCongress', known && staff.success ? { union, id: staff.data } : undefined)
  return { union, id, page: staff.success ? ofStaff : ofMembers }
}
