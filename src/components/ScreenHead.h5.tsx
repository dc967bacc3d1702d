import { Text, View } from '@tarojs/components'
import { getCurrentPages } from '@tarojs/taro'
import { back, goHome, useIsHome } from '../services/route'
import { Icon } from './Icon'
import { tappable } from './tappable'

/** In a browser the page has no bar of its own: a title, the way back, or the way home where this was the first page. */
export function ScreenHead({ title }: { readonly title: string }) {
  const first = getCurrentPages().length <= 1
  const home = useIsHome()
  return (
    <View className="screen-head">
      {!home && (
        <View
          id="screen-back"
          className="screen-back"
          onClick={() => void (first ? goHome() : back())}
          {...tappable({ role: 'button', label: first ? '回首页' : '返回' })}
        >
          <Icon name="back" size={26} />
        </View>
      )}
      <Text className="screen-title">{title}</Text>
    </View>
  )
}
