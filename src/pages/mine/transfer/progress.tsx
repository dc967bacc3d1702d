import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../../shared/contract/membership'
import type { MyTransfer } from '../../../../shared/contract/membership-transfer'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { FactList } from '../../../components/FactList'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Steps } from '../../../components/Steps'
import { Tag } from '../../../components/Tag'
import { goHome } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { dayText } from '../../today'
import { stateTitle, timelineOf } from '../../transfer-steps'

type Transfer = z.output<typeof MyTransfer>

interface Props {
  readonly transfer: Transfer
  readonly reload: () => void
  readonly onAgain: () => void
}

/** 我的转会: how far it is, what each union still has to say, and until when. */
export function TransferProgress({ transfer, reload, onAgain }: Props) {
  const { state, from, to, reviewer, workingDaysLeft } = transfer
  return (
    <Screen title="我的转会">
      <View className="transfer">
        <Card>
          <View className="transfer-head">
            <Text className="transfer-state">{stateTitle(transfer)}</Text>
            {workingDaysLeft !== undefined && (
              <Tag tone="neutral">
                {workingDaysLeft > 0 ? `还剩 ${workingDaysLeft} 个工作日` : '今天是通知的最后一天'}
              </Tag>
            )}
          </View>
          <FactList
            items={[
              { heading: '从', text: from.name },
              { heading: '转到', text: to?.name ?? `由${reviewer?.name ?? '上级工会'}定` },
              ...(transfer.unitName === '' ? [] : [{ heading: '现在的单位', text: transfer.unitName }]),
            ]}
          />
        </Card>
        {state === 'open' && <Waiting transfer={transfer} />}
        <Outcome transfer={transfer} />
        <Card>
          <Steps items={timelineOf(transfer)} />
        </Card>
        {state === 'open' ? (
          <Withdraw transfer={transfer} reload={reload} />
        ) : (
          <>
            <MainAction id="transfer-home" label="回首页" onTap={() => void goHome()} />
            <SideAction id="transfer-again" label="又换了单位，再办转会" onTap={onAgain} />
          </>
        )}
      </View>
    </Screen>
  )
}

/** 还在等谁. */
function Waiting({
  transfer: { leaving, receiving, from, to, reviewer, releasesOn, acceptBy },
}: Pick<Props, 'transfer'>) {
  return (
    <Card title="还在等">
      <FactList
        items={[
          ...(leaving === 'waiting' && releasesOn !== undefined
            ? [{ heading: from.name, text: `已经通知；最晚 ${dayText(releasesOn)}，没有说法就算放行` }]
            : []),
          ...(receiving === 'waiting'
            ? [{ heading: to?.name ?? '', text: `确认您在那里工作，最晚 ${dayText(acceptBy)}` }]
            : []),
          ...(leaving === 'disputed' || receiving === 'disputed'
            ? [{ heading: reviewer?.name ?? '', text: '裁定哪一边说得对' }]
            : []),
          ...(receiving === 'undecided' ? [{ heading: reviewer?.name ?? '', text: '定下转到哪个工会' }] : []),
        ]}
      />
    </Card>
  )
}

function Outcome({ transfer: { state, to, steps } }: Pick<Props, 'transfer'>) {
  if (state === 'done')
    return (
      <Notice tone="success" title="转会办好了">
        {`您现在是${to?.name ?? ''}的会员，会员号和入会时间不变。`}
      </Notice>
    )
  if (state === 'stopped') {
    const last = steps[steps.length - 1]
    return (
      <Notice tone="warning" title="这次没有转">
        {last?.note ?? '会籍刚有别的变动，或者转去的工会已经不在册。会籍没有丢，需要的话再办一次。'}
      </Notice>
    )
  }
  return null
}

function Withdraw({ transfer, reload }: Pick<Props, 'transfer' | 'reload'>) {
  const withdraw = useAct(membership, 'withdrawTransfer')
  const [asking, setAsking] = useState(false)
  const run = async () => {
    await withdraw.run({ transfer: transfer.transfer, seen: transfer.revision })
    setAsking(false)
    reload()
  }
  return (
    <>
      {withdraw.problem !== undefined && <Notice tone="danger">{withdraw.problem.message}</Notice>}
      <SideAction id="transfer-withdraw" label="撤回，不转了" onTap={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="不转会了？"
        text={`会籍还在${transfer.from.name}。以后可以再办。`}
        confirmLabel="撤回转会"
        danger
        busy={withdraw.busy}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
