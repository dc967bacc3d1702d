import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { UnionId } from '../../../shared/core/ids'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { TextAction } from '../../components/TextAction'
import { today } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { ask } from '../../services/api'
import { back, go, useParams } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { phaseText, phaseTone } from '../parts/review-texts'
import { useOffice, useUnion } from '../parts/use-office'
import './index.scss'
import { Rate } from './rate'
import { Progress, Published } from './summary'
import { noteOf, type Row } from './view'

const yearsShown = 5
const idOf = ({ union }: Row) => union

/** 下级工会评家: how far each is, what was published, and a tap further down. */
export default function ReviewsBelowPage() {
  const union = useUnion()
  const { office } = useOffice()
  const scrutineer = office?.rights.includes('reviews') === false
  const thisYear = Number(today().slice(0, 4))
  const wanted = Number(useParams()['year'] ?? thisYear)
  const [year, setYear] = useState(wanted)
  const fetch = useMemo(
    () =>
      union === undefined
        ? undefined
        : (cursor: string | undefined) =>
            ask(contract, 'reviewsBelow', {
              union,
              year,
              kind: 'members',
              ...(cursor === undefined ? {} : { cursor }),
            }),
    [union, year],
  )
  const pages = usePages({ fetch, idOf })
  useReloadOnReturn(pages.reload)
  useReachBottom(pages.more)
  const years = Array.from({ length: yearsShown }, (_, ago) => String(thisYear + 1 - ago))
  const { rows, loaded, hasMore } = pages
  const publications = pages.latest?.publications ?? []
  return (
    <Screen title="下级工会评家" wide loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      <View className="reviews-below">
        <PickField
          id="below-year"
          label="哪一年"
          value={String(year)}
          options={years.map((value) => ({ value, label: `${value} 年` }))}
          onChange={(chosen) => setYear(Number(chosen))}
        />
        {loaded && rows.length === 0 && (
          <Empty
            title="没有下级工会"
            note="这个工会下面没有别的工会，看它自己的评家就可以了。"
            action={{ id: 'below-back', label: '返回', onTap: () => void back() }}
          />
        )}
        {rows.length > 0 && (
          <View className="reviews-below-top">
            <Progress rows={rows} whole={!hasMore} />
            {publications.map((publication) => (
              <Published key={publication.at} publication={publication} />
            ))}
          </View>
        )}
        <View className="reviews-below-rows">
          {rows.map((row) => (
            <Below key={row.union} row={row} scrutineer={scrutineer} />
          ))}
        </View>
        {hasMore && (
          <TextAction id="below-more" label={pages.loadingMore ? '正在加载…' : '再看一些'} onTap={pages.more} />
        )}
      </View>
    </Screen>
  )
}

function Below({ row, scrutineer }: { readonly row: Row; readonly scrutineer: boolean }) {
  const { union, name, review } = row
  return (
    <ListRow
      id={`below-${union}`}
      title={name}
      note={noteOf(row)}
      tag={
        <Tag tone={review === undefined ? 'neutral' : phaseTone[review.phase]}>
          {review === undefined ? '没有评' : phaseText[review.phase]}
        </Tag>
      }
      onTap={() => void open(union, review, scrutineer)}
    >
      {review?.told === 'alone' && review.figures !== undefined && <Rate figures={review.figures} />}
    </ListRow>
  )
}

/** Its result where there is one; else its page, from which one goes further down. A scrutineer has only the pages of a scrutineer. */
function open(union: UnionId, review: Row['review'], scrutineer: boolean) {
  if (scrutineer) return go('officer/scrutiny/index', { union, review: review?.review })
  return review === undefined || review.told === 'not-yet'
    ? go('officer/reviews/index', { union })
    : go('officer/review-result/index', { union, review: review.review })
}
