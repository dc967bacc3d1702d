import { Text, View } from '@tarojs/components'
import { membership } from '../../../shared/contract/membership'
import type { MyApplication } from '../../../shared/contract/membership-views'
import { ApplicationId, UnionId } from '../../../shared/core/ids'
import { chinaDay } from '../../../shared/core/time'
import { Empty } from '../../components/Empty'
import { Screen } from '../../components/Screen'
import { go, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { fullDayText } from '../today'
import { Paper } from './paper'
import { PrintLetter } from './print-letter'
import './index.scss'

/** 入会申请书: the one I agreed to, or the text in force for a union. */
export default function LetterPage() {
  const params = useParams()
  const union = UnionId.safeParse(params.union)
  return union.success ? <Template union={union.data} /> : <MyLetter application={params.application} />
}

function MyLetter({ application }: { readonly application: string | undefined }) {
  const wanted = ApplicationId.safeParse(application)
  const mine = useAsk(membership, 'mine', wanted.success ? { application: wanted.data } : {})
  return (
    <Screen title="入会申请书" loading={mine.loading} problem={mine.problem} onRetry={mine.reload}>
      {mine.data !== undefined && <Found application={mine.data.application} />}
    </Screen>
  )
}

function Found({ application }: { readonly application: MyApplication | undefined }) {
  if (application === undefined) {
    return (
      <Empty
        title="还没有申请书"
        note="入会时签的申请书会保存在这里。"
        action={{ label: '去入会', onTap: () => void go('pages/join/index') }}
      />
    )
  }
  const { letter, union, answers } = application
  return (
    <View className="letter">
      <Paper
        title={letter.title}
        text={letter.text}
        name={answers?.identity.name}
        signature={letter.signature}
        day={fullDayText(chinaDay(letter.agreedAt))}
        to={union.name}
      />
      <Text className="letter-note">{`文本版本 ${letter.version}。一式两份：一份在${union.name}，一份由上级工会留存。`}</Text>
      <PrintLetter />
    </View>
  )
}

function Template({ union }: { readonly union: UnionId }) {
  const letter = useAsk(membership, 'letter', { union })
  return (
    <Screen title="入会申请书" loading={letter.loading} problem={letter.problem} onRetry={letter.reload}>
      {letter.data !== undefined && (
        <View className="letter">
          <Paper title={letter.data.title} text={letter.data.text} />
          <Text className="letter-note">
            {letter.data.consentForm === 'signature' ? '入会时在手机上用手指签名。' : '入会时在手机上勾选同意。'}
          </Text>
          <PrintLetter />
        </View>
      )}
    </Screen>
  )
}
