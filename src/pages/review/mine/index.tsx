import { View } from '@tarojs/components'
import { review as contract } from '../../../../shared/contract/review'
import { Empty } from '../../../components/Empty'
import { ListRow } from '../../../components/ListRow'
import { Screen } from '../../../components/Screen'
import { Tag } from '../../../components/Tag'
import { go, goHome } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { beginsText, endsText, titleOf, type MyReview } from '../../my-review'
import '../index.scss'

/** 会员评家: what is going on, and what was. */
export default function MyReviewsPage() {
  const asked = useAsk(contract, 'myReviews', {})
  useReloadOnReturn(asked.reload)
  const reviews = asked.data?.reviews
  return (
    <Screen title="会员评家" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {reviews !== undefined && (
        <View className="review-page">
          {reviews.length === 0 && (
            <Empty
              title="现在没有评家"
              note="每年一次。工会发了公告，这里和首页都会看到。"
              action={{ id: 'reviews-home', label: '回首页', onTap: () => void goHome() }}
            />
          )}
          {reviews.map((each) => (
            <ListRow
              key={each.review}
              id={`review-${each.review}`}
              title={titleOf(each)}
              note={`${each.unionName}\n${whenText(each)}`}
              tag={<Stage review={each} />}
              onTap={() => void go('pages/review/vote/index', { review: each.review })}
            />
          ))}
          <ListRow
            id="reviews-slip"
            title="有工会发的调查纸条？"
            note="职工满意度调查，扫纸条就能参加"
            onTap={() => void go('pages/review/slip/index')}
          />
        </View>
      )}
    </Screen>
  )
}

function Stage({ review: { phase, result } }: { readonly review: MyReview }) {
  if (result) return <Tag tone="success">有结果</Tag>
  switch (phase) {
    case 'announced':
      return <Tag tone="neutral">公告</Tag>
    case 'receiving':
      return <Tag tone="red">领凭证</Tag>
    case 'voting':
      return <Tag tone="red">投票中</Tag>
    case 'closed':
    case 'published':
      return <Tag tone="neutral">计票中</Tag>
    case 'called-off':
      return <Tag tone="neutral">已撤销</Tag>
  }
}

function whenText({ receivingFrom, votingFrom, votingUntil }: MyReview): string {
  return `${beginsText(receivingFrom)}起领凭证，${beginsText(votingFrom)}到 ${endsText(votingUntil)}投票`
}
