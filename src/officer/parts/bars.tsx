import { Text, View } from '@tarojs/components'
import './bars.scss'

export interface Bar {
  readonly label: string
  readonly count: number
}

/** 条形: numbers one under the other, the largest as long as the card is wide. */
export function Bars({ items }: { readonly items: readonly Bar[] }) {
  const most = Math.max(1, ...items.map(({ count }) => count))
  return (
    <View className="bars">
      {items.map(({ label, count }) => (
        <View key={label}>
          <View className="bar-line">
            <Text className="bar-label">{label}</Text>
            <Text className="bar-number">{count}</Text>
          </View>
          <View className="bar-track">
            <View className="bar-done" style={{ width: `${Math.round((count / most) * 100)}%` }} />
          </View>
        </View>
      ))}
    </View>
  )
}
