import { Text, View } from '@tarojs/components'
import { Icon } from '../../../components/Icon'
import type { Verdict } from '../../../services/card/verdict'
import { verdictText } from './texts'

const iconSize = 84

/** 结果: colour, drawing and word, each enough by itself. */
export function VerdictPanel({ verdict }: { readonly verdict: Verdict }) {
  const { tone, icon, title, how, next } = verdictText(verdict)
  return (
    <View className={`verified verified-${tone}`} id={`verify-${verdict.kind}`} {...{ role: 'status' }}>
      <Icon name={icon} size={iconSize} />
      <Text className="verified-title">{title}</Text>
      {how !== undefined && <Text className="verified-how">{how}</Text>}
      {verdict.kind === 'valid' && (
        <View className="verified-who">
          <Text className="verified-name">{verdict.name}</Text>
          <Text className="verified-union">{verdict.union}</Text>
          {verdict.status === 'retained' && <Text className="verified-union">会籍保留</Text>}
        </View>
      )}
      <Text className="verified-next">{next}</Text>
    </View>
  )
}

export function AskingPanel() {
  return (
    <View className="verified verified-asking" id="verify-asking" {...{ role: 'status' }}>
      <Icon name="clock" size={iconSize} />
      <Text className="verified-title">正在核对</Text>
      <Text className="verified-next">马上就好，请稍等。</Text>
    </View>
  )
}
