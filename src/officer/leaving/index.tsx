import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { dayText, fullDayText, momentText } from '../../pages/today'
import { useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { TaskScreen } from '../parts/task-screen'
import { useUnion } from '../parts/use-office'
import { WholeValues } from '../parts/whole-values'
import '../parts/parts.scss'

/** 退会申请: there is time for a talk; exit is free. */
export default function LeavingPage() {
  const union = useUnion()
  const params = useParams()
  const subject = params['person']
  const task = params['task'] ?? (subject === undefined ? undefined : `leave-request:${subject}`)
  const found = useAsk(membership, 'leaving', union === undefined || task === undefined ? undefined : { union, task })
  const announce = useAct(membership, 'announceLeaving')
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<string>()
  const leaving = found.data
  const send = async () => {
    if (union === undefined || task === undefined) return
    const sent = await announce.run({ union, task })
    setAsking(false)
    if (sent.ok) setDone('已经宣布退会，本人会收到消息。工会页面只公布人数。')
  }
  return (
    <TaskScreen
      title="退会申请"
      open={leaving?.open}
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      done={done}
      footer={
        leaving === undefined ? undefined : (
          <MainAction id="leaving-announce" label="宣布退会" onTap={() => setAsking(true)} />
        )
      }
    >
      {leaving !== undefined && union !== undefined && (
        <View className="detail">
          <Card title={`${leaving.name}申请退会`} note={`${momentText(leaving.askedAt)}提出`}>
            <FactList
              items={[
                { heading: '会员号', text: leaving.memberNumber },
                { heading: '所属单位', text: leaving.unitName === '' ? '没有固定单位' : leaving.unitName },
                { heading: '入会时间', text: fullDayText(leaving.since) },
                { heading: '手机号', text: leaving.mobile },
              ]}
            />
          </Card>
          <Notice tone="info" title="可以先谈一谈">
            {`退会自由，不用本人说明理由。想挽留，请在 ${dayText(leaving.dueOn)}前打电话谈；本人改主意会自己撤回。过了这天没有办，系统自动宣布退会。`}
          </Notice>
          <WholeValues union={union} person={leaving.person} name={leaving.name} />
          {announce.problem !== undefined && <Notice tone="danger">{announce.problem.message}</Notice>}
          <Confirm
            open={asking}
            title={`宣布${leaving.name}退会？`}
            text="会籍到此结束，会员号留着。本人想回来，可以重新申请。"
            confirmLabel={`宣布${leaving.name}退会`}
            danger
            busy={announce.busy}
            onConfirm={() => void send()}
            onCancel={() => setAsking(false)}
          />
        </View>
      )}
    </TaskScreen>
  )
}
