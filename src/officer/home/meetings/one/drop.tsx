import { useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import { MemberCongressId, StaffCongressId, type UnionId } from '../../../../../shared/core/ids'
import { Confirm } from '../../../../components/Confirm'
import { Notice } from '../../../../components/Notice'
import { SideAction } from '../../../../components/SideAction'
import { back } from '../../../../services/route'
import { useAct } from '../../../../services/use-act'
import { sessionText } from '../texts'
import type { MeetingView } from '../use-meeting'

interface Props {
  readonly union: UnionId
  readonly id: string
  readonly view: MeetingView
}

/** 删去: for what was recorded by mistake. */
export function Drop({ union, id, view: { facts, version: seen } }: Props) {
  const dropMembers = useAct(home, 'dropMemberCongress')
  const dropStaff = useAct(home, 'dropStaffCongress')
  const [asking, setAsking] = useState(false)
  const problem = dropMembers.problem ?? dropStaff.problem
  const { meeting, convened, period, session } = facts
  const name = sessionText({ meeting, delegates: convened.form === 'delegates', period, session })
  const confirmed = async () => {
    const done =
      meeting === 'members'
        ? await dropMembers.run({ union, id: MemberCongressId.parse(id), seen })
        : await dropStaff.run({ union, id: StaffCongressId.parse(id), seen })
    setAsking(false)
    if (done.ok) void back()
  }
  return (
    <>
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      <SideAction id="meeting-drop" label="登记错了，删去" danger onTap={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={`删去“${name}”的记录？`}
        text="删去后不能恢复，可以重新登记。纸质档案不受影响。"
        confirmLabel="删去"
        danger
        busy={dropMembers.busy || dropStaff.busy}
        onConfirm={() => void confirmed()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
