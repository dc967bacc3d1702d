import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/Card'
import { Check } from '../../../components/Check'
import { Fold } from '../../../components/Fold'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { myBallot } from '../../../services/review/my-ballot'
import { showFirstError } from '../../show-first-error'
import { useStep } from '../use-step'
import { Days, Objecting, Secret, WhySecret } from './parts'
import { titleOf } from '../../my-review'
import { StepProblem } from '../StepProblem'
import type { StepProps } from './where'

/** 领取选票凭证: explained and agreed to, once; after that the phone can vote without saying whose it is. */
export function Receiving({ mine, again, reload }: StepProps & { readonly reload: () => void }) {
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const step = useStep()
  async function receive() {
    setTried(true)
    if (!agreed) return showFirstError()
    await step.run(() => myBallot.receive(mine))
    await again()
    reload()
  }
  return (
    <Screen
      title={titleOf(mine)}
      footer={<MainAction id="review-receive" label="领取选票凭证" busy={step.busy} onTap={() => void receive()} />}
    >
      <View className="review-page">
        <Card title={mine.unionName} note="领凭证要知道您是谁，一人一份；投票时系统不知道您是谁。">
          <Days mine={mine} />
        </Card>
        <Secret />
        <Fold summary="凭证是什么，为什么分两步" id="review-why">
          <WhySecret />
        </Fold>
        {mine.phase === 'voting' && (
          <Notice tone="info">投票已经开始。领了凭证以后隔一会儿再投，更不容易被人从时间上猜到。</Notice>
        )}
        <StepProblem problem={step.problem} />
        <Check
          id="review-agree"
          checked={agreed}
          onChange={setAgreed}
          error={tried && !agreed ? '请先看一遍，再打勾' : undefined}
        >
          凭证只留在这部手机上，手机丢了或小程序被删了，就不能补。我在这部手机上领。
        </Check>
        <Objecting mine={mine} />
      </View>
    </Screen>
  )
}
