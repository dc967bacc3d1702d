import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { Card } from '../../../../components/Card'
import { Notice } from '../../../../components/Notice'
import { Steps } from '../../../../components/Steps'
import { momentText } from '../../../../pages/today'
import { useAsk } from '../../../../services/use-ask'

/** 上级的建议, the latest first. */
export function Advice({ union }: { readonly union: UnionId }) {
  const asked = useAsk(home, 'guidance', { union })
  if (asked.problem !== undefined)
    return (
      <Notice tone="danger" action={{ label: '重试', onTap: asked.reload }}>
        {asked.problem.message}
      </Notice>
    )
  const rows = asked.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Card id="home-advice" title="上级的建议">
      <Steps
        items={rows.map(({ by, at, text }) => ({ state: 'done', title: text, note: `${by}，${momentText(at)}` }))}
      />
    </Card>
  )
}
