import { Text, View } from '@tarojs/components'

export interface SheetRow {
  readonly key: string
  readonly name: string
  readonly cells: readonly string[]
}

interface Props {
  readonly id: string
  readonly title: string
  readonly heads: readonly [string, ...string[]]
  readonly rows: readonly SheetRow[]
}

/** 表, as it is printed; on a phone each row stands by itself, with what each number is beside it. */
export function Sheet({ id, title, heads: [name, ...heads], rows }: Props) {
  return (
    <View className="sheet" id={id}>
      <Text className="sheet-title">{title}</Text>
      <View className="sheet-row sheet-head">
        <Text className="sheet-name">{name}</Text>
        {heads.map((head) => (
          <Text key={head} className="sheet-cell">
            {head}
          </Text>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.key} className="sheet-row">
          <Text className="sheet-name">{row.name}</Text>
          {row.cells.map((cell, at) => (
            <View key={at} className="sheet-cell">
              <Text className="sheet-label">{heads[at]}</Text>
              <Text>{cell}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
