import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { Card } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import { useAct } from '../../../services/use-act'
import { dayText } from '../../today'

/** 核对我的信息: one tap says that nothing has changed; what has changed is corrected below. */
export function ConfirmMine() {
  const confirm = useAct(membership, 'confirmMine')
  const [done, setDone] = useState<string>()
  const run = async () => {
    const answer = await confirm.run({})
    if (answer.ok) setDone(dayText(answer.data.confirmedOn))
  }
  return (
    <Card title="核对我的信息" note="看一看上面的单位、手机号对不对。没有变化点一下；有变化在下面请工会更正。">
      {confirm.problem !== undefined && <Notice tone="danger">{confirm.problem.message}</Notice>}
      {done === undefined ? (
        <SideAction id="data-confirm" label="信息没有变" busy={confirm.busy} onTap={() => void run()} />
      ) : (
        <Notice id="data-confirmed" tone="success">{`谢谢，${done}核对过了。`}</Notice>
      )}
    </Card>
  )
}
