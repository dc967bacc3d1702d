import { useReachBottom } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { fullDayText } from '../../pages/today'
import { ask } from '../../services/api'
import { back } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'

type Row = z.output<typeof membership.procedures.entrustedHere.output>['rows'][number]
const idOf = ({ person }: Row) => person

/** 委托给本会管理的会员: looked after here, counted and voting where the membership is. */
export default function EntrustedPage() {
  const union = useUnion()
  const fetch = useMemo(
    () =>
      union === undefined
        ? undefined
        : (cursor: string | undefined) =>
            ask(membership, 'entrustedHere', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch, idOf })
  useReachBottom(pages.more)
  return (
    <Screen title="委托管理的会员" wide loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {pages.loaded && pages.rows.length === 0 && (
        <Empty
          title="没有委托给本会的会员"
          note="劳务派遣的另一方工会签了委托管理协议后，会员会出现在这里。"
          action={{ label: '返回', onTap: () => void back() }}
        />
      )}
      {pages.rows.length > 0 && <Notice tone="info">日常活动由本会负责；会籍、选举和投票在原工会。</Notice>}
      <View className="desk-list">
        {pages.rows.map((row) => (
          <ListRow
            key={row.person}
            id={`entrusted-${row.person}`}
            title={row.name}
            note={`会籍在${row.unionName} · ${fullDayText(row.since)}起`}
          >
            <Text className="detail-note">{`${row.mobile} · 经费由${row.payingUnit}拨缴`}</Text>
          </ListRow>
        ))}
      </View>
      {pages.hasMore && (
        <TextAction id="entrusted-more" label={pages.loadingMore ? '正在加载…' : '再看一些'} onTap={pages.more} />
      )}
    </Screen>
  )
}
