import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { card as contract } from '../../../../shared/contract/card'
import { HandedCode } from '../../../../shared/core/ids'
import { Card } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { useParams } from '../../../services/route'
import { codeOf } from '../../../services/scan'
import { useAsk } from '../../../services/use-ask'
import { Finder } from './Finder'
import type { NoCode } from './finding'
import { noCodeTexts } from './texts'
import { useVerify } from './use-verify'
import { AskingPanel, VerdictPanel } from './verdict-panel'
import './index.scss'

/** 验卡: for anybody, signed in or not. Nothing but masked name, union and validity comes onto this page. */
export default function VerifyPage() {
  const read = HandedCode.safeParse(codeOf(useParams()))
  const service = read.success ? read.data : undefined
  const { shown, look, judge } = useVerify(service)
  const [noCode, setNoCode] = useState<NoCode>()
  return (
    <Screen title="验卡">
      <View className="verify-page">
        {service !== undefined && <ServiceHead code={service} />}
        {shown.kind === 'none' && noCode === undefined && (
          <Card title="扫会员出示的二维码" note="只会看到“有效”、工会名称和打星的姓名。没有网络也能验。" />
        )}
        {shown.kind === 'none' && noCode !== undefined && (
          <Notice tone="warning" id="verify-no-code">
            {noCodeTexts[noCode]}
          </Notice>
        )}
        {shown.kind === 'asking' && <AskingPanel />}
        {shown.kind === 'told' && <VerdictPanel verdict={shown.verdict} />}
        <Finder
          label={shown.kind === 'told' ? '扫下一张' : '扫会员卡'}
          onLook={() => {
            setNoCode(undefined)
            look()
          }}
          onText={judge}
          onNoCode={setNoCode}
        />
      </View>
    </Screen>
  )
}

/** For which service this desk verifies. Without a network the link still counts, once there is one. */
function ServiceHead({ code }: { readonly code: HandedCode }) {
  const { data, problem } = useAsk(contract, 'verifier', { code })
  if (problem?.kind === 'refused')
    return <Notice tone="warning">这个验卡链接不认识了，卡照样能验，只是不计次数。请向工会要一张新的。</Notice>
  if (data === undefined) return null
  return (
    <View className="verify-service" id="verify-service">
      <Text className="verify-service-name">{data.name}</Text>
      <Text className="verify-service-union">{data.unionName}</Text>
      {data.state === 'closed' && (
        <Notice tone="warning">这项服务已经停了，卡照样能验，只是不计次数。请和工会联系。</Notice>
      )}
    </View>
  )
}
