import { Text, View } from '@tarojs/components'
import './sheet.scss'

interface Props {
  readonly id: string
  readonly title: string
  readonly rows: readonly { readonly heading: string; readonly text: string }[]
  readonly signers: readonly string[]
}

/** 打印的一页: title, rows, and where it is signed. */
export function Sheet({ id, title, rows, signers }: Props) {
  return (
    <View className="sheet" id={id}>
      <Text className="sheet-title">{title}</Text>
      <View className="sheet-rows">
        {rows.map(({ heading, text }) => (
          <View className="sheet-row" key={heading}>
            <Text className="sheet-heading">{heading}</Text>
            <Text className="sheet-text">{text}</Text>
          </View>
        ))}
      </View>
      <View>
        {signers.map((who) => (
          <View key={who} className="sheet-sign">
            <Text>{`${who}（签字）：`}</Text>
            <Text>年 月 日</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
