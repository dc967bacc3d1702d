import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { dayText } from '../../pages/today'
import { useAsk } from '../../services/use-ask'
import { titleOf } from '../parts/task-texts'

/** 已交上级: what was not done here in time, or came while nobody was in office, and who has it until when. Nothing is shown where there is none. */
export function Raised({ union }: { readonly union: UnionId }) {
  const raised = useAsk(membership, 'raised', { union })
  const { applications, tasks } = raised.data ?? { applications: [], tasks: [] }
  const items = [
    ...applications.map(({ maskedName, deskName, dueOn }) => ({
      heading: `${maskedName}：入会申请`,
      text: `${deskName}，${dayText(dueOn)}前`,
    })),
    ...tasks.map((task) => ({ heading: titleOf(task), text: `${task.deskName}，${dayText(task.dueOn)}前` })),
  ]
  if (items.length === 0) return null
  return (
    <Card title={`已经交上级的 ${items.length} 件`} note="您能看到，由上级工会办。">
      <FactList items={items} />
    </Card>
  )
}
