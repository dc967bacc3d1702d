import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { QrCode } from '../../../components/QrCode'
import { secondsShown } from '../../../services/card/showing'
import type { HeldCard, Wallet } from '../../../services/card/my-card'
import { statusText } from './texts'
import { useShown } from './use-shown'

/** On the narrowest line: what stands left and right of the code. */
const beside = 50
/** As wide as the card, so that a module is four pixels: a screenshot at 60 % is still read (tests/card-code.test.ts, tests/e2e/verify.test.ts). */
const widestCode = 340

/** 卡面: the code, what people read, and when it changes. */
export function Face({ card, wallet }: { readonly card: HeldCard; readonly wallet: Wallet }) {
  const { text, secondsLeft } = useShown(card, wallet)
  const size = Math.min(widestCode, Taro.getSystemInfoSync().windowWidth - beside)
  return (
    <View className="face" id="card-face">
      <View className="face-line">
        <View className="face-head">
          <View className="face-who">
            <Text className="face-name">{card.maskedName}</Text>
            <Text className="face-union">{card.unionName}</Text>
          </View>
          <Text className="face-status" id="card-status">
            {statusText[card.status]}
          </Text>
        </View>
        <View className="face-code" style={{ width: `${size}PX`, height: `${size}PX` }}>
          {text !== undefined && text !== 'none' && (
            <QrCode id="card-code" level="L" text={text} size={size} label="会员卡二维码，请让对方扫" />
          )}
          {text === 'none' && <Text className="face-none">今天的码用完了，请连一次网。</Text>}
        </View>
        {text !== 'none' && (
          <View className="face-turn">
            <Ring share={secondsLeft / secondsShown} />
            <Text className="face-seconds">{secondsLeft}</Text>
            <Text>秒后更换</Text>
          </View>
        )}
        <Text className="face-number">{card.memberNumber}</Text>
      </View>
    </View>
  )
}

/** 倒计时圈. */
function Ring({ share }: { readonly share: number }) {
  const degrees = Math.round(share * 360)
  return (
    <View
      className="face-ring"
      style={{ background: `conic-gradient(#d9a441 ${degrees}deg, rgba(255, 255, 255, 0.3) ${degrees}deg)` }}
      {...{ ariaHidden: true }}
    >
      <View className="face-ring-inside" />
    </View>
  )
}
