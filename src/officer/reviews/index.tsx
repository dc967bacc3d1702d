import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { titleOf } from '../../pages/my-review'
import { dayOf, fullDayText, today } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { go, goHome } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { phaseText, phaseTone, votingText } from '../parts/review-texts'
import { usualDays, yearOf } from '../parts/review-days'
import { useOffice, useUnion, type Office } from '../parts/use-office'
import { Announce, type AnnouncedKind } from './announce'
import './index.scss'
import { Running } from './running'

/** 评家管理: the review that goes on, or the way to one; the years before. */
export default function ReviewsPage() {
  const union = useUnion()
  const { office } = useOffice()
  const asked = useAsk(contract, 'reviews', union === undefined ? undefined : { union })
  const [announcing, setAnnouncing] = useState<AnnouncedKind>()
  useReloadOnReturn(asked.reload)
  const reviews = asked.data?.reviews
  const done = () => {
    setAnnouncing(undefined)
    asked.reload()
  }
  if (announcing !== undefined && union !== undefined && reviews !== undefined)
    return (
      <Announce
        union={union}
        kind={announcing}
        taken={yearsOf(reviews, announcing)}
        staffOnFile={asked.data?.staff}
        onDone={done}
        onBack={() => setAnnouncing(undefined)}
      />
    )
  return (
    <Screen title="评家管理" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {union === undefined && (
        <Empty
          title="不知道是哪个工会"
          note="请从工作台进来。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {union !== undefined && reviews !== undefined && (
        <View className="reviews">
          <Reviews union={union} office={office} reviews={reviews} onAnnounce={setAnnouncing} reload={asked.reload} />
        </View>
      )}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly office: Office | undefined
  readonly reviews: readonly ReviewRow[]
  readonly onAnnounce: (kind: AnnouncedKind) => void
  readonly reload: () => void
}

function Reviews({ union, office, reviews, onAnnounce, reload }: Props) {
  const running = reviews.filter(isRunning)
  const over = reviews.filter((each) => !isRunning(each))
  const own = office?.union === union ? office : undefined
  const leads = office !== undefined && (office.leads || office.union !== union)
  return (
    <>
      {running.map((row) => (
        <Running
          key={row.review}
          row={row}
          counts={office?.rights.includes('papers') === true}
          tasks={office?.union === union && office.rights.includes('approve')}
          reload={reload}
        />
      ))}
      {!running.some(({ kind }) => kind === 'members') && (
        <ToAnnounce taken={yearsOf(reviews, 'members')} onAnnounce={() => onAnnounce('members')} />
      )}
      {own !== undefined && !yearsOf(reviews, 'staff').includes(yearOf(usualDays(today()))) && (
        <ListRow
          id="reviews-staff"
          title="职工满意度调查"
          note="不看是不是会员：打印纸条，职工自己抽，扫码投票"
          onTap={() => onAnnounce('staff')}
        />
      )}
      {own?.leads === true && !yearsOf(reviews, 'sample').includes(yearOf(usualDays(today()))) && (
        <ListRow
          id="reviews-sample-new"
          title="随机抽查"
          note="从本会和下级工会的会员里抽一些人来评"
          onTap={() => void go('officer/review-sample/index', { union })}
        />
      )}
      {leads && (
        <ListRow
          id="reviews-rounds"
          title="评家活动"
          note="发起今年的活动，看谁还没有发公告"
          onTap={() => void go('officer/review-rounds/index', { union })}
        />
      )}
      {leads && (
        <ListRow
          id="reviews-below"
          title="下级工会评家"
          note="谁在评，评得怎样"
          onTap={() => void go('officer/reviews-below/index', { union })}
        />
      )}
      {over.map((row) => (
        <Over key={row.review} row={row} />
      ))}
    </>
  )
}

function ToAnnounce({ taken, onAnnounce }: { readonly taken: readonly number[]; readonly onAnnounce: () => void }) {
  const year = yearOf(usualDays(today()))
  if (taken.includes(year))
    return (
      <Notice id="reviews-done" tone="success" title={`${year} 年的会员评家办完了`}>
        一年一次，明年再发起。
      </Notice>
    )
  return (
    <>
      <Notice tone="info" title={`${year} 年还没有评家`}>
        一年一次，由会员给工会打分：满意、基本满意、不满意。您发公告，后面到日子系统自己往下走。
      </Notice>
      <MainAction id="reviews-announce" label="发起会员评家" onTap={onAnnounce} />
    </>
  )
}

function Over({ row }: { readonly row: ReviewRow }) {
  const { union, review, phase, calledOff } = row
  return (
    <ListRow
      id={`reviews-${review}`}
      title={titleOf(row)}
      note={calledOff === undefined ? votingText(row) : calledOffText(calledOff)}
      tag={<Tag tone={phaseTone[phase]}>{phaseText[phase]}</Tag>}
      {...(phase === 'published' ? { onTap: () => void go('officer/review-result/index', { union, review }) } : {})}
    />
  )
}

function calledOffText({ at, reason }: NonNullable<ReviewRow['calledOff']>): string {
  return `${fullDayText(dayOf(at))}撤销：${reason ?? '到了日子没能开始投票，系统自动撤销'}`
}

function isRunning({ phase }: ReviewRow): boolean {
  return phase !== 'published' && phase !== 'called-off'
}

function yearsOf(reviews: readonly ReviewRow[], of: ReviewRow['kind']): readonly number[] {
  return reviews.filter(({ kind, phase }) => kind === of && phase !== 'called-off').map(({ year }) => year)
}
