import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { roundProcedures, RoundRow } from '../../../shared/contract/review-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { Filters } from '../../components/Filters'
import { ListRow } from '../../components/ListRow'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { ask } from '../../services/api'
import { back, go } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { phaseText, phaseTone } from '../parts/review-texts'
import '../parts/parts.scss'
import { RoundCard } from './round-card'

type Row = z.output<typeof roundProcedures.roundReviews.output>['rows'][number]
type Shown = 'everybody' | 'not-opened'

const idOf = ({ union }: Row) => union

/** 活动进度: the unions directly below, and a tap further down. */
export function RoundProgress({ union, round }: { readonly union: UnionId; readonly round: RoundRow }) {
  const { round: id, year } = round
  const fetch = useMemo(
    () => (cursor: string | undefined) =>
      ask(contract, 'roundReviews', { union, round: id, ...(cursor === undefined ? {} : { cursor }) }),
    [union, id],
  )
  const pages = usePages({ fetch, idOf })
  const [shown, setShown] = useState<Shown>('everybody')
  useReloadOnReturn(pages.reload)
  useReachBottom(pages.more)
  const { rows, loaded, hasMore } = pages
  const left = rows.filter(hasNotOpened)
  const listed = shown === 'everybody' ? rows : left
  return (
    <Screen title="评家活动" wide loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {(loaded || pages.problem === undefined) && (
        <View className="detail">
          <RoundCard round={round} />
          <ListRow
            id="round-results"
            title="结果一览"
            note="谁公布了，评得怎样"
            onTap={() => void go('officer/reviews-below/index', { union, year: String(year) })}
          />
          {loaded && rows.length === 0 && (
            <Empty
              title="没有下级工会"
              note="这个工会下面没有别的工会。"
              action={{ id: 'round-nobody', label: '返回', onTap: () => void back() }}
            />
          )}
          {rows.length > 0 && (
            <Filters
              id="round-show"
              value={shown}
              options={[
                { value: 'everybody', label: '下级工会', count: rows.length },
                { value: 'not-opened', label: '还没有发公告', count: left.length },
              ]}
              onChange={setShown}
            />
          )}
          {rows.length > 0 && listed.length === 0 && (
            <Empty
              title={hasMore ? '看到的都发了公告' : '都发了公告'}
              action={{ id: 'round-everybody', label: '看全部', onTap: () => setShown('everybody') }}
            />
          )}
          <View className="desk-list">
            {listed.map((row) => (
              <Below key={row.union} row={row} round={round} />
            ))}
          </View>
          {hasMore && (
            <TextAction id="round-more" label={pages.loadingMore ? '正在加载…' : '再看一些'} onTap={pages.more} />
          )}
        </View>
      )}
    </Screen>
  )
}

function hasNotOpened({ review }: Row): boolean {
  return review === undefined || review.phase === 'called-off'
}

function Below({ row, round }: { readonly row: Row; readonly round: RoundRow }) {
  const { union, name, leads, review } = row
  const open = () =>
    leads ? go('officer/review-rounds/index', { union, round: round.round }) : go('officer/reviews/index', { union })
  return (
    <ListRow
      id={`round-${union}`}
      title={name}
      note={noteOf(row, round)}
      tag={
        <Tag tone={review === undefined ? 'neutral' : phaseTone[review.phase]}>
          {review === undefined ? '没有发' : phaseText[review.phase]}
        </Tag>
      }
      onTap={() => void open()}
    />
  )
}

function noteOf({ review, leads }: Row, { state }: RoundRow): string {
  const further = leads ? '；下面还有工会' : ''
  if (review === undefined)
    return `${state === 'opened' ? '没有会员，不用评' : '还没有发公告，到日子系统代发'}${further}`
  if (review.phase === 'called-off') return `撤销了，系统不代发，要它自己重新发${further}`
  const whole = review.electors === undefined ? '名单还没有生成' : `应投 ${review.electors} 人`
  return `${review.ofRound ? whole : `${whole}；自己另发的，不在活动里`}${further}`
}
