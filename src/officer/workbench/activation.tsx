import { card } from '../../../shared/contract/card'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { momentText } from '../../pages/today'
import { useAsk } from '../../services/use-ask'
import { Bars } from '../parts/bars'

/** 激活率, as a number of a number and to look at. Nothing stands here before the first member. */
export function Activation({ union }: { readonly union: UnionId }) {
  const asked = useAsk(card, 'activation', { union })
  if (asked.data === undefined || asked.data.members === 0) return null
  const { members, activated, countedAt } = asked.data
  return (
    <Card title="会员卡" note={noteOf(activated === members, countedAt)} id="workbench-activation">
      <Bars items={[{ label: '已激活', count: activated }]} of={members} />
    </Card>
  )
}

function noteOf(all: boolean, countedAt: Parameters<typeof momentText>[0] | undefined): string {
  const next = all ? '人人都激活了。' : '会员在首页点一下就能激活，班前会上提醒一句最管用。'
  return `${next}会籍保留的也算在内${countedAt === undefined ? '' : `，截至 ${momentText(countedAt)}`}。`
}
