import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { RoundRow } from '../../../shared/contract/review-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { today } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { back, go, useParams } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import '../parts/parts.scss'
import { yearOf } from '../parts/review-days'
import { useOffice, useUnion } from '../parts/use-office'
import { AnnounceRound } from './announce'
import { usualRound } from './days'
import { RoundProgress } from './progress'
import { roundTitle, stateText, windowNote } from './round-card'

/** 评家活动: the year’s round of a union for all below it, and how far it is. */
export default function ReviewRoundsPage() {
  const union = useUnion()
  const wanted = useParams()['round']
  const asked = useAsk(contract, 'reviewRounds', union === undefined ? undefined : { union })
  const [announcing, setAnnouncing] = useState(false)
  useReloadOnReturn(asked.reload)
  const rounds = asked.data?.rounds
  const round = rounds?.find((each) => each.round === wanted)
  if (union !== undefined && round !== undefined) return <RoundProgress union={union} round={round} />
  if (union !== undefined && rounds !== undefined && announcing)
    return (
      <AnnounceRound
        union={union}
        taken={yearsOf(rounds, union)}
        onDone={() => {
          setAnnouncing(false)
          asked.reload()
        }}
        onBack={() => setAnnouncing(false)}
      />
    )
  return (
    <Screen title="评家活动" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {union === undefined && <NoReview />}
      {union !== undefined && rounds !== undefined && (
        <Rounds union={union} rounds={rounds} onAnnounce={() => setAnnouncing(true)} />
      )}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly rounds: readonly RoundRow[]
  readonly onAnnounce: () => void
}

function Rounds({ union, rounds, onAnnounce }: Props) {
  const { office } = useOffice()
  const year = yearOf(usualRound(today()))
  const may = office?.union === union && office.leads && office.rights.includes('reviews')
  const mayAnnounce = may && !yearsOf(rounds, union).includes(year)
  return (
    <View className="detail">
      {mayAnnounce && (
        <>
          <Notice tone="info" title={`${year} 年还没有发起评家活动`}>
            发起以后，下面每个工会都在同一段时间里评，结果一起公布，人少的可以合并，一张表看到底。
          </Notice>
          <MainAction id="round-announce" label="发起评家活动" onTap={onAnnounce} />
        </>
      )}
      {rounds.map((round) => (
        <ListRow
          key={round.round}
          id={`round-${round.round}`}
          title={roundTitle(round)}
          note={`${round.unionName}发起\n${windowNote(round)}`}
          tag={<Tag tone={round.state === 'opened' ? 'success' : 'warning'}>{stateText[round.state]}</Tag>}
          onTap={() => void go('officer/review-rounds/index', { union, round: round.round })}
        />
      ))}
      {rounds.length === 0 && !mayAnnounce && (
        <Empty
          title="还没有评家活动"
          note="上级工会发起以后，这里会看到。"
          action={{ id: 'round-none', label: '返回', onTap: () => void back() }}
        />
      )}
    </View>
  )
}

function yearsOf(rounds: readonly RoundRow[], union: UnionId): readonly number[] {
  return rounds.filter((round) => round.union === union).map(({ year }) => year)
}
