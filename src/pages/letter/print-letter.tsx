import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { printPage } from '../../services/picture'

/** 打印: in a browser at once; in WeChat it says where printing works. */
export function PrintLetter() {
  const [unsupported, setUnsupported] = useState(false)
  return (
    <View className="letter-print">
      <SideAction id="letter-print" label="打印" onTap={() => setUnsupported(printPage() === 'unsupported')} />
      {unsupported && <Notice tone="info">微信里不能直接打印。要纸质件，请让工会打印一份给您。</Notice>}
    </View>
  )
}
