import { Text, View } from '@tarojs/components'
import type { Problem } from '../services/problem'
import { Icon } from './Icon'
import { SideAction } from './SideAction'
import './ProblemState.scss'

const titles: Readonly<Record<Problem['kind'], string>> = {
  offline: '没有连上网络',
  slow: '等得太久了',
  refused: '没有办成',
  fault: '系统出了点问题',
}

/** 出了问题: what happened, in a sentence, and the next step. */
export function ProblemState({
  problem,
  onRetry,
}: {
  readonly problem: Problem
  readonly onRetry?: (() => void) | undefined
}) {
  return (
    <View className="problem" id="problem">
      <Icon name="warning" size={28} />
      <Text className="problem-title">{titles[problem.kind]}</Text>
      <Text className="problem-text">{problem.message}</Text>
      {onRetry !== undefined && <SideAction id="problem-retry" label="重试" onTap={onRetry} />}
    </View>
  )
}
