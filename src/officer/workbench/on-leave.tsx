import { registry } from '../../../shared/contract/registry'
import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { fullDayText } from '../../pages/today'
import { useAct } from '../../services/use-act'

interface Props {
  readonly union: UnionId
  readonly until: IsoDate
  readonly reload: () => void
}

/** 请假中: nothing waits here for whoever is away, but the way back. */
export function OnLeave({ union, until, reload }: Props) {
  const back = useAct(registry, 'endLeave')
  const returned = async () => {
    if ((await back.run({ union })).ok) reload()
  }
  return (
    <Card
      title={`您请假到 ${fullDayText(until)}`}
      note="这几天由代行的同事用您的权限办事，您的权限停用。"
      tone="warning"
    >
      {back.problem !== undefined && <Notice tone="danger">{back.problem.message}</Notice>}
      <SideAction id="workbench-leave-end" label="销假，我回来了" busy={back.busy} onTap={() => void returned()} />
    </Card>
  )
}
