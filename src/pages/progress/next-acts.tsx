import Taro from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { MyApplication } from '../../../shared/contract/membership-views'
import { Confirm } from '../../components/Confirm'
import { ActivateCard } from '../../components/ActivateCard'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { go, goHome } from '../../services/route'
import { useAct } from '../../services/use-act'
import { hotline } from '../hotline'

interface Props {
  readonly application: MyApplication
  readonly reload: () => void
}

/** 下一步: every state has one. */
export function NextActs({ application, reload }: Props) {
  switch (application.state) {
    case 'submitted':
      return (
        <View className="progress-acts">
          <Remind application={application} reload={reload} />
          <CallUnion application={application} />
          <Withdraw application={application} reload={reload} />
        </View>
      )
    case 'returned':
      return (
        <View className="progress-acts">
          <MainAction
            id="progress-mend"
            label="修改后重新提交"
            onTap={() => void go('pages/join/index', { mend: application.application })}
          />
          <CallUnion application={application} />
          <Withdraw application={application} reload={reload} />
        </View>
      )
    case 'approved':
      return (
        <View className="progress-acts">
          <ActivateCard id="progress-activate" />
          <SideAction id="progress-home" label="回首页" onTap={() => void goHome()} />
        </View>
      )
    case 'rejected':
      return (
        <View className="progress-acts">
          <MainAction id="progress-join-again" label="重新申请" onTap={() => void go('pages/join/index')} />
          <CallUnion application={application} />
        </View>
      )
    case 'withdrawn':
      return (
        <View className="progress-acts">
          <MainAction id="progress-join-again" label="重新申请" onTap={() => void go('pages/join/index')} />
          <SideAction id="progress-home" label="回首页" onTap={() => void goHome()} />
        </View>
      )
  }
}

/** 催一下: once a day. */
function Remind({ application, reload }: Props) {
  const remind = useAct(membership, 'remind')
  const [done, setDone] = useState(false)

  async function run() {
    const answer = await remind.run({ application: application.application })
    if (!answer.ok) return
    setDone(true)
    reload()
  }

  if (done) return <Notice tone="success">已经提醒工会的人，明天还可以再催。</Notice>
  if (!application.canRemind) return <Text className="progress-hint">今天已经催过了，明天可以再催。</Text>
  return (
    <>
      <SideAction id="progress-remind" label="催一下" busy={remind.busy} onTap={() => void run()} />
      {remind.problem !== undefined && <Notice tone="danger">{remind.problem.message}</Notice>}
    </>
  )
}

function Withdraw({ application, reload }: Props) {
  const withdraw = useAct(membership, 'withdraw')
  const [asking, setAsking] = useState(false)

  async function run() {
    const answer = await withdraw.run({ application: application.application, seen: application.revision })
    setAsking(false)
    if (answer.ok || answer.problem.kind === 'refused') reload()
  }

  return (
    <>
      <TextAction id="progress-withdraw" label="撤回申请" quiet onTap={() => setAsking(true)} />
      {withdraw.problem !== undefined && <Notice tone="danger">{withdraw.problem.message}</Notice>}
      <Confirm
        open={asking}
        title="撤回这份申请？"
        text={`撤回后${application.union.name}不再办理。想入会可以重新申请，期限重新算。`}
        confirmLabel="撤回我的入会申请"
        danger
        busy={withdraw.busy}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

function CallUnion({ application: { unionPhone } }: Pick<Props, 'application'>) {
  const number = unionPhone ?? hotline
  return (
    <SideAction
      id="progress-call"
      label={unionPhone === undefined ? `打电话问 ${hotline}` : `给工会打电话 ${number}`}
      onTap={() => void Taro.makePhoneCall({ phoneNumber: number })}
    />
  )
}
