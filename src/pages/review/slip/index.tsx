import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { review as contract } from '../../../../shared/contract/review'
import type { ReviewId } from '../../../../shared/core/ids'
import { readSlip } from '../../../../shared/review/survey-code'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { goHome, replaceWith, useParams } from '../../../services/route'
import { codeOf, scan } from '../../../services/scan'
import { useAsk } from '../../../services/use-ask'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { beginsText, titleOf, type MyReview } from '../../my-review'
import { useKept } from '../use-kept'
import { Days } from '../vote/parts'
import { Step } from '../vote/step'
import { whereIn, type Mine } from '../vote/where'
import '../index.scss'
import { Counted } from './counted'
import { SlipReceiving } from './receiving'

/** 职工满意度调查: for whoever holds a slip, member or not, as nobody. */
export default function SlipPage() {
  const slip = readSlip(codeOf(useParams()) ?? '')
  return slip === undefined ? <NoSlip /> : <Survey review={slip.review} code={slip.code} />
}

/** No slip yet, or something else was scanned. */
function NoSlip() {
  const [said, setSaid] = useState<string>()
  async function scanned() {
    const found = await scan()
    if (found.kind === 'code' && found.page === 'review/slip')
      return replaceWith('pages/review/slip/index', { code: found.code })
    if (found.kind === 'unsupported') return setSaid('这里不能扫码，请用微信“扫一扫”扫纸条上的二维码。')
    if (found.kind !== 'cancelled') setSaid('这不是调查的纸条，请扫纸条上的二维码。')
  }
  return (
    <Screen
      title="职工满意度调查"
      footer={<MainAction id="slip-scan" label="扫纸条上的二维码" onTap={() => void scanned()} />}
    >
      <View className="review-page">
        {said !== undefined && (
          <Notice id="slip-said" tone="warning">
            {said}
          </Notice>
        )}
        <Empty
          title="您有工会发的纸条吗？"
          note="扫纸条上的二维码就能参加，不用是会员。二维码坏了，就扫墙上通知的二维码，再输入纸条上的调查码。"
          action={{ id: 'slip-home', label: '回首页', onTap: () => void goHome() }}
        />
      </View>
    </Screen>
  )
}

function Survey({ review, code: scanned }: { readonly review: ReviewId; readonly code: string }) {
  const asked = useAsk(contract, 'announcedReview', { review })
  const [code, setCode] = useState(scanned)
  const kept = useKept(review, code)
  useReloadOnReturn(asked.reload)
  const announced = asked.data
  const unknown =
    (asked.problem?.kind === 'refused' && asked.problem.code === 'NOT_FOUND') ||
    (announced !== undefined && announced.kind !== 'staff')
  if (unknown) return <NoSlip />
  if (announced === undefined || kept.read === undefined)
    return (
      <Screen title="职工满意度调查" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
        {undefined}
      </Screen>
    )
  const mine: Mine = { ...announced, code, mine: { kind: 'elector', received: false }, result: false }
  const step = { mine, again: kept.readAgain }
  switch (whereIn(mine, kept.read.kept).at) {
    case 'receive':
      return (
        <SlipReceiving
          mine={mine}
          code={code}
          onReceived={async (used) => (used === code ? kept.readAgain() : setCode(used))}
        />
      )
    case 'before':
      return <Before mine={mine} />
    case 'over':
    case 'result':
      return (
        <Over mine={mine}>
          {announced.root !== undefined && (
            <Counted of={mine} kept={kept.read.kept} root={announced.root} onCode={setCode} />
          )}
        </Over>
      )
    default:
      return <Step {...step} kept={kept.read.kept} reload={asked.reload} />
  }
}

const home = <SideAction id="review-home" label="回首页" onTap={() => void goHome()} />

function Before({ mine }: { readonly mine: MyReview }) {
  return (
    <Screen title={titleOf(mine)} footer={home}>
      <View className="review-page">
        <Card id="slip-before" title="纸条请收好" note={`${beginsText(mine.receivingFrom)}起，再扫一次，领选票凭证。`}>
          <Days mine={mine} />
        </Card>
      </View>
    </Screen>
  )
}

/** 结束了: whether the own ballot is among those that count; the figures are the union’s to tell its staff. */
function Over({ mine, children }: { readonly mine: MyReview; readonly children: ReactNode }) {
  const published = mine.phase === 'published'
  return (
    <Screen title={titleOf(mine)} footer={home}>
      <View className="review-page">
        <Card
          id="slip-over"
          title={published ? '结果公布了' : '投票结束，正在计票'}
          note={
            published
              ? `结果请看${mine.unionName}的公告。`
              : '计票以前谁也看不到结果。公布以后再扫一次纸条，看您的票计进去没有。'
          }
        >
          <Days mine={mine} />
        </Card>
        {children}
      </View>
    </Screen>
  )
}
