import { Text, View } from '@tarojs/components'
import './bars.scss'

export interface Bar {
  readonly label: string
  readonly count: number
}

interface Props {
  readonly items: readonly Bar[]
  /** Of how many each is a part; told beside it. */
  readonly of?: number
}

/** 条形: numbers one under the other; the whole, or else the largest, is as long as the card is wide. */
export function Bars({ items, of }: Props) {
  const whole = Math.max(1, of ?? 0, ...items.map(({ count }) => count))
  return (
    <View className="bars">
      {items.map(({ label, count }) => (
        <View key={label}>
          <View className="bar-line">
            <Text className="bar-label">{label}</Text>
            <Text className="bar-number">{of === undefined ? count : `${count} / ${of}`}</Text>
          </View>
          <View className="bar-track">
            {count > 0 && <View className="bar-done" style={{ width: `${Math.round((count / whole) * 100)}%` }} />}
          </View>
        </View>
      ))}
    </View>
  )
}
