import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Steps } from '../../components/Steps'
import { momentText } from '../../pages/today'
import { back } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { stateName } from '../parts/member-state'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

/** 恢复会籍: found by the whole member number that the union below tells, so that nobody leafs through those who left. */
export default function ReinstatePage() {
  const union = useUnion()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [memberNumber, setMemberNumber] = useState<string>()
  const number = typed.trim()
  const found = useAsk(
    membership,
    'findEnded',
    union === undefined || memberNumber === undefined ? undefined : { union, memberNumber },
  )
  const reinstate = useAct(membership, 'reinstateMembership')
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState(false)
  const member = found.data
  const nobody = found.problem?.kind === 'refused' && found.problem.code === 'NOT_FOUND'
  const send = async () => {
    if (union === undefined || member === undefined) return
    const sent = await reinstate.run({ union, person: member.person })
    setAsking(false)
    if (sent.ok) setDone(true)
  }
  if (done)
    return (
      <Screen title="恢复会籍">
        <Empty title="会籍恢复了" note="本人会收到消息。" action={{ label: '返回', onTap: () => void back() }} />
      </Screen>
    )
  return (
    <Screen title="恢复会籍" {...(nobody ? {} : { problem: found.problem })} onRetry={found.reload}>
      <View className="decide">
        <Field
          id="reinstate-number"
          label="会员号"
          hint="请下级工会告诉您，12 位数字"
          type="number"
          value={typed}
          maxLength={20}
          onInput={setTyped}
          error={
            tried && number === ''
              ? '请填会员号'
              : nobody && memberNumber === number
                ? '下级工会没有这个会员号的已结束会籍，请核对'
                : undefined
          }
        />
        <SideAction
          id="reinstate-find"
          label="查找"
          busy={found.loading}
          onTap={() => {
            setTried(true)
            setMemberNumber(number === '' ? undefined : number)
          }}
        />
        {member !== undefined && (
          <>
            <Card title={member.name} note={`${member.unionName} · ${stateName[member.state]}`}>
              <FactList
                items={[
                  { heading: '证件号码', text: member.maskedNumber },
                  { heading: '所属单位', text: member.unitName === '' ? '没有固定单位' : member.unitName },
                ]}
              />
            </Card>
            <Card title="会籍变动">
              <Steps
                items={member.history.map(({ at, text }) => ({
                  state: 'done' as const,
                  title: text,
                  note: momentText(at),
                }))}
              />
            </Card>
            {reinstate.problem !== undefined && <Notice tone="danger">{reinstate.problem.message}</Notice>}
            <MainAction id="reinstate-do" label="登记有误，恢复会籍" onTap={() => setAsking(true)} />
            <Confirm
              open={asking}
              title={`恢复${member.name}的会籍？`}
              text={`只用于登记有误。恢复后，他又是${member.unionName}的会员。本人自己退会又想回来的，请重新申请。`}
              confirmLabel={`恢复${member.name}的会籍`}
              busy={reinstate.busy}
              onConfirm={() => void send()}
              onCancel={() => setAsking(false)}
            />
          </>
        )}
      </View>
    </Screen>
  )
}
