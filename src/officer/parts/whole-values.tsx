import { Text } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { ConfirmationCode, PersonId, UnionId } from '../../../shared/core/ids'
import type { WholeValue } from '../../../shared/desk/confirmation'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { PhoneConfirm } from '../../components/PhoneConfirm'
import { SideAction } from '../../components/SideAction'
import { atDesk } from '../../services/desk'
import { useAct } from '../../services/use-act'

interface Props {
  readonly union: UnionId
  readonly person: PersonId
  readonly name: string
}

const valueName: Readonly<Record<WholeValue, string>> = { number: '完整证件号码', mobile: '完整手机号' }

/** 查看全号: one value, for a purpose that is written down; the member sees that it happened. */
export function WholeValues({ union, person, name }: Props) {
  const reveal = useAct(membership, 'reveal')
  const [wanted, setWanted] = useState<WholeValue>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const [seen, setSeen] = useState<string>()

  const choose = (value: WholeValue) => {
    setWanted(value)
    setSeen(undefined)
    setTried(false)
    reveal.clear()
  }
  const show = async (confirmation?: ConfirmationCode) => {
    setConfirming(false)
    if (wanted === undefined) return
    const done = await reveal.run({
      union,
      person,
      value: wanted,
      reason,
      ...(confirmation === undefined ? {} : { confirmation }),
    })
    if (done.ok) setSeen(done.data.value)
  }
  const start = () => {
    if (reason.trim().length < 2) return setTried(true)
    if (atDesk()) setConfirming(true)
    else void show()
  }
  if (wanted === undefined)
    return (
      <Card title="查看全号" note={`只在办事要用时看。每次查看都要写用途，${name}的资料页上留有记录。`}>
        <SideAction id="reveal-number" label="看完整证件号码" onTap={() => choose('number')} />
        <SideAction id="reveal-mobile" label="看完整手机号" onTap={() => choose('mobile')} />
      </Card>
    )
  if (confirming)
    return (
      <PhoneConfirm
        what={{ kind: 'reveal', union, person, value: wanted }}
        title="请用手机确认"
        onConfirmed={(code) => void show(code)}
        onCancel={() => setConfirming(false)}
      />
    )
  return (
    <Card title={`查看${name}的${valueName[wanted]}`}>
      {seen !== undefined ? (
        <>
          <Text className="detail-whole" id="reveal-value" selectable userSelect>
            {seen}
          </Text>
          <SideAction id="reveal-hide" label="收起" onTap={() => setWanted(undefined)} />
        </>
      ) : (
        <>
          <Field
            id="reveal-reason"
            label="用途"
            value={reason}
            maxLength={100}
            placeholder="例如：办理住院补贴"
            onInput={setReason}
            error={tried && reason.trim().length < 2 ? '请写明用途' : undefined}
          />
          {reveal.problem !== undefined && <Notice tone="danger">{reveal.problem.message}</Notice>}
          <MainAction id="reveal-show" label={`查看${valueName[wanted]}`} busy={reveal.busy} onTap={start} />
          <SideAction id="reveal-cancel" label="先不" onTap={() => setWanted(undefined)} />
        </>
      )}
    </Card>
  )
}
