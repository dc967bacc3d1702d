import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Tag.scss'

/** 标签: a fact in a word. */
export function Tag({
  tone,
  children,
}: {
  readonly tone: 'neutral' | 'success' | 'warning' | 'danger' | 'red'
  readonly children?: ReactNode
}) {
  return <Text className={`tag tag-${tone}`}>{children}</Text>
}
