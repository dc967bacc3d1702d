import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { titleOf } from '../../pages/my-review'
import { showFirstError } from '../../pages/show-first-error'
import { useAct } from '../../services/use-act'
import '../parts/parts.scss'

const shortest = 2

interface Props {
  readonly row: ReviewRow
  readonly onDone: () => void
}

/** 撤销评家: with a reason that every member reads. */
export function CallOff({ row, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const callOff = useAct(contract, 'callOffReview')
  const missing = reason.trim().length < shortest
  const check = () => {
    setTried(true)
    if (missing) return showFirstError()
    setAsking(true)
  }
  const send = async () => {
    const done = await callOff.run({ union: row.union, review: row.review, reason: reason.trim() })
    setAsking(false)
    if (done.ok) onDone()
  }
  if (!open) return <TextAction id="call-off-open" label="撤销这次评家" onTap={() => setOpen(true)} quiet />
  return (
    <Card title="为什么撤销？" note="会员都看得到这句话。撤销以后可以重新发公告。">
      <View className="decide">
        <Field
          id="call-off-reason"
          label="理由"
          value={reason}
          onInput={setReason}
          maxLength={200}
          placeholder="比如日子写错了"
          error={tried && missing ? '请写明理由' : undefined}
        />
        {callOff.problem !== undefined && (
          <Notice tone="danger" id="call-off-problem">
            {callOff.problem.message}
          </Notice>
        )}
        <SideAction id="call-off-send" label={`撤销 ${titleOf(row)}`} danger onTap={check} />
        <SideAction id="call-off-back" label="不撤销" onTap={() => setOpen(false)} />
      </View>
      <Confirm
        open={asking}
        title={`撤销 ${titleOf(row)}？`}
        text="撤销以后不能恢复，已经领的凭证作废。"
        confirmLabel="撤销"
        danger
        busy={callOff.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </Card>
  )
}
