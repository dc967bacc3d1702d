import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { TextAction } from './TextAction'
import './Notice.scss'

export interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'danger' | 'success'
  readonly title?: string
  readonly action?: { readonly label: string; readonly onTap: () => void; readonly id?: string } | undefined
  readonly id?: string
  readonly children?: ReactNode
}

/** 提示: a sentence that belongs to the page, not to a field. */
export function Notice({ tone, title, action, id, children }: NoticeProps) {
  return (
    <View className={`notice notice-${tone}`} {...(id === undefined ? {} : { id })}>
      {title !== undefined && <Text className="notice-title">{title}</Text>}
      {children !== undefined && <View className="notice-text">{children}</View>}
      {action !== undefined && (
        <View className="notice-action">
          <TextAction
            label={action.label}
            onTap={action.onTap}
            {...(action.id === undefined ? {} : { id: action.id })}
          />
        </View>
      )}
    </View>
  )
}
