import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionId } from '../../../shared/core/ids'
import type { LeavingError, ReceivingError } from '../../../shared/membership/transfer'
import { ChoiceList } from '../../components/ChoiceList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { TextAction } from '../../components/TextAction'
import { factErrorName } from '../../pages/transfer-steps'
import { useAct } from '../../services/use-act'
import { Refused } from '../parts/refused'
import type { Transfer } from './view'

interface Props {
  readonly side: 'leaving' | 'receiving'
  readonly view: Transfer
  readonly union: UnionId
  readonly reload: () => void
  readonly onBack: () => void
}

const choice = <What extends LeavingError | ReceivingError>(value: What, note: string) =>
  ({ value, label: factErrorName[value], note }) as const
const ofLeaving = [
  choice('still-employed', '还在原单位上班，合同没有解除'),
  choice('wrong-person', '同名的别人，或者认错了'),
]
const ofReceiving = [choice('not-here', '没有这名职工'), choice('wrong-person', '同名的别人，或者认错了')]

/** 和事实不符: what, in one tap, and a sentence that the member and the upper union read. */
export function Dispute({ side, view, union, reload, onBack }: Props) {
  const dispute = useAct(membership, 'disputeTransfer')
  const [leavingWhat, setLeavingWhat] = useState<LeavingError>()
  const [receivingWhat, setReceivingWhat] = useState<ReceivingError>()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const missing = side === 'leaving' ? leavingWhat === undefined : receivingWhat === undefined

  const send = async () => {
    const error = errorOf()
    if (error === undefined) return setTried(true)
    if ((await dispute.run({ union, transfer: view.transfer, seen: view.revision, error })).ok) reload()
  }
  function errorOf() {
    if (side === 'leaving') return leavingWhat === undefined ? undefined : ({ side, what: leavingWhat, note } as const)
    return receivingWhat === undefined ? undefined : ({ side, what: receivingWhat, note } as const)
  }
  return (
    <View className="decide">
      {side === 'leaving' ? (
        <ChoiceList
          id="transfer-what"
          label="哪里和事实不符？"
          value={leavingWhat}
          options={ofLeaving}
          onChange={setLeavingWhat}
          error={tried && missing ? '请选一个' : undefined}
        />
      ) : (
        <ChoiceList
          id="transfer-what"
          label="哪里和事实不符？"
          value={receivingWhat}
          options={ofReceiving}
          onChange={setReceivingWhat}
          error={tried && missing ? '请选一个' : undefined}
        />
      )}
      <Field
        id="transfer-note"
        label="说明（可以不写）"
        value={note}
        onInput={setNote}
        maxLength={200}
        multiline
        placeholder="本人和上级工会会看到"
      />
      <Refused problem={dispute.problem} reload={reload} />
      <MainAction id="transfer-dispute-send" label="请上级工会裁定" busy={dispute.busy} onTap={() => void send()} />
      <TextAction id="transfer-dispute-back" label="返回" onTap={onBack} quiet />
    </View>
  )
}
