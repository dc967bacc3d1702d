import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { tappable } from './tappable'
import './Check.scss'

export interface CheckProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly id?: string
  readonly error?: string | undefined
  readonly children?: ReactNode
}

/** 勾选同意: never ticked beforehand. */
export function Check({ checked, onChange, id, error, children }: CheckProps) {
  return (
    <View className="check">
      <View
        className="check-row"
        onClick={() => onChange(!checked)}
        {...(id === undefined ? {} : { id })}
        {...tappable({ role: 'checkbox', checked })}
      >
        <View className={`check-box${checked ? ' check-on' : ''}`}>{checked && <Icon name="check" size={18} />}</View>
        <View className="check-text">{children}</View>
      </View>
      {error !== undefined && <Text className="field-error">{error}</Text>}
    </View>
  )
}
