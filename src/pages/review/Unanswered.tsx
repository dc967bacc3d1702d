import { View } from '@tarojs/components'
import type { Envelope } from '../../../shared/review/envelope'
import { Card } from '../../components/Card'
import { MainAction } from '../../components/MainAction'
import { Screen } from '../../components/Screen'
import { myBallot } from '../../services/review/my-ballot'
import type { BallotOf } from '../../services/review/voting'
import { StepProblem } from './StepProblem'
import { useStep } from './use-step'

interface Props {
  readonly title: string
  readonly of: BallotOf
  readonly envelope: Envelope
  readonly again: () => Promise<void>
}

const words = {
  ballot: { heading: '选票发出去了，还没有回音', note: '可能是网络断了。再送一次，送的是同一张选票，只算一票。' },
  remark: { heading: '写的话发出去了，还没有回音', note: '可能是网络断了。再送一次，送的是同一份，只算一份。' },
} as const

/** 发出去了，没有回音: the very same paper is sent again, and counts once. */
export function Unanswered({ title, of, envelope, again }: Props) {
  const step = useStep()
  const { heading, note } = words[envelope]
  async function send() {
    await step.run(() => myBallot.sendAgain(of, envelope))
    await again()
  }
  return (
    <Screen
      title={title}
      footer={<MainAction id={`${envelope}-again`} label="再送一次" busy={step.busy} onTap={() => void send()} />}
    >
      <View className="review-page">
        <Card title={heading} note={note} tone="warning" id={`${envelope}-unanswered`} />
        <StepProblem problem={step.problem} />
      </View>
    </Screen>
  )
}
