import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { chinaDay } from '../../../shared/core/time'
import { ApplicationId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SignatureView } from '../../components/SignaturePad'
import { printPage } from '../../services/picture'
import { back, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { fullDayText } from '../../pages/today'
import { useUnion } from '../parts/use-office'
import './index.scss'

/** 申请书副本, as it is printed on A4. */
export default function OfficerLetterPage() {
  const union = useUnion()
  const application = ApplicationId.safeParse(useParams()['application'])
  const found = useAsk(
    membership,
    'letterCopy',
    union === undefined || !application.success ? undefined : { union, application: application.data },
  )
  const [unprintable, setUnprintable] = useState(false)
  const letter = found.data
  return (
    <Screen
      title="入会申请书"
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      footer={
        letter === undefined ? undefined : (
          <MainAction id="letter-print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
        )
      }
    >
      {union === undefined || !application.success ? (
        <Empty title="没有找到这份申请书" action={{ label: '返回', onTap: () => void back() }} />
      ) : undefined}
      {unprintable && <Notice tone="info" title="手机上不能直接打印，请在电脑上打开这一页打印。" />}
      {letter !== undefined && (
        <View className="sheet">
          <Text className="sheet-title">{letter.title}</Text>
          <Text className="sheet-text">{letter.text}</Text>
          <View className="sheet-sign">
            <Text>{`申请人：${letter.name}`}</Text>
            {letter.paper !== undefined ? (
              <Image className="sheet-paper" src={letter.paper} mode="widthFix" ariaLabel="本人签名的纸质申请书" />
            ) : letter.signature === undefined ? (
              <Text className="sheet-note">本人在网上勾选同意</Text>
            ) : (
              <SignatureView id="letter-signature" strokes={letter.signature.strokes} />
            )}
            <Text>{fullDayText(chinaDay(letter.agreedAt))}</Text>
          </View>
          <View className="sheet-decision">
            <Text>{`${letter.unionName}委员会意见：同意入会。`}</Text>
            {letter.committee !== undefined && (
              <Text>{`${fullDayText(letter.committee.decidedOn)}讨论通过${letter.committee.note === undefined ? '' : `（${letter.committee.note}）`}`}</Text>
            )}
          </View>
          <Text className="sheet-note">{`文本版本 ${letter.version} · 一式两份，本会和上一级工会各存一份`}</Text>
        </View>
      )}
    </Screen>
  )
}
