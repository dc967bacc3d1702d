import { Text, View } from '@tarojs/components'

interface Bar {
  readonly name: string
  readonly count: number
}

/** 构成: a bar a line, its number beside it, so that nobody has to read a colour. */
export function Bars({ bars, of }: { readonly bars: readonly Bar[]; readonly of: number }) {
  return (
    <View>
      {bars.map(({ name, count }) => (
        <View className="round-bar" key={name}>
          <View className="round-bar-head">
            <Text>{name}</Text>
            <Text>{`${count} 人`}</Text>
          </View>
          <View className="round-bar-track">
            <View className="round-bar-done" style={{ width: `${of === 0 ? 0 : Math.round((count / of) * 100)}%` }} />
          </View>
        </View>
      ))}
    </View>
  )
}
