import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import { registry } from '../../../shared/contract/registry'
import { UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { back, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { eventName } from '../parts/event-texts'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type Objection = z.output<typeof membership.procedures.eventObjection.output>
type Wish = 'move' | 'elsewhere' | 'keep'

/** 会员的异议: what they say, and what is decided; carried out at once. */
export default function ObjectionPage() {
  const union = useUnion()
  const task = useParams()['task']
  const found = useAsk(
    membership,
    'eventObjection',
    union === undefined || task === undefined ? undefined : { union, task },
  )
  const [done, setDone] = useState(false)
  if (done)
    return (
      <Screen title="会员的异议">
        <Empty title="办好了" note="结果已经告诉本人。" action={{ label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  return (
    <Screen title="会员的异议" loading={found.loading} problem={found.problem} onRetry={found.reload}>
      {found.data !== undefined && union !== undefined && task !== undefined && (
        <Settle union={union} task={task} objection={found.data} onDone={() => setDone(true)} />
      )}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly task: string
  readonly objection: Objection
  readonly onDone: () => void
}

function Settle({ union, task, objection, onDone }: Props) {
  const settle = useAct(membership, 'settleObjection')
  const [wish, setWish] = useState<Wish>()
  const [to, setTo] = useState<string>()
  const [tried, setTried] = useState(false)
  const { name, memberNumber, unitName, kind, unionName, from, to: planned, sentence, mayKeep, settled } = objection
  const target = UnionId.safeParse(to)
  const send = async () => {
    setTried(true)
    if (wish === undefined || (wish === 'elsewhere' && !target.success)) return
    const verdict =
      wish === 'elsewhere' && target.success ? ({ kind: 'elsewhere', to: target.data } as const) : plain(wish)
    const done = await settle.run({ union, task, verdict })
    if (done.ok) onDone()
  }
  return (
    <View className="detail">
      <Card title={name}>
        <FactList
          items={[
            { heading: '会员号', text: memberNumber },
            { heading: '单位', text: unitName === '' ? '没有登记' : unitName },
            { heading: '因为', text: `${unionName}${eventName[kind]}` },
            { heading: '会籍现在在', text: from.name },
            { heading: '计划转到', text: planned.name },
          ]}
        />
      </Card>
      {sentence === undefined ? (
        <Notice tone="warning">本人没有提异议，是自动办理没有办成，请您定一下。</Notice>
      ) : (
        <Card title="本人怎么说">
          <Text>{sentence}</Text>
        </Card>
      )}
      {settled ? (
        <Notice tone="info">这件事已经办完了。</Notice>
      ) : (
        <>
          <ChoiceList
            id="objection"
            label="怎么定？"
            value={wish}
            options={[
              ...(mayKeep ? [{ value: 'keep', label: `同意他的意见，留在${from.name}` } as const] : []),
              { value: 'move', label: `还是转到${planned.name}` },
              { value: 'elsewhere', label: '转到别的工会' },
            ]}
            onChange={setWish}
          />
          {wish === 'elsewhere' && (
            <Elsewhere union={union} value={to} onChange={setTo} missing={tried && to === undefined} />
          )}
          {tried && wish === undefined && <Notice tone="danger">请选一项。</Notice>}
          {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
          <MainAction id="objection-send" label="就这样定" busy={settle.busy} onTap={() => void send()} />
        </>
      )}
    </View>
  )
}

const plain = (wish: Wish) => (wish === 'keep' ? ({ kind: 'keep' } as const) : ({ kind: 'move' } as const))

interface ElsewhereProps {
  readonly union: UnionId
  readonly value: string | undefined
  readonly onChange: (union: string) => void
  readonly missing: boolean
}

/** The unions directly below the one that decides. */
function Elsewhere({ union, value, onChange, missing }: ElsewhereProps) {
  const below = useAsk(registry, 'unionsBelow', { union })
  if (below.problem !== undefined) return <Notice tone="danger">{below.problem.message}</Notice>
  return (
    <PickField
      id="objection-to"
      label="转到哪个工会"
      value={value}
      options={(below.data?.unions ?? []).map(({ union: id, name }) => ({ value: String(id), label: name }))}
      onChange={onChange}
      error={missing ? '请选一个工会' : undefined}
    />
  )
}
