import type { z } from 'zod'
import { registry, type OfficerRow } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import { roleName } from '../../../shared/org/officers'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { fullDayText } from '../../pages/today'
import { useAct } from '../../services/use-act'

type Officer = z.output<typeof OfficerRow>

interface Props {
  readonly union: UnionId
  readonly own: Officer
  readonly colleagues: readonly Officer[]
  readonly reload: () => void
  readonly onOpen: (what: 'leave' | 'hand-over') => void
}

/** 我的职务: 请假 with somebody who acts for me, 移交 to somebody whom I propose. */
export function OwnOffice({ union, own, colleagues, reload, onOpen }: Props) {
  const back = useAct(registry, 'endLeave')
  const { leave, successor, role } = own
  const returned = async () => {
    if ((await back.run({ union })).ok) reload()
  }
  if (leave !== undefined) {
    const deputy = colleagues.find(({ officer }) => officer === leave.deputy)
    return (
      <Card
        title={`您请假 ${fullDayText(leave.from)} 到 ${fullDayText(leave.until)}`}
        note={`${deputy?.name ?? '同事'}代行，您的权限这几天停用。`}
        tone="warning"
      >
        {back.problem !== undefined && <Notice tone="danger">{back.problem.message}</Notice>}
        <SideAction id="leave-end" label="销假，我回来了" busy={back.busy} onTap={() => void returned()} />
      </Card>
    )
  }
  return (
    <Card
      title={`我的职务：${roleName[role]}`}
      {...(successor === undefined ? {} : { note: `已经提出由${successor.name}接任` })}
    >
      <SideAction id="own-leave" label="请假，请同事代行" onTap={() => onOpen('leave')} />
      <SideAction id="own-hand-over" label="移交给别人" onTap={() => onOpen('hand-over')} />
    </Card>
  )
}
