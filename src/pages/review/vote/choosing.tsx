import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Grade } from '../../../../shared/review/kinds'
import { Confirm } from '../../../components/Confirm'
import { ChoiceList } from '../../../components/ChoiceList'
import { Fold } from '../../../components/Fold'
import { MainAction } from '../../../components/MainAction'
import { Screen } from '../../../components/Screen'
import { myBallot } from '../../../services/review/my-ballot'
import { showFirstError } from '../../show-first-error'
import { useStep } from '../use-step'
import { Secret, WhySecret } from './parts'
import { titleOf } from '../../my-review'
import { gradeName } from '../../review-words'
import { StepProblem } from '../StepProblem'
import type { StepProps } from './where'

/** 投票: three big choices, none chosen beforehand, changeable until it is sent. */
export function Choosing({ mine, again }: StepProps) {
  const [grade, setGrade] = useState<Grade>()
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const step = useStep()
  function ask() {
    setTried(true)
    if (grade === undefined) return showFirstError()
    setAsking(true)
  }
  async function cast(chosen: Grade) {
    await step.run(() => myBallot.castBallot(mine, chosen))
    setAsking(false)
    await again()
  }
  return (
    <Screen
      title={titleOf(mine)}
      footer={<MainAction id="review-cast" label="投出我的一票" busy={step.busy} onTap={ask} />}
    >
      <View className="review-page review-vote">
        <Text className="review-question">您对工会这一年的工作</Text>
        <ChoiceList
          id="grade"
          value={grade}
          options={mine.grades.map((value) => ({ value, label: gradeName[value] }))}
          onChange={setGrade}
          error={tried && grade === undefined ? '请选一个' : undefined}
        />
        <StepProblem problem={step.problem} />
        <Secret />
        <Fold summary="为什么谁也查不到" id="review-why">
          <WhySecret />
        </Fold>
      </View>
      {grade !== undefined && (
        <Confirm
          open={asking}
          title={`投“${gradeName[grade]}”？`}
          text="投出以后不能改，也不能再投。"
          confirmLabel="投出"
          busy={step.busy}
          onConfirm={() => void cast(grade)}
          onCancel={() => setAsking(false)}
        />
      )}
    </Screen>
  )
}
