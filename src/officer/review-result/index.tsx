import { Text, View } from '@tarojs/components'
import { review as contract } from '../../../shared/contract/review'
import type { ResultView } from '../../../shared/contract/review-results'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import { Card } from '../../components/Card'
import { Fold } from '../../components/Fold'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { titleOf } from '../../pages/my-review'
import { Figures, RatingBars } from '../../pages/review-figures'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import '../parts/parts.scss'
import { useOffice, useUnion } from '../parts/use-office'
import { useReview } from '../parts/use-review'
import './index.scss'
import { Remarks } from './remarks'

/** 评家结果, for the officers: figures, what follows from them, what was written; and the way to the protocol. */
export default function OfficerReviewResultPage() {
  const union = useUnion()
  const review = useReview()
  const asked = useAsk(
    contract,
    'reviewResult',
    union === undefined || review === undefined ? undefined : { union, review },
  )
  const result = asked.data
  return (
    <Screen
      title={result === undefined ? '评家结果' : `${titleOf(result)}结果`}
      wide
      loading={asked.loading}
      problem={asked.problem}
      onRetry={asked.reload}
    >
      {(union === undefined || review === undefined) && <NoReview />}
      {union !== undefined && review !== undefined && result !== undefined && (
        <View className="beside">
          <View className="beside-part">
            <Card title={result.unionName} note={turnoutText(result)} />
            <Told result={result} />
            <Consequence result={result} />
            <Proof result={result} />
            {result.proof !== undefined && <Papers union={union} review={review} kind={result.kind} />}
          </View>
          {result.told === 'alone' && (
            <View className="beside-part">
              {result.ratings !== undefined && result.ratings.length > 0 && <RatingBars ratings={result.ratings} />}
              <Remarks union={union} review={review} />
            </View>
          )}
        </View>
      )}
    </Screen>
  )
}

function turnoutText({ electors, voted }: ResultView): string {
  const whole = electors === undefined ? '' : `应投 ${electors} 人`
  return voted === undefined ? whole : `${whole}，${voted} 人投票`
}

function Told({ result }: { readonly result: ResultView }) {
  switch (result.told) {
    case 'not-yet':
      return (
        <Card
          id="result-not-yet"
          title={result.phase === 'published' || result.phase === 'closed' ? '结果还没有公布' : '投票还没有结束'}
          note="计票以前谁也看不到结果。计好以后，和同一个上级下面的工会一起公布，人少的合并公布。"
        />
      )
    case 'withheld':
      return (
        <Card
          id="result-withheld"
          title="这次不公布数字"
          note="投票的人太少，公布了就能推出谁投了什么，和别的工会合并以后也太少。票都计了，只是不公布。"
        />
      )
    case 'pooled':
      return (
        <>
          <Notice tone="info" id="result-pooled">
            {`投票的人少，和别的工会合并公布，共 ${result.pool?.count ?? 0} 家。下面是合并的数字，不是本会自己的。`}
          </Notice>
          {result.figures !== undefined && <Figures figures={result.figures} />}
          {result.pool !== undefined && <Card title="合并公布的工会" note={result.pool.unions.join('、')} />}
        </>
      )
    case 'alone':
      return result.figures === undefined ? null : <Figures figures={result.figures} />
    default:
      return unreachable(result.told)
  }
}

/** 结论之后: what the region’s rule asks for, and where it says so. */
function Consequence({ result: { figures } }: { readonly result: ResultView }) {
  const verdict = figures?.verdict
  if (verdict === undefined) return null
  return (
    <>
      {verdict.rectification && (
        <Notice id="result-rectification" tone="warning" title="没有达标，要提出整改方案">
          请把整改的打算告诉会员，并报上级工会。
        </Notice>
      )}
      {verdict.standard !== undefined && (
        <Fold id="result-clause" summary="按哪一条">
          <Text className="result-proof">{`${verdict.standard.clause}。满意率达到 ${verdict.standard.percent}%（含）为达标。`}</Text>
        </Fold>
      )}
    </>
  )
}

function Proof({ result: { proof } }: { readonly result: ResultView }) {
  if (proof === undefined) return null
  return (
    <>
      {proof.overcast && (
        <Notice id="result-overcast" tone="danger" title="手机选票比领出的凭证还多">
          这不应该发生。请马上报告上级工会，先不要使用这个结果。
        </Notice>
      )}
      <Fold id="result-proof" summary="核对码">
        <Text className="result-proof">
          {`计票核对码 ${proof.digest}；选票名册核对码 ${proof.root}。监票人重新计票时，算出来的要和它一样。`}
        </Text>
      </Fold>
    </>
  )
}

/** 往下: the protocol that is signed, and for a scrutineer the recount. */
function Papers({
  union,
  review,
  kind,
}: {
  readonly union: UnionId
  readonly review: ReviewId
  readonly kind: ResultView['kind']
}) {
  const { offices } = useOffice()
  return (
    <>
      <ListRow
        id="result-protocol"
        title="计票记录"
        note="打印出来，计票人、监票人、主席签字"
        onTap={() => void go('officer/review-protocol/index', { union, review })}
      />
      {kind === 'staff' && (
        <ListRow
          id="result-survey"
          title="调查码清点"
          note="发出多少张，没有人用的多少张"
          onTap={() => void go('officer/survey/index', { union, review })}
        />
      )}
      {offices.some(({ rights }) => rights.includes('scrutinise')) && (
        <ListRow
          id="result-scrutiny"
          title="监票"
          note="和另一位监票人一起导出文件，重新计一遍"
          onTap={() => void go('officer/scrutiny/index', { union, review })}
        />
      )}
    </>
  )
}
