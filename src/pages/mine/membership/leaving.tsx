import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import type { IsoDate } from '../../../../shared/core/time'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import { TextAction } from '../../../components/TextAction'
import { atDesk } from '../../../services/desk'
import { useAct } from '../../../services/use-act'
import { dayText } from '../../today'

interface Props {
  readonly unionName: string
  readonly leaving: { readonly dueOn: IsoDate } | undefined
  readonly reload: () => void
}

/** 退会: free, and asked for once more; taken back as long as nobody announced it. */
export function Leaving({ unionName, leaving, reload }: Props) {
  const ask = useAct(membership, 'askToLeave')
  const stay = useAct(membership, 'takeBackLeaving')
  const [asking, setAsking] = useState(false)
  const send = async () => {
    const sent = await ask.run({})
    setAsking(false)
    if (sent.ok) reload()
  }
  const takeBack = async () => {
    if ((await stay.run({})).ok) reload()
  }
  const problem = ask.problem ?? stay.problem
  if (atDesk()) return <Notice tone="info">退会请在手机微信里办。</Notice>
  return (
    <>
      {problem !== undefined && <Notice tone="danger">{problem.message}</Notice>}
      {leaving === undefined ? (
        <TextAction id="membership-leave" label="退会" onTap={() => setAsking(true)} quiet />
      ) : (
        <Card
          title="您申请了退会"
          note={`${unionName}可能会先和您谈一谈；最晚 ${dayText(leaving.dueOn)}宣布，过了这天自动退会。`}
          tone="warning"
          id="membership-leaving"
        >
          <SideAction id="membership-stay" label="不退了，撤回申请" busy={stay.busy} onTap={() => void takeBack()} />
        </Card>
      )}
      <Confirm
        open={asking}
        title={`退出${unionName}？`}
        text="退会自由，不用说理由。会籍结束后没有会员的权利和服务，会员号为您留着。只是换了单位的，请办转会，会龄不断。"
        confirmLabel="申请退会"
        danger
        busy={ask.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
