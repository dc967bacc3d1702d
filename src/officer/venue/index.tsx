import { Text, View } from '@tarojs/components'
import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import type { countingProcedures } from '../../../shared/contract/review-counting'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { titleOf } from '../../pages/my-review'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { back, go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { votingText } from '../parts/review-texts'
import { useUnion } from '../parts/use-office'
import { useReview } from '../parts/use-review'
import './index.scss'
import { Ticking } from './ticking'

type Standing = z.output<typeof countingProcedures.paperStanding.output>

/** 现场和纸质选票: printing, handing out, counting, each when it is due. */
export default function VenuePage() {
  const union = useUnion()
  const wanted = useReview()
  const asked = useAsk(contract, 'paperReviews', union === undefined ? undefined : { union })
  useReloadOnReturn(asked.reload)
  const reviews = asked.data?.reviews
  const surveys = reviews?.filter(({ kind }) => kind === 'staff') ?? []
  const held = reviews?.filter(({ kind }) => kind !== 'staff')
  const row = held?.find(({ review }) => review === wanted) ?? held?.[0]
  return (
    <Screen title="现场投票" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {(union === undefined || reviews?.length === 0) && (
        <Empty
          title="现在没有评家"
          note="主席发了公告以后，在这里打印选票、登记领票、录入计票。"
          action={{ id: 'venue-back', label: '返回', onTap: () => void back() }}
        />
      )}
      {row !== undefined && <Venue key={row.review} row={row} />}
      {surveys.map((survey) => (
        <ListRow
          key={survey.review}
          id="venue-survey"
          title={titleOf(survey)}
          note="做纸条、打印、收回；做了多少张"
          onTap={() => void go('officer/survey/index', { union: survey.union, review: survey.review })}
        />
      ))}
    </Screen>
  )
}

function Venue({ row }: { readonly row: ReviewRow }) {
  const { union, review, phase } = row
  const asked = useAsk(contract, 'paperStanding', { union, review })
  useReloadOnReturn(asked.reload)
  return (
    <View className="venue">
      <Card title={titleOf(row)} note={`${row.unionName}，${votingText(row)}`}>
        {asked.data !== undefined && (
          <Text id="venue-ticked-number" className="venue-number">{`${asked.data.ticked} 人领了纸质选票`}</Text>
        )}
      </Card>
      {asked.problem !== undefined && (
        <Notice tone="danger" title={asked.problem.message} action={{ label: '再试一次', onTap: asked.reload }} />
      )}
      {(phase === 'announced' || phase === 'receiving') && (
        <Notice tone="info">投票开始那天起，在这里登记谁领纸质选票。选票可以先打印好。</Notice>
      )}
      {phase === 'voting' && <Ticking row={row} onTicked={asked.reload} />}
      {phase === 'closed' && asked.data !== undefined && <ToCount row={row} standing={asked.data} />}
      {phase !== 'closed' && (
        <ListRow
          id="venue-print"
          title="打印纸质选票"
          note="在电脑上打开，每页六张"
          onTap={() => void go('officer/ballot-papers/index', { union, review })}
        />
      )}
    </View>
  )
}

function ToCount({ row: { union, review }, standing }: { readonly row: ReviewRow; readonly standing: Standing }) {
  if (standing.state === 'none')
    return (
      <Notice id="venue-no-paper" tone="success" title="没有人领纸质选票">
        不用计纸质票，系统自己计票。
      </Notice>
    )
  return (
    <ListRow
      id="venue-count"
      title={standing.state === 'agreed' ? '纸质票计好了' : '录入纸质票的计票'}
      note="两位计票人各自清点、各自录入，要一致"
      onTap={() => void go('officer/paper-count/index', { union, review })}
    />
  )
}
