import { View } from '@tarojs/components'
import { useState } from 'react'
import { readCode } from '../../../../shared/review/survey-code'
import { Card } from '../../../components/Card'
import { Check } from '../../../components/Check'
import { Fold } from '../../../components/Fold'
import { MainAction } from '../../../components/MainAction'
import { Screen } from '../../../components/Screen'
import { myBallot } from '../../../services/review/my-ballot'
import { titleOf } from '../../my-review'
import { showFirstError } from '../../show-first-error'
import { StepProblem } from '../StepProblem'
import { useStep } from '../use-step'
import { Days, Secret, WhySecret } from '../vote/parts'
import type { StepProps } from '../vote/where'
import { SlipCode } from './code'

interface Props extends Pick<StepProps, 'mine'> {
  readonly code: string
  /** With the code that it was received by: on a notice there is none, and a misread one is typed. */
  readonly onReceived: (code: string) => Promise<void>
}

/** 凭纸条领凭证: whoever holds the slip, without a name. */
export function SlipReceiving({ mine, code, onReceived }: Props) {
  const [typed, setTyped] = useState(code)
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const step = useStep()
  const isWrong = readCode(typed) === undefined
  async function receive() {
    setTried(true)
    if (isWrong || !agreed) return showFirstError()
    const used = typed.trim()
    const received = await step.run(() => myBallot.receive({ review: mine.review, code: used }))
    if (received !== undefined) await onReceived(used)
  }
  return (
    <Screen
      title={titleOf(mine)}
      footer={<MainAction id="slip-receive" label="领取选票凭证" busy={step.busy} onTap={() => void receive()} />}
    >
      <View className="review-page">
        <Card title={mine.unionName} note="不用是会员，不用登记姓名。一张纸条领一份凭证、投一票；系统不知道您是谁。">
          <Days mine={mine} />
        </Card>
        <SlipCode value={typed} onInput={setTyped} wrong={tried && isWrong} />
        <Check
          id="slip-agree"
          checked={agreed}
          onChange={setAgreed}
          error={tried && !agreed ? '请先看一遍，再打勾' : undefined}
        >
          凭证只留在这部手机上，手机丢了或小程序被删了，就不能补。我在这部手机上领。
        </Check>
        <StepProblem problem={step.problem} />
        <Secret />
        <Fold summary="凭证是什么，为什么分两步" id="review-why">
          <WhySecret />
        </Fold>
      </View>
    </Screen>
  )
}
