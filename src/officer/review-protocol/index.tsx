import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { titleOf } from '../../pages/my-review'
import { printPage } from '../../services/picture'
import { back } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import { useUnion } from '../parts/use-office'
import { useReview } from '../parts/use-review'
import './index.scss'
import { codesOf, linesOf, signersOf, type Line, type Protocol } from './view'

/** 计票记录, to be printed and signed. */
export default function ReviewProtocolPage() {
  const union = useUnion()
  const review = useReview()
  const asked = useAsk(
    contract,
    'reviewProtocol',
    union === undefined || review === undefined ? undefined : { union, review },
  )
  const [unprintable, setUnprintable] = useState(false)
  const notYet = asked.problem?.kind === 'refused'
  const protocol = asked.data
  return (
    <Screen
      title="计票记录"
      wide
      loading={asked.loading}
      problem={notYet ? undefined : asked.problem}
      onRetry={asked.reload}
      footer={
        protocol === undefined ? undefined : (
          <MainAction id="protocol-print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
        )
      }
    >
      {(union === undefined || review === undefined) && <NoReview />}
      {notYet && (
        <Empty
          title="还没有计票记录"
          note="结果公布以后，在这里打印、签字。"
          action={{ id: 'protocol-back', label: '返回', onTap: () => void back() }}
        />
      )}
      {protocol !== undefined && (
        <>
          <View className="protocol-above">
            {unprintable && <Notice tone="warning">手机上不能直接打印，请在电脑上打开这一页打印。</Notice>}
            <Notice tone="info">打印两份，签字后一份存档，一份张贴。签的是公布的数字和下面的核对码。</Notice>
          </View>
          <Sheet protocol={protocol} />
        </>
      )}
    </Screen>
  )
}

function Sheet({ protocol }: { readonly protocol: Protocol }) {
  return (
    <View className="protocol" id="protocol">
      <Text className="protocol-title">{`${titleOf(protocol)}计票记录`}</Text>
      <Lines lines={linesOf(protocol)} />
      <View className="protocol-code">
        <Lines lines={codesOf(protocol)} />
      </View>
      <View>
        {signersOf(protocol).map((who, at) => (
          <View key={`${who}-${at}`} className="protocol-sign">
            <Text>{`${who}（签字）：`}</Text>
            <Text>年 月 日</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <View className="protocol-rows">
      {lines.map(({ heading, text }) => (
        <View key={heading} className="protocol-row">
          <Text className="protocol-heading">{heading}</Text>
          <Text className="protocol-text">{text}</Text>
        </View>
      ))}
    </View>
  )
}
