import { View } from '@tarojs/components'
import { review as contract } from '../../../../shared/contract/review'
import type { ResultView } from '../../../../shared/contract/review-results'
import { ReviewId } from '../../../../shared/core/ids'
import { Card } from '../../../components/Card'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { go, useParams } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { Figures, RatingBars } from '../../review-figures'
import { OwnVote } from '../OwnVote'
import { titleOf } from '../../my-review'
import '../index.scss'

/** 评家结果: the figures, what they are held against, and whether this phone’s own ballot is among them. */
export default function ReviewResultPage() {
  const read = ReviewId.safeParse(useParams()['review'])
  const review = read.success ? read.data : undefined
  const asked = useAsk(contract, 'myReviewResult', review === undefined ? undefined : { review })
  const result = asked.data
  return (
    <Screen
      title={result === undefined ? '评家结果' : `${titleOf(result)}结果`}
      loading={asked.loading}
      problem={asked.problem}
      onRetry={asked.reload}
    >
      {result !== undefined && review !== undefined && (
        <View className="review-page">
          {result.proof?.overcast === true && (
            <Notice tone="danger" id="result-overcast" title="手机选票比领出的凭证还多">
              这不应该发生。请问上级工会，或拨打 12351，先不要相信这个结果。
            </Notice>
          )}
          <Told result={result} />
          {result.proof !== undefined && <OwnVote of={{ review }} root={result.proof.root} />}
          {result.ratings !== undefined && result.ratings.length > 0 && <RatingBars ratings={result.ratings} />}
          <SideAction id="result-years" label="往年的评家" onTap={() => void go('pages/review/mine/index')} />
        </View>
      )}
    </Screen>
  )
}

function Told({ result }: { readonly result: ResultView }) {
  switch (result.told) {
    case 'not-yet':
      return (
        <Card
          title="结果还没有公布"
          note="和同一个上级工会下面的其他单位一起公布，人少的单位合并在一起，这样谁投了什么都推不出来。"
          id="result-not-yet"
        />
      )
    case 'withheld':
      return (
        <Card
          title="这次不公布数字"
          note="投票的人太少，公布了就能推出谁投了什么，合并以后也太少。票都计了，只是不公布。"
          id="result-withheld"
        />
      )
    case 'pooled':
      return (
        <>
          <Notice tone="info" id="result-pooled">
            {`${result.unionName}投票的人少，和别的单位合并公布，共 ${result.pool?.count ?? 0} 家。下面是合并的数字。`}
          </Notice>
          {result.figures !== undefined && <Figures figures={result.figures} />}
          {result.pool !== undefined && <Card title="合并公布的单位" note={result.pool.unions.join('、')} />}
        </>
      )
    case 'alone':
      return result.figures === undefined ? null : <Figures figures={result.figures} />
  }
}
