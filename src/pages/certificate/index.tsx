import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import { HandedCode } from '../../../shared/core/ids'
import { chinaDay } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { codeOf } from '../../services/scan'
import { goHome, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { fullDayText, momentText } from '../today'
import './index.scss'

type Seen = z.output<typeof membership.procedures.seeCertificate.output>
type Valid = Extract<Seen, { state: 'valid' }>

/** 查验会籍证明: for whoever was shown the code, signed in or not. */
export default function CertificatePage() {
  const scanned = HandedCode.safeParse(codeOf(useParams()))
  const [typed, setTyped] = useState<HandedCode>()
  const code = typed ?? (scanned.success ? scanned.data : undefined)
  const seen = useAsk(membership, 'seeCertificate', code === undefined ? undefined : { code })
  if (code === undefined) return <Typing onTyped={setTyped} />
  return (
    <Screen title="查验会籍证明" loading={seen.loading} problem={seen.problem} onRetry={seen.reload}>
      {seen.data !== undefined && (
        <View className="verify">
          {seen.data.state === 'valid' ? <ValidVerdict seen={seen.data} /> : <OverVerdict />}
          <SideAction id="certificate-again" label="再查一次" onTap={seen.reload} />
        </View>
      )}
    </Screen>
  )
}

function ValidVerdict({ seen }: { readonly seen: Valid }) {
  const { maskedName, unionName, memberNumber, since, retained, destination, issuedAt, expiresAt } = seen
  return (
    <>
      <View className="verdict" id="certificate-valid">
        <View className="verdict-valid">
          <Icon name="check" size={48} />
        </View>
        <Text className="verdict-title verdict-valid">证明有效</Text>
        <Text className="verdict-note">{`有效到 ${fullDayText(chinaDay(expiresAt))}`}</Text>
      </View>
      <Card>
        <FactList
          items={[
            { heading: '姓名', text: maskedName },
            { heading: '会员号', text: memberNumber },
            { heading: '所在工会', text: unionName },
            { heading: '入会日期', text: fullDayText(since) },
            { heading: '会籍', text: retained ? '保留，没有在用人单位工作' : '在会' },
            { heading: '转到', text: destination },
            { heading: '开具', text: momentText(issuedAt) },
          ]}
        />
      </Card>
      <Notice tone="info" title="接收的工会请">
        请本人出示身份证，和上面的姓名对一下；按本地的办法登记，入会日期接着算。办好后请本人在小程序里点“外地已经接收”。
      </Notice>
    </>
  )
}

/** Unknown, withdrawn, used and run out look the same to whoever checks. */
function OverVerdict() {
  return (
    <>
      <View className="verdict" id="certificate-over">
        <View className="verdict-over">
          <Icon name="close" size={48} />
        </View>
        <Text className="verdict-title verdict-over">证明已经失效</Text>
        <Text className="verdict-note">查不到这份证明，或者它过期了、用过了、本人作废了。不能凭它接收会员。</Text>
      </View>
      <Card title="怎么办" note="请本人打开“网上职工之家”→ 我的会籍 → 我要转到外地的工会，重新开一份，马上就有。" />
      <SideAction id="certificate-home" label="回首页" onTap={() => void goHome()} />
    </>
  )
}

/** Whoever has the code on paper types it. */
function Typing({ onTyped }: { readonly onTyped: (code: HandedCode) => void }) {
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const code = HandedCode.safeParse(text.replace(/\s/g, ''))
  const check = () => {
    setTried(true)
    if (code.success) onTyped(code.data)
  }
  return (
    <Screen title="查验会籍证明" footer={<MainAction id="certificate-check" label="查验" onTap={check} />}>
      <View className="verify">
        <Field
          id="certificate-code"
          label="核验码"
          value={text}
          maxLength={40}
          onInput={setText}
          hint="印在二维码下面，22 个字母和数字，分大小写。"
          error={tried && !code.success ? '核验码是 22 个字母、数字或 - _，请照着再写一遍' : undefined}
        />
        <Notice tone="info">手机上可以直接用微信扫证明上的二维码。</Notice>
      </View>
    </Screen>
  )
}
