import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Icon } from './Icon'
import { tappable } from './tappable'
import './Fold.scss'

/** 折叠: the clause behind a decision, the whole letter, what most people need not read. */
export function Fold({
  summary,
  id,
  children,
}: {
  readonly summary: string
  readonly id?: string
  readonly children?: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <View className="fold">
      <View
        className="fold-summary"
        onClick={() => setOpen(!open)}
        {...(id === undefined ? {} : { id })}
        {...tappable({ role: 'button', label: summary, expanded: open })}
      >
        <Text className="fold-text">{summary}</Text>
        <View className={`fold-arrow${open ? ' fold-open' : ''}`}>
          <Icon name="down" size={20} />
        </View>
      </View>
      {open && <View className="fold-content">{children}</View>}
    </View>
  )
}
