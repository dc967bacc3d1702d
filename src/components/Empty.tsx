import { Text, View } from '@tarojs/components'
import { SideAction } from './SideAction'
import './Empty.scss'

export interface EmptyProps {
  readonly title: string
  readonly note?: string | undefined
  readonly action?: { readonly label: string; readonly onTap: () => void; readonly id?: string } | undefined
}

/** 空: what would stand here, and the next step. */
export function Empty({ title, note, action }: EmptyProps) {
  return (
    <View className="empty" id="empty">
      <Text className="empty-title">{title}</Text>
      {note !== undefined && <Text className="empty-note">{note}</Text>}
      {action !== undefined && (
        <SideAction label={action.label} onTap={action.onTap} id={action.id ?? 'empty-action'} />
      )}
    </View>
  )
}
