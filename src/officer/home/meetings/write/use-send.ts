import { home } from '../../../../../shared/contract/home'
import { MemberCongressId, StaffCongressId, type Revision, type UnionId } from '../../../../../shared/core/ids'
import type { MemberCongress, StaffCongress } from '../../../../../shared/home/meetings/facts'
import type { Problem } from '../../../../services/problem'
import { useAct } from '../../../../services/use-act'

export interface Amends {
  readonly id: string
  readonly seen: Revision
}

interface Sending {
  /** Answers the id of what is on record then. */
  send(facts: MemberCongress | StaffCongress): Promise<string | undefined>
  readonly busy: boolean
  readonly problem: Problem | undefined
}

/** 发出: each kind by its own procedures. */
export function useSend(union: UnionId, amends: Amends | undefined): Sending {
  const recordMembers = useAct(home, 'recordMemberCongress')
  const recordStaff = useAct(home, 'recordStaffCongress')
  const amendMembers = useAct(home, 'amendMemberCongress')
  const amendStaff = useAct(home, 'amendStaffCongress')
  const acts = [recordMembers, recordStaff, amendMembers, amendStaff]

  async function ofMembers(facts: MemberCongress) {
    if (amends === undefined) {
      const done = await recordMembers.run({ union, facts })
      return done.ok ? done.data.id : undefined
    }
    const done = await amendMembers.run({ union, id: MemberCongressId.parse(amends.id), seen: amends.seen, facts })
    return done.ok ? amends.id : undefined
  }
  async function ofStaff(facts: StaffCongress) {
    if (amends === undefined) {
      const done = await recordStaff.run({ union, facts })
      return done.ok ? done.data.id : undefined
    }
    const done = await amendStaff.run({ union, id: StaffCongressId.parse(amends.id), seen: amends.seen, facts })
    return done.ok ? amends.id : undefined
  }
  return {
    send: (facts) => (facts.meeting === 'members' ? ofMembers(facts) : ofStaff(facts)),
    busy: acts.some(({ busy }) => busy),
    problem: acts.find(({ problem }) => problem !== undefined)?.problem,
  }
}
