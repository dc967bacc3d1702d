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

/** 表: as it is printed. */
export function Sheet({ id, title, heads: [name, ...heads], rows }: Props) {
  return (
    <View className="sheet" id={id}>
      <Text className="sheet-title">{title}</Text>
      <Line name={name} cells={heads} head />
      {rows.map((row) => (
        <Line key={row.key} name={row.name} cells={row.cells} />
      ))}
    </View>
  )
}

function Line({
  name,
  cells,
  head = false,
}: {
  readonly name: string
  readonly cells: readonly string[]
  readonly head?: boolean
}) {
  return (
    <View className={`sheet-row${head ? ' sheet-head' : ''}`}>
      <Text className="sheet-name">{name}</Text>
      {cells.map((cell, at) => (
        <Text key={at} className="sheet-cell">
          {cell}
        </Text>
      ))}
    </View>
  )
}
