import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './TwoPane.scss'

/** 两栏: on a desk the list stands beside what was opened; on the phone there is the list alone. */
export function TwoPane({ list, detail }: { readonly list: ReactNode; readonly detail?: ReactNode }) {
  return (
    <View className={`panes${detail === undefined || detail === null ? '' : ' panes-open'}`}>
      <View className="pane-list">{list}</View>
      <View className="pane-detail">{detail}</View>
    </View>
  )
}
