import { View } from '@tarojs/components'
import { review as contract } from '../../../../shared/contract/review'
import { ReviewId } from '../../../../shared/core/ids'
import { Empty } from '../../../components/Empty'
import { Screen } from '../../../components/Screen'
import { goHome, useParams } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { useKept } from '../use-kept'
import { Step } from './step'
import '../index.scss'

/** 我的一票: one step a page, by what the server knows of the receipt and what only this phone knows of the vote. */
export default function VotePage() {
  const read = ReviewId.safeParse(useParams()['review'])
  const review = read.success ? read.data : undefined
  const asked = useAsk(contract, 'myReviews', {})
  const kept = useKept(review)
  useReloadOnReturn(asked.reload)
  const mine = asked.data?.reviews.find((each) => each.review === review)
  if (mine !== undefined && kept.read !== undefined)
    return <Step mine={mine} kept={kept.read.kept} again={kept.readAgain} reload={asked.reload} />
  return (
    <Screen title="会员评家" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {asked.data !== undefined && mine === undefined && (
        <View className="review-page">
          <Empty
            title="没有找到这次评家"
            note="它可能不是您所在工会的，或者已经过去很久。"
            action={{ id: 'review-home', label: '回首页', onTap: () => void goHome() }}
          />
        </View>
      )}
    </Screen>
  )
}
