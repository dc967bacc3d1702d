import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import type { surveyProcedures } from '../../../shared/contract/review-survey'
import { Card } from '../../components/Card'
import { Field } from '../../components/Field'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { titleOf } from '../../pages/my-review'
import { showFirstError } from '../../pages/show-first-error'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { prints } from '../../services/picture'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import { votingText } from '../parts/review-texts'
import { useOffice, useUnion } from '../parts/use-office'
import { useReview } from '../parts/use-review'
import { mostAtOnce, slipsWanted } from './batches'
import { Cancelling } from './cancelling'
import { slipsOf } from './held-slips'
import './index.scss'
import { Slips, WallNotice } from './slips'
import { useMaking } from './use-making'

type Counts = z.output<typeof surveyProcedures.surveyCodeCounts.output>

/** 调查码: made and printed at a desk, taken back, counted. */
export default function SurveyPage() {
  const union = useUnion()
  const review = useReview()
  const { office } = useOffice()
  const of = union === undefined || review === undefined ? undefined : { union, review }
  const announced = useAsk(contract, 'announcedReview', of === undefined ? undefined : { review: of.review })
  const asked = useAsk(contract, 'surveyCodeCounts', of)
  const [view, setView] = useState<'counts' | 'slips' | 'notice'>('counts')
  useReloadOnReturn(asked.reload)
  const [row, counts] = [announced.data, asked.data]
  const toCounts = () => {
    setView('counts')
    asked.reload()
  }
  if (row !== undefined && view === 'slips') return <Slips row={row} slips={slipsOf(row.review)} onDone={toCounts} />
  if (row !== undefined && counts !== undefined && view === 'notice')
    return <WallNotice row={row} link={counts.notice} onDone={toCounts} />
  return (
    <Screen
      title="调查码"
      loading={announced.loading || asked.loading}
      problem={announced.problem ?? asked.problem}
      onRetry={() => {
        announced.reload()
        asked.reload()
      }}
    >
      {of === undefined && <NoReview />}
      {row !== undefined && counts !== undefined && (
        <Survey
          row={row}
          counts={counts}
          makes={office?.union === row.union && office.rights.includes('papers')}
          onSlips={() => setView('slips')}
          onNotice={() => setView('notice')}
          reload={asked.reload}
        />
      )}
    </Screen>
  )
}

interface Props {
  readonly row: ReviewRow
  readonly counts: Counts
  /** Slips are made by the union’s own tellers: whoever is judged only sees how many. */
  readonly makes: boolean
  readonly onSlips: () => void
  readonly onNotice: () => void
  readonly reload: () => void
}

function Survey({ row, counts, makes, onSlips, onNotice, reload }: Props) {
  const { union, review, phase } = row
  const mayMake = makes && phase === 'announced'
  const mayTakeBack = makes && (phase === 'announced' || phase === 'receiving')
  const held = slipsOf(review).length
  return (
    <View className="survey">
      <Card title={titleOf(row)} note={`${row.unionName}，${votingText(row)}`}>
        <Text id="survey-out" className="survey-number">{`发出去的纸条 ${counts.made - counts.cancelled} 张`}</Text>
        <FactList items={factsOf(counts)} />
      </Card>
      {held > 0 && (
        <Notice
          id="survey-held"
          tone="warning"
          title={`有 ${held} 张纸条还没说印好了`}
          action={{ id: 'survey-print-again', label: '去打印', onTap: onSlips }}
        >
          这一页关了就再也印不出来。
        </Notice>
      )}
      {mayMake && (prints ? <Making row={row} onMade={onSlips} onBroken={reload} /> : <AtDesk />)}
      {mayTakeBack && prints && (
        <ListRow
          id="survey-notice"
          title="打印贴在墙上的通知"
          note="纸条上的二维码扫不出来的，扫通知的，再输入调查码"
          onTap={onNotice}
        />
      )}
      {mayTakeBack && (
        <Cancelling union={union} review={review} batches={mayMake ? counts.batches : []} onDone={reload} />
      )}
      {!makes && phase === 'announced' && (
        <Notice tone="info" id="survey-by-tellers">
          纸条由本会的计票人（专管员、审核员）在电脑上做，开始领凭证以前做好。
        </Notice>
      )}
      {makes && phase === 'voting' && (
        <Notice tone="info" id="survey-too-late">
          投票开始了，纸条不能再做、再收。用了多少张，投票结束以后才看得到。
        </Notice>
      )}
    </View>
  )
}

function factsOf({ staff, made, cancelled, unused }: Counts) {
  return [
    { heading: '公告的职工人数', text: `${staff} 人` },
    { heading: '一共做了', text: `${made} 张` },
    { heading: '收回作废', text: `${cancelled} 张` },
    ...(unused === undefined ? [] : [{ heading: '没有人用', text: `${unused} 张，已经作废` }]),
  ]
}

function AtDesk() {
  return (
    <Notice id="survey-at-desk" tone="info" title="做纸条请到电脑上">
      调查码只显示一次，要当场打印，手机上不能打印。在电脑上登录，从“会员评家”打开这一页。
    </Notice>
  )
}

interface MakingProps {
  readonly row: ReviewRow
  readonly onMade: () => void
  /** Some may have been made. */
  readonly onBroken: () => void
}

function Making({ row: { union, review, staff }, onMade, onBroken }: MakingProps) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const making = useMaking({ union, review })
  const many = slipsWanted(typed)
  const make = async () => {
    setTried(true)
    if (many === undefined) return showFirstError()
    if (await making.make(many)) onMade()
    else onBroken()
  }
  return (
    <Card
      title="做纸条"
      note={`有多少职工就做多少张，最多 ${staff} 张。做好马上打印：调查码只显示这一次，系统里不留。`}
    >
      <View className="survey">
        <Field
          id="survey-many"
          label="做几张"
          type="number"
          value={typed}
          onInput={setTyped}
          maxLength={4}
          hint={`一次最多 ${mostAtOnce} 张，不够再做`}
          error={tried && many === undefined ? `请填 1 到 ${mostAtOnce} 的数` : undefined}
        />
        {making.problem !== undefined && (
          <Notice id="survey-problem" tone="danger" title="没有做完">
            {`${making.problem.message}再点一次，接着做。`}
          </Notice>
        )}
        <MainAction id="survey-make" label="做好并打印" busy={making.busy} onTap={() => void make()} />
      </View>
    </Card>
  )
}
