import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import { Card } from '../../../components/Card'
import { Field } from '../../../components/Field'
import { FactList } from '../../../components/FactList'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { atDesk } from '../../../services/desk'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { showFirstError } from '../../show-first-error'
import { HeldCertificate } from './held'
import '../mine.scss'

/** 会籍证明: for a move to a union that this system does not reach. Nothing happens to the membership until the other union has taken the person. */
export default function MyCertificatePage() {
  const mine = useAsk(membership, 'myCertificate', atDesk() ? undefined : {})
  if (atDesk())
    return (
      <Screen title="会籍证明">
        <Notice tone="info">会籍证明请在手机微信里开，在“我的会籍”里。</Notice>
      </Screen>
    )
  const held = mine.data?.certificate
  if (mine.data === undefined)
    return <Screen title="会籍证明" loading={mine.loading} problem={mine.problem} onRetry={mine.reload} />
  return held === undefined ? (
    <Asking onIssued={mine.reload} />
  ) : (
    <HeldCertificate certificate={held} reload={mine.reload} />
  )
}

/** 转到哪里: all that is asked. */
function Asking({ onIssued }: { readonly onIssued: () => void }) {
  const issue = useAct(membership, 'issueCertificate')
  const [destination, setDestination] = useState('')
  const [tried, setTried] = useState(false)
  const named = destination.trim()
  const send = async () => {
    setTried(true)
    if (named.length < 2) return showFirstError()
    if ((await issue.run({ destination: named })).ok) onIssued()
  }
  return (
    <Screen
      title="会籍证明"
      footer={<MainAction id="certificate-issue" label="开证明" busy={issue.busy} onTap={() => void send()} />}
    >
      <View className="data">
        <Field
          id="certificate-destination"
          label="转到哪里的工会？"
          value={destination}
          maxLength={40}
          placeholder="例如：杭州市余杭区总工会"
          onInput={setDestination}
          hint="不知道全称，写城市和单位也行。"
          error={tried && named.length < 2 ? '请写转到哪里，至少两个字' : undefined}
        />
        {issue.problem !== undefined && <Notice tone="danger">{issue.problem.message}</Notice>}
        <Card title="怎么转出去">
          <FactList
            items={[
              { heading: '第一步', text: '开这份证明，不用谁批。90 天有效。' },
              { heading: '第二步', text: '把证明的码给外地工会扫，它核对后接收您。' },
              { heading: '第三步', text: '外地接收了，回来点“外地已经接收”，这边的会籍就结束。' },
            ]}
          />
        </Card>
        <Notice tone="info">外地接收之前，您还是这边的会员，什么都不变。</Notice>
      </View>
    </Screen>
  )
}
