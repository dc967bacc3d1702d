import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import { UnionId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import { Card } from '../../components/Card'
import { ChoiceList, type Choice } from '../../components/ChoiceList'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PickField } from '../../components/PickField'
import { showFirstError } from '../../pages/show-first-error'
import { useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { eventName } from '../parts/event-texts'
import { TaskScreen } from '../parts/task-screen'
import { useUnion } from '../parts/use-office'
import { useUnionsBelow } from '../parts/use-unions-below'
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
  const settle = useAct(membership, 'settleObjection')
  const [wish, setWish] = useState<Wish>()
  const [to, setTo] = useState<string>()
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()
  const objection = found.data
  const target = UnionId.safeParse(to)
  const send = async () => {
    setTried(true)
    if (union === undefined || task === undefined || objection === undefined) return
    if (wish === undefined || (wish === 'elsewhere' && !target.success)) return showFirstError()
    const verdict =
      wish === 'elsewhere' && target.success ? ({ kind: 'elsewhere', to: target.data } as const) : plain(wish)
    if ((await settle.run({ union, task, verdict })).ok) setDone(doneText(wish, objection))
  }
  return (
    <TaskScreen
      title="会员的异议"
      open={objection === undefined ? undefined : !objection.settled}
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      done={done}
      wide
      footer={
        objection === undefined ? undefined : (
          <MainAction id="objection-send" label="就这样定" busy={settle.busy} onTap={() => void send()} />
        )
      }
    >
      {objection !== undefined && union !== undefined && (
        <View className="beside">
          <View className="beside-part">
            <About objection={objection} />
          </View>
          <View className="beside-part">
            <ChoiceList
              id="objection"
              label="怎么定？"
              value={wish}
              options={optionsOf(objection)}
              onChange={setWish}
              error={tried && wish === undefined ? '请选一项' : undefined}
            />
            {wish === 'elsewhere' && (
              <Elsewhere union={union} value={to} onChange={setTo} missing={tried && to === undefined} />
            )}
            {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
          </View>
        </View>
      )}
    </TaskScreen>
  )
}

function About({ objection }: { readonly objection: Objection }) {
  const { name, memberNumber, unitName, kind, unionName, from, to, sentence } = objection
  return (
    <>
      <Card title={name}>
        <FactList
          items={[
            { heading: '会员号', text: memberNumber },
            { heading: '单位', text: unitName === '' ? '没有登记' : unitName },
            { heading: '因为', text: `${unionName}${eventName[kind]}` },
            { heading: '会籍现在在', text: from.name },
            { heading: '计划转到', text: to.name },
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
    </>
  )
}

function optionsOf({ mayKeep, from, to }: Objection): readonly Choice<Wish>[] {
  return [
    ...(mayKeep ? [{ value: 'keep', label: '同意他的意见，不转', note: `会籍留在${from.name}` } as const] : []),
    { value: 'move', label: '还是转过去', note: `转到${to.name}` },
    { value: 'elsewhere', label: '转到别的工会', note: '会员号、入会时间不变' },
  ]
}

function doneText(wish: Wish, { name, from, to }: Objection): string {
  const told = '结果已经告诉本人。'
  switch (wish) {
    case 'keep':
      return `${name}的会籍留在${from.name}。${told}`
    case 'move':
      return `${name}的会籍转到了${to.name}。${told}`
    case 'elsewhere':
      return `${name}的会籍转到了您选的工会。${told}`
    default:
      return unreachable(wish)
  }
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
  const below = useUnionsBelow(union)
  if (below.problem !== undefined) return <Notice tone="danger">{below.problem.message}</Notice>
  return (
    <PickField
      id="objection-to"
      label="转到哪个工会"
      value={value}
      options={(below.unions ?? []).map(({ union: id, name }) => ({ value: String(id), label: name }))}
      onChange={onChange}
      error={missing ? '请选一个工会' : undefined}
    />
  )
}
