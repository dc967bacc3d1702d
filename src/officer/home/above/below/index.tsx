import { Text, View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { home } from '../../../../../shared/contract/home'
import { Card } from '../../../../components/Card'
import { Empty } from '../../../../components/Empty'
import { Filters } from '../../../../components/Filters'
import { ListRow } from '../../../../components/ListRow'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { Tag } from '../../../../components/Tag'
import { tappable } from '../../../../components/tappable'
import { useUnion } from '../../../parts/use-office'
import { ask } from '../../../../services/api'
import { back, go, useParams } from '../../../../services/route'
import { useAsk } from '../../../../services/use-ask'
import { usePages } from '../../../../services/use-pages'
import { bandOf, measureOf, noteOf, shareText, stateOf, targetOf, type Row } from '../texts'
import '../above.scss'

/** 逐级看: one level as a map of tiles or as a table; with `item`, those who lack it. */
export default function HomeBelowPage() {
  const union = useUnion()
  const { item } = useParams()
  const [as, setAs] = useState<'map' | 'table'>('map')
  const target = useAsk(home, 'homeBelow', union === undefined ? undefined : { union }).data?.target ?? 0
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(home, 'homeRowsBelow', {
        union: union ?? '',
        ...(item === undefined ? {} : { item }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    [union, item],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.union })
  const open = ({ union: id, leads }: Row) =>
    void (leads
      ? go('officer/home/above/below/index', { union: id, ...(item === undefined ? {} : { item }) })
      : go('officer/home/above/overview/index', { union: id }))
  return (
    <Screen
      title={item === undefined ? '逐级看' : '哪些工会还没有'}
      wide
      loading={pages.loading}
      problem={pages.problem}
      onRetry={pages.reload}
    >
      {pages.latest !== undefined && (
        <Card
          title={pages.latest.name}
          note={pages.latest.text ?? '有下级的看达标的工会，单个工会看评了的条目做到多少'}
        />
      )}
      <Filters
        id="home-as"
        value={as}
        options={[
          { value: 'map', label: '分布图' },
          { value: 'table', label: '表' },
        ]}
        onChange={setAs}
      />
      {pages.loaded && pages.rows.length === 0 && !pages.hasMore && (
        <Empty
          title={item === undefined ? '没有下级工会' : '下面的工会都做到了'}
          action={{ id: 'home-back', label: '返回', onTap: () => void back() }}
        />
      )}
      {as === 'map' ? (
        <View className="home-tiles">
          {pages.rows.map((row) => (
            <Tile key={row.union} row={row} target={target} onTap={() => open(row)} />
          ))}
        </View>
      ) : (
        <View className="home-list">
          {pages.rows.map((row) => (
            <TableRow key={row.union} row={row} onTap={() => open(row)} />
          ))}
        </View>
      )}
      {pages.hasMore && <SideAction id="home-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </Screen>
  )
}

interface Part {
  readonly row: Row
  readonly onTap: () => void
}

function Tile({ row, target, onTap }: Part & { readonly target: number }) {
  const measure = measureOf(row)
  const share = shareText(measure.met, measure.of)
  return (
    <View
      id={`tile-${row.union}`}
      className={`home-tile home-${bandOf(measure, targetOf(row, target))}`}
      onClick={onTap}
      {...tappable({ role: 'button', label: `${row.name} ${share}` })}
    >
      <Text className="home-share">{share}</Text>
      <Text>{row.name}</Text>
      <Text className="home-note">{noteOf(row)}</Text>
    </View>
  )
}

function TableRow({ row, onTap }: Part) {
  const { met, of } = measureOf(row)
  const state = stateOf(row)
  return (
    <ListRow
      id={`row-${row.union}`}
      title={row.name}
      note={noteOf(row)}
      {...(state === undefined || row.item !== undefined
        ? { aside: shareText(met, of) }
        : { tag: <Tag tone={state.tone}>{state.text}</Tag> })}
      onTap={onTap}
    />
  )
}
