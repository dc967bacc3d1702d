import { View } from '@tarojs/components'
import './Icon.scss'

export type IconName =
  | 'scan'
  | 'card'
  | 'vote'
  | 'union'
  | 'transfer'
  | 'back'
  | 'chevron'
  | 'down'
  | 'check'
  | 'warning'
  | 'close'
  | 'search'
  | 'person'
  | 'clock'
  | 'qr'
  | 'print'
  | 'save'
  | 'edit'
  | 'phone'
  | 'list'
  | 'letter'
  | 'lock'

/** 图标: one set, line style, in the colour of the text around it. It says nothing to a screen reader that the text does not. */
export function Icon({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <View
      className={`icon icon-${name}`}
      style={{ width: `${size}PX`, height: `${size}PX` }}
      {...{ ariaHidden: true }}
    />
  )
}
