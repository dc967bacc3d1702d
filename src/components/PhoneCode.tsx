import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ShownCode } from '../../shared/contract/session'
import { demoDoor } from '../services/sign-in'
import { useSecondsLeft } from '../services/use-clock'
import { QrCode } from './QrCode'
import { SideAction } from './SideAction'
import './PhoneCode.scss'

const lives = 60

interface Props {
  readonly shown: ShownCode
  readonly title: string
  readonly onRetry: () => void
}

/** 手机扫的码: what a desk shows, with the number to pick on the phone and the seconds that are left. */
export function PhoneCode({ shown, title, onRetry }: Props) {
  const left = useSecondsLeft(lives, shown.code)
  return (
    <View className="phone-code" id="phone-code">
      <Text className="phone-code-title">{title}</Text>
      {left > 0 ? (
        <>
          <QrCode id="phone-code-qr" text={shown.link} size={220} label="用手机微信扫的码" />
          <Text className="phone-code-step">1. 打开手机上的“网上职工之家”：我的 → 登录电脑 → 扫一扫</Text>
          <Text className="phone-code-step">2. 在手机上选这个数字</Text>
          <Text className="phone-code-number" id="phone-code-number">
            {shown.number}
          </Text>
          <Text className="phone-code-left">{`还有 ${left} 秒`}</Text>
          <DemoLink link={shown.link} />
        </>
      ) : (
        <>
          <Text className="phone-code-left" id="phone-code-over">
            这个码过期了。
          </Text>
          <SideAction id="phone-code-again" label="换一个新码" onTap={onRetry} />
        </>
      )}
    </View>
  )
}

/** On one machine no phone can reach the link: it stands there to be opened in another window. */
function DemoLink({ link }: { readonly link: string }) {
  const [local, setLocal] = useState(false)
  useEffect(() => {
    void demoDoor().then((door) => setLocal(door !== undefined))
  }, [])
  if (!local) return null
  return (
    <Text className="phone-code-link" id="phone-code-link" selectable userSelect>
      {`本机演示：在无痕窗口里以工会干部的身份打开 ${link}`}
    </Text>
  )
}
