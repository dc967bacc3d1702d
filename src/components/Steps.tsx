import { Text, View } from '@tarojs/components'
import './Steps.scss'

export interface Step {
  readonly state: 'done' | 'now' | 'next' | 'bad'
  readonly title: string
  readonly note?: string | undefined
}

/** 时间线: what has happened, where it is now, what comes next. */
export function Steps({ items }: { readonly items: readonly Step[] }) {
  return (
    <View className="steps">
      {items.map(({ state, title, note }, index) => (
        <View className={`step step-${state}`} key={`${index}-${title}`}>
          <View className="step-dot" />
          <View className="step-text">
            <Text className="step-title">{title}</Text>
            {note !== undefined && <Text className="step-note">{note}</Text>}
          </View>
        </View>
      ))}
    </View>
  )
}
