import { Text, View } from '@tarojs/components'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { Fold } from '../../components/Fold'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Steps, type Step } from '../../components/Steps'
import { titleOf } from '../../pages/my-review'
import { dayText, today } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { replaceWith } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import '../parts/parts.scss'
import { useOffice, useUnion } from '../parts/use-office'
import { useReview } from '../parts/use-review'
import { AnnounceSample } from './announce'
import type { SampleFile } from './draw-again'
import { RedrawCard } from './file'
import { Numbers } from './numbers'

type Standing = Omit<SampleFile, 'rows' | 'cursor'>

/** 随机抽查: announcing one; then how far its draw is, for the officers who type the numbers and the scrutineer who draws again. */
export default function ReviewSamplePage() {
  const union = useUnion()
  const review = useReview()
  const { office, loading, problem, reload } = useOffice()
  if (union === undefined || office === undefined)
    return (
      <Screen title="随机抽查" loading={loading} problem={problem} onRetry={reload}>
        {union === undefined || !loading ? <NoReview /> : undefined}
      </Screen>
    )
  if (review === undefined) return <ToAnnounce union={union} />
  return office.rights.includes('reviews') ? (
    <ForOfficer union={union} review={review} />
  ) : (
    <ForScrutineer union={union} review={review} />
  )
}

function ToAnnounce({ union }: { readonly union: UnionId }) {
  const asked = useAsk(contract, 'reviews', { union })
  if (asked.data === undefined)
    return (
      <Screen title="发起随机抽查" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
        {undefined}
      </Screen>
    )
  const taken = asked.data.reviews
    .filter(({ kind, phase }) => kind === 'sample' && phase !== 'called-off')
    .map(({ year }) => year)
  return (
    <AnnounceSample union={union} taken={taken} onDone={() => void replaceWith('officer/reviews/index', { union })} />
  )
}

interface Of {
  readonly union: UnionId
  readonly review: ReviewId
}

function ForOfficer({ union, review }: Of) {
  const asked = useAsk(contract, 'sampleStanding', { union, review })
  useReloadOnReturn(asked.reload)
  const standing = asked.data
  return (
    <Screen title="随机抽查" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {standing !== undefined && (
        <View className="detail">
          <Drawing review={review} standing={standing} />
          {standing.state === 'committed' && today() < standing.drawnOn && (
            <Notice id="sample-wait" tone="info" title={`${dayText(standing.drawnOn)}开奖`}>
              开奖以后，请两位干部各自在这里录入号码。
            </Notice>
          )}
          {standing.state === 'committed' && today() >= standing.drawnOn && (
            <Numbers
              union={union}
              review={review}
              lottery={standing.lottery}
              mine={standing.mine}
              reload={asked.reload}
            />
          )}
        </View>
      )}
    </Screen>
  )
}

function ForScrutineer({ union, review }: Of) {
  const asked = useAsk(contract, 'sampleFile', { union, review })
  useReloadOnReturn(asked.reload)
  const standing = asked.data
  return (
    <Screen title="随机抽查" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {standing !== undefined && (
        <View className="detail">
          <Drawing review={review} standing={standing} />
          {standing.state === 'taking' ? (
            <Notice id="sample-taking" tone="info">
              名单还没有锁定。锁定以后，您可以取名单；开奖以后，可以重抽一遍。
            </Notice>
          ) : (
            <RedrawCard union={union} review={review} />
          )}
        </View>
      )}
    </Screen>
  )
}

/** 抽到哪一步. */
function Drawing({ review, standing }: { readonly review: ReviewId; readonly standing: Standing }) {
  const announced = useAsk(contract, 'announcedReview', { review })
  const { size, lottery, drawnOn, population, commitment, value } = standing
  const facts = [
    { heading: '抽多少人', text: `${size} 人` },
    { heading: '用哪一期开奖', text: `${lottery}，${dayText(drawnOn)}开奖` },
    ...(population === undefined ? [] : [{ heading: '名单里一共', text: `${population} 人` }]),
    ...(value === undefined ? [] : [{ heading: '开奖号码', text: value }]),
  ]
  return (
    <>
      <Card id="sample-standing" title={titleText(announced.data)} {...noteOf(announced.data)}>
        <FactList items={facts} />
      </Card>
      <Card>
        <Steps items={stepsOf(standing)} />
        {commitment !== undefined && (
          <Fold id="sample-commitment" summary="名单的核对码">
            <Text className="detail-whole">{commitment}</Text>
          </Fold>
        )}
      </Card>
    </>
  )
}

function titleText(row: ReviewRow | undefined): string {
  return row === undefined ? '随机抽查' : titleOf(row)
}

function noteOf(row: ReviewRow | undefined) {
  return row === undefined ? {} : { note: row.unionName }
}

function stepsOf({ state, drawnOn, size }: Standing): readonly Step[] {
  const order = ['taking', 'committed', 'drawing', 'drawn'] as const
  const now = order.indexOf(state)
  const at = (from: number): Step['state'] => (now > from ? 'done' : now === from ? 'now' : 'next')
  return [
    { state: at(0), title: '锁定名单', note: '截止日第二天，系统自己锁定' },
    { state: at(1), title: '录入开奖号码', note: `${dayText(drawnOn)}起，两位干部各录各的` },
    { state: at(2), title: '系统照号码抽', note: '不用做什么，几分钟就好' },
    { state: now === 3 ? 'done' : 'next', title: `抽出 ${size} 人`, note: '抽到的会员在手机上看得到，主席看不到是谁' },
  ]
}
