import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { FilingObjection } from '../../../shared/membership/expulsion'
import { objectionName, reasonName } from '../../../shared/membership/labels'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { dayText, fullDayText } from '../../pages/today'
import { useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { TaskScreen } from '../parts/task-screen'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

const objections = (['document-unclear', 'decision-missing', 'wrong-person'] as const).map((value) => ({
  value,
  label: objectionName[value],
}))

/** 开除备案: the union above reads the committee’s paper, files it or sends it back. */
export default function FilingPage() {
  const union = useUnion()
  const task = useParams()['task']
  const found = useAsk(membership, 'filing', union === undefined || task === undefined ? undefined : { union, task })
  const settle = useAct(membership, 'settleFiling')
  const [asking, setAsking] = useState(false)
  const [returning, setReturning] = useState(false)
  const [objection, setObjection] = useState<FilingObjection>()
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<string>()
  const report = found.data
  const file = async () => {
    if (union === undefined || task === undefined) return
    const sent = await settle.run({ union, task, verdict: { kind: 'file' } })
    setAsking(false)
    if (sent.ok) setDone('已经备案，会籍从今天起结束，本人会收到消息。')
  }
  const sendBack = async () => {
    if (union === undefined || task === undefined) return
    if (objection === undefined) return setTried(true)
    const sent = await settle.run({ union, task, verdict: { kind: 'send-back', objection } })
    if (sent.ok) setDone('已经退回，会籍不变，报送的工会会收到消息。')
  }
  const actions = returning ? (
    <View className="decide">
      <MainAction id="filing-back-sure" label="退回" busy={settle.busy} onTap={() => void sendBack()} />
      <SideAction id="filing-cancel" label="再看看" onTap={() => setReturning(false)} />
    </View>
  ) : (
    <View className="decide">
      <MainAction id="filing-file" label="备案" onTap={() => setAsking(true)} />
      <SideAction id="filing-back" label="退回，材料要补" onTap={() => setReturning(true)} />
    </View>
  )
  return (
    <TaskScreen
      title="开除备案"
      open={report?.open}
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      done={done}
      wide
      footer={report === undefined ? undefined : actions}
    >
      {report !== undefined && (
        <View className="beside">
          <View className="beside-part">
            <Card title={`${report.unionName}报开除${report.name}`} note={`最晚 ${dayText(report.dueOn)}办理`}>
              <FactList
                items={[
                  { heading: '原因', text: reasonName[report.reason] },
                  { heading: '委员会讨论', text: fullDayText(report.decidedOn) },
                  { heading: '会员号', text: report.memberNumber },
                  { heading: '证件号码', text: report.maskedNumber },
                  { heading: '所属单位', text: report.unitName === '' ? '没有固定单位' : report.unitName },
                  { heading: '入会时间', text: fullDayText(report.since) },
                ]}
              />
            </Card>
          </View>
          <View className="beside-part">
            <Card title="委员会的决定">
              <Image className="paper" src={report.document} mode="widthFix" ariaLabel="委员会的决定" />
            </Card>
            {returning && (
              <ChoiceList
                id="filing-objection"
                label="哪里要补？"
                value={objection}
                options={objections}
                onChange={setObjection}
                error={tried && objection === undefined ? '请选一个原因' : undefined}
              />
            )}
            {settle.problem !== undefined && <Notice tone="danger">{settle.problem.message}</Notice>}
            <Confirm
              open={asking}
              title={`备案开除${report.name}的会籍？`}
              text="会籍从今天起结束，他的工会职务和电脑登录一并结束。"
              confirmLabel={`备案，开除${report.name}`}
              danger
              busy={settle.busy}
              onConfirm={() => void file()}
              onCancel={() => setAsking(false)}
            />
          </View>
        </View>
      )}
    </TaskScreen>
  )
}
