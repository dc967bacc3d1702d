import { View } from '@tarojs/components'
import { tappable } from './tappable'
import './actions.scss'

/** 文字操作: 这不对, 改选这个, 修改. */
export function TextAction({
  label,
  onTap,
  id,
  quiet = false,
}: {
  readonly label: string
  readonly onTap: () => void
  readonly id?: string
  readonly quiet?: boolean
}) {
  return (
    <View
      className={`action-text${quiet ? ' action-text-quiet' : ''}`}
      onClick={onTap}
      {...(id === undefined ? {} : { id })}
      {...tappable({ role: 'button', label })}
    >
      {label}
    </View>
  )
}
