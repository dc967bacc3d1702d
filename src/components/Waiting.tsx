import { View } from '@tarojs/components'
import { Skeleton } from '@nutui/nutui-react-taro/dist/es/packages/skeleton/skeleton'
import '@nutui/nutui-react-taro/dist/es/packages/skeleton/style/css'
import './Waiting.scss'

/** 骨架: the shape of what is coming. */
export function Waiting() {
  return (
    <View className="waiting" id="waiting">
      <View className="waiting-card">
        <Skeleton animated visible={false} rows={2} />
      </View>
      <View className="waiting-card">
        <Skeleton animated visible={false} rows={3} />
      </View>
    </View>
  )
}
