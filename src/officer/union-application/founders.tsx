import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import type { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { useAct } from '../../services/use-act'
import { Bars } from '../parts/bars'

type Results = Readonly<Record<number, string>>

/** 录入首批会员: one after the other; whoever is a member already, or is refused, stands with the reason. */
export function Founders({ union, view }: { readonly union: UnionId; readonly view: UnionApplicationView }) {
  const enter = useAct(membership, 'enterFounder')
  const [results, setResults] = useState<Results>({})
  const [busy, setBusy] = useState(false)
  if (view.body.kind !== 'founding' || view.body.founders.length === 0) return null
  const { founders } = view.body
  const done = Object.keys(results).length
  const enterAll = async () => {
    setBusy(true)
    for (const [at] of founders.entries()) {
      if (results[at] !== undefined) continue
      const entered = await enter.run({ union, application: view.application, at })
      if (!entered.ok && entered.problem.kind !== 'refused') break
      const text = entered.ok ? `录好了，会员号 ${entered.data.memberNumber}` : entered.problem.message
      setResults((before) => ({ ...before, [at]: text }))
    }
    setBusy(false)
  }
  return (
    <Card title="首批会员" note="建会同时录入，凭签好的入会申请书（附件 2）。">
      <Bars items={[{ label: '录入', count: done }]} of={founders.length} />
      {founders.map(({ name }, at) => (
        <ListRow key={at} title={name} note={results[at] ?? '还没有录'} />
      ))}
      {done < founders.length && (
        <MainAction
          id="founders-enter"
          label={`录入 ${founders.length} 人`}
          busy={busy}
          onTap={() => void enterAll()}
        />
      )}
    </Card>
  )
}
