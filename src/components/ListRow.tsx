import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { tappable } from './tappable'
import './ListRow.scss'

export interface ListRowProps {
  readonly title: string
  readonly note?: string | undefined
  readonly aside?: string | undefined
  readonly tag?: ReactNode
  readonly onTap?: () => void
  readonly selected?: boolean
  /** Shows a box to tick. */
  readonly selectable?: boolean
  readonly id?: string
  readonly children?: ReactNode
}

/** 一行: of a list, a card of its own. */
export function ListRow({
  title,
  note,
  aside,
  tag,
  onTap,
  selected = false,
  selectable = false,
  id,
  children,
}: ListRowProps) {
  const tap =
    onTap === undefined
      ? {}
      : {
          onClick: onTap,
          ...tappable({
            role: selectable ? 'checkbox' : 'button',
            label: title,
            ...(selectable ? { checked: selected } : {}),
          }),
        }
  return (
    <View className={`row${selected ? ' row-selected' : ''}`} {...(id === undefined ? {} : { id })} {...tap}>
      {selectable && (
        <View className={`row-box${selected ? ' row-box-on' : ''}`}>{selected && <Icon name="check" size={16} />}</View>
      )}
      <View className="row-main">
        <View className="row-line">
          <Text className="row-title">{title}</Text>
          {tag}
        </View>
        {note !== undefined && <Text className="row-note">{note}</Text>}
        {children}
      </View>
      {aside !== undefined && <Text className="row-aside">{aside}</Text>}
      {onTap !== undefined && !selectable && (
        <View className="row-chevron">
          <Icon name="chevron" size={18} />
        </View>
      )}
    </View>
  )
}
