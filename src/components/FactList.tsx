import { Text, View } from '@tarojs/components'
import { TextAction } from './TextAction'
import './FactList.scss'

export interface Fact {
  readonly heading: string
  readonly text: string
  readonly action?: { readonly label: string; readonly onTap: () => void; readonly id?: string } | undefined
}

/** 事实: heading and value, with 修改 where it can be changed. */
export function FactList({ items }: { readonly items: readonly Fact[] }) {
  return (
    <View className="facts">
      {items.map(({ heading, text, action }) => (
        <View className="fact" key={heading}>
          <View className="fact-main">
            <Text className="fact-heading">{heading}</Text>
            <Text className="fact-text">{text}</Text>
          </View>
          {action !== undefined && (
            <TextAction
              label={action.label}
              onTap={action.onTap}
              {...(action.id === undefined ? {} : { id: action.id })}
            />
          )}
        </View>
      ))}
    </View>
  )
}
