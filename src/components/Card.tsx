import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { tappable } from './tappable'
import './Card.scss'

export interface CardProps {
  readonly title?: string
  readonly note?: string
  readonly onTap?: () => void
  readonly tone?: 'plain' | 'warning' | 'danger' | 'success'
  readonly id?: string
  readonly children?: ReactNode
}

/** 卡片: one matter. */
export function Card({ title, note, onTap, tone = 'plain', id, children }: CardProps) {
  const tap =
    onTap === undefined
      ? {}
      : { onClick: onTap, ...tappable({ role: 'button', ...(title === undefined ? {} : { label: title }) }) }
  return (
    <View className={`card card-${tone}`} {...(id === undefined ? {} : { id })} {...tap}>
      {title !== undefined && <Text className="card-title">{title}</Text>}
      {note !== undefined && <Text className="card-note">{note}</Text>}
      {children}
    </View>
  )
}
