import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { countingProcedures } from '../../../shared/contract/review-counting'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { ask } from '../../services/api'
import type { Problem } from '../../services/problem'
import { useAct } from '../../services/use-act'

type Found = z.output<typeof countingProcedures.electorsToTick.output>
type Row = Found['rows'][number]

interface Props {
  readonly row: ReviewRow
  readonly onTicked: () => void
}

/** 登记领纸质选票: somebody stands there with their papers; found, tapped, confirmed. */
export function Ticking({ row: { union, review }, onTicked }: Props) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [asking, setAsking] = useState<Row>()
  const [ticked, setTicked] = useState<string>()
  const tick = useAct(contract, 'tickForPaper')
  const search = typed.trim()
  const look = async () => {
    setBusy(true)
    setTicked(undefined)
    tick.clear()
    const answer = await ask(contract, 'electorsToTick', { union, review, search })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    setFound(answer.ok ? answer.data : undefined)
  }
  const give = async ({ person, name }: Row) => {
    const done = await tick.run({ union, review, person })
    setAsking(undefined)
    if (!done.ok) return
    setTicked(name)
    setFound(undefined)
    setTyped('')
    onTicked()
  }
  return (
    <View className="venue">
      {ticked !== undefined && (
        <Notice id="venue-ticked" tone="success" title={`${ticked}登记好了，请给一张纸质选票`}>
          从现在起，{ticked}不能再用手机投。
        </Notice>
      )}
      <Field
        id="venue-search"
        label="来的是谁"
        value={typed}
        onInput={setTyped}
        maxLength={32}
        placeholder="姓名、证件号码或会员号"
        hint="先看证件，再登记"
      />
      <SideAction id="venue-find" label="查找" busy={busy} disabled={search === ''} onTap={() => void look()} />
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      {tick.problem !== undefined && (
        <Notice tone="danger" id="venue-problem">
          {tick.problem.message}
        </Notice>
      )}
      {found !== undefined && <Hint found={found} />}
      {found?.rows.map((each) => (
        <ListRow
          key={each.person}
          id={`venue-${each.person}`}
          title={each.name}
          note={[each.maskedNumber, each.unitName].filter((part) => part !== '').join(' · ')}
          tag={<Channel row={each} />}
          {...(each.mayTick ? { onTap: () => setAsking(each) } : {})}
        />
      ))}
      {asking !== undefined && (
        <Confirm
          open
          title={`给${asking.name}一张纸质选票？`}
          text={`证件号码 ${asking.maskedNumber}。登记以后，不能再用手机投，也不能改回来。`}
          confirmLabel={`登记${asking.name}`}
          busy={tick.busy}
          onConfirm={() => void give(asking)}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </View>
  )
}

function Hint({ found: { rows, searchedAll } }: { readonly found: Found }) {
  if (!searchedAll) return <Notice tone="warning">名单很长，没有找完。请输入完整的证件号码或会员号。</Notice>
  if (rows.length === 0)
    return (
      <Notice id="venue-nobody" tone="info" title="选民名单里没有">
        没有表决权的人不领选票。请核对名字，或者用证件号码再找一次。
      </Notice>
    )
  return null
}

function Channel({ row: { channel, mayTick } }: { readonly row: Row }) {
  if (channel === 'phone') return <Tag tone="warning">已在手机上领</Tag>
  if (channel === 'paper') return <Tag tone="neutral">已领纸质选票</Tag>
  return mayTick ? <Tag tone="success">可以领</Tag> : <Tag tone="neutral">用手机投</Tag>
}
