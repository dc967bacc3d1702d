import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { titleOf } from '../../pages/my-review'
import { gradeName } from '../../pages/review-words'
import { printPage } from '../../services/picture'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import { useReview } from '../parts/use-review'
import './index.scss'

/** 一页 A4 六张. No number stands on any of them: one paper is like another. */
const papers = [1, 2, 3, 4, 5, 6]

/** 打印纸质选票. */
export default function BallotPapersPage() {
  const review = useReview()
  const asked = useAsk(contract, 'announcedReview', review === undefined ? undefined : { review })
  const [unprintable, setUnprintable] = useState(false)
  const announced = asked.data
  return (
    <Screen
      title="打印选票"
      wide
      loading={asked.loading}
      problem={asked.problem}
      onRetry={asked.reload}
      footer={
        announced === undefined ? undefined : (
          <MainAction id="ballot-print" label="打印" onTap={() => setUnprintable(printPage() === 'unsupported')} />
        )
      }
    >
      {review === undefined && <NoReview />}
      {announced !== undefined && (
        <>
          <View className="ballot-unprinted">
            {unprintable && <Notice tone="warning">手机上不能直接打印，请在电脑上打开这一页打印。</Notice>}
            <Notice tone="info">每页六张，沿虚线裁开。打印时选份数；选票不编号、不做记号，发出前盖工会章。</Notice>
          </View>
          <View className="ballot-sheet">
            {papers.map((at) => (
              <BallotPaper key={at} review={announced} />
            ))}
          </View>
        </>
      )}
    </Screen>
  )
}

function BallotPaper({ review }: { readonly review: Pick<ReviewRow, 'year' | 'kind' | 'unionName' | 'grades'> }) {
  return (
    <View className="ballot-paper">
      <Text className="ballot-title">{`${titleOf(review)}选票`}</Text>
      <Text className="ballot-union">{review.unionName}</Text>
      <Text>您对工会这一年的工作：</Text>
      <View className="ballot-choices">
        {review.grades.map((grade) => (
          <View key={grade} className="ballot-choice">
            <View className="ballot-box" />
            <Text>{gradeName[grade]}</Text>
          </View>
        ))}
      </View>
      <Text className="ballot-note">在一个方框里打“√”，投进票箱。打两个、不打、写了姓名的，是无效票。</Text>
    </View>
  )
}
