import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { chinaDay } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { DateField } from '../../components/DateField'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { TextAction } from '../../components/TextAction'
import { useAct } from '../../services/use-act'
import { today } from '../../pages/today'
import { Refused } from './refused'
import { useInView, type StepProps } from './step'

/** 同意入会: approval is an act of the committee; its day stands there already, a note may be added. */
export function Approve({ view, reload, onDecided, onCancel }: StepProps) {
  const [decidedOn, setDecidedOn] = useState<string>(today())
  const [note, setNote] = useState('')
  const decide = useAct(membership, 'decide')
  useInView('deciding')
  const approve = async () => {
    const committee = { decidedOn, ...(note.trim() === '' ? {} : { note }) }
    const { union, application, revision } = view
    const answer = await decide.run({
      union: union.union,
      application,
      seen: revision,
      verdict: { kind: 'approve', committee },
    })
    if (answer.ok) onDecided()
  }
  return (
    <View className="decide" id="deciding">
      <Card title={`同意${view.applicant.name}入会`} note="记下委员会的决定。日期默认今天，可以改。">
        <DateField
          id="committee-date"
          label="委员会讨论日期"
          value={decidedOn}
          onChange={setDecidedOn}
          start={chinaDay(view.submittedAt)}
          end={today()}
        />
        <Field
          id="committee-note"
          label="备注（可不填）"
          value={note}
          onInput={setNote}
          placeholder="比如第几次会议"
          maxLength={200}
        />
      </Card>
      <Refused problem={decide.problem} reload={reload} />
      <MainAction
        id="application-approve-confirm"
        label={`同意${view.applicant.name}入会`}
        busy={decide.busy}
        onTap={() => void approve()}
      />
      <TextAction id="decision-cancel" label="返回" onTap={onCancel} quiet />
    </View>
  )
}
