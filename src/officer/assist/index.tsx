import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { go, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { TaskScreen } from '../parts/task-screen'
import { useOffice, useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type FoundingTask = z.output<typeof membership.procedures.foundingTask.output>

/** 建会提醒: a unit that should have a union, or a joint union that has grown too large, with the numbers behind it. */
export default function AssistPage() {
  const union = useUnion()
  const task = useParams()['task']
  const found = useAsk(
    membership,
    'foundingTask',
    union === undefined || task === undefined ? undefined : { union, task },
  )
  const settle = useAct(membership, 'settleFoundingTask')
  const { office } = useOffice()
  const [asked, setAsked] = useState<Verdict>()
  const [done, setDone] = useState<string>()
  const data = found.data
  const unit = data?.unit
  const mayFound =
    unit !== undefined && office?.union === union && office?.rights.includes('found') === true && office.leads
  const close = async () => {
    if (union === undefined || task === undefined || asked === undefined) return
    const sent = await settle.run({ union, task, verdict: asked })
    setAsked(undefined)
    if (sent.ok) setDone(closings[asked].done)
  }
  return (
    <TaskScreen
      title="建会提醒"
      open={data === undefined ? undefined : !data.settled}
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      done={done}
      footer={
        data === undefined ? undefined : (
          <View className="decide">
            {mayFound && (
              <MainAction
                id="assist-found"
                label="给它建会"
                onTap={() => void go('officer/found/index', { union, unit })}
              />
            )}
            <SideAction id="assist-done" label={closings.done.act} onTap={() => setAsked('done')} />
            <SideAction id="assist-drop" label={closings.drop.act} onTap={() => setAsked('drop')} />
          </View>
        )
      }
    >
      {data !== undefined && (
        <View className="detail">
          <Facts task={data} />
          <Notice tone="info">{explains[data.kind]}</Notice>
          {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
          <Confirm
            open={asked !== undefined}
            title={`${data.name}：${closings[asked ?? 'done'].act}？`}
            text={closings[asked ?? 'done'].means}
            confirmLabel={closings[asked ?? 'done'].act}
            busy={settle.busy}
            onConfirm={() => void close()}
            onCancel={() => setAsked(undefined)}
          />
        </View>
      )}
    </TaskScreen>
  )
}

type Verdict = 'done' | 'drop'

const closings: Readonly<Record<Verdict, { readonly act: string; readonly means: string; readonly done: string }>> = {
  done: {
    act: '已经指导过，办结',
    means: '办结以后，这件事不再提醒。',
    done: '办结了。建好会以后，会员的会籍会跟着转过去。',
  },
  drop: {
    act: '不用建了',
    means: '只用于单位已经搬走、注销，或者不该单独建会。以后不再提醒。',
    done: '记下了，不再提醒。',
  },
}

const explains: Readonly<Record<FoundingTask['kind'], string>> = {
  'own-committee': '这家单位的会员够数了，应当单独建立基层工会委员会（《工会法》第十一条）。',
  'joint-too-many': '这个联合工会覆盖的单位超过了上限，请把一部分单位分出去，另建一个联合工会。',
  'assist-founding': '这家单位已经有会员，但还没有工会，列入“应建未建”。请上门指导建会（《工会法》第十二条）。',
}

function Facts({ task: { kind, name, place, count, threshold, staff } }: { readonly task: FoundingTask }) {
  return (
    <Card title={name} {...(place === '' ? {} : { note: place })}>
      <FactList
        items={[
          {
            heading: kind === 'joint-too-many' ? '覆盖单位' : '会员',
            text:
              threshold === undefined
                ? `${count} 人`
                : kind === 'joint-too-many'
                  ? `${count} 家，上限 ${threshold} 家`
                  : `${count} 人，满 ${threshold} 人应当单独建`,
          },
          ...(staff === undefined ? [] : [{ heading: '职工', text: `${staff} 人` }]),
        ]}
      />
    </Card>
  )
}
