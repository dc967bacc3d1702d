import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import { FigureList } from '../../../shared/contract/membership-figures'
import { meets, rateOf } from '../../../shared/org/rates'
import type { OutputOf } from '../../services/api'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { PickField } from '../../components/PickField'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { useUnion } from '../../officer/parts/use-office'
import { ask } from '../../services/api'
import { back, go, useParams } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { listName, percentOf } from '../parts/texts'
import '../parts/figures.scss'

type Row = OutputOf<typeof membership, 'figuresBelow'>['rows'][number]
const options = FigureList.options.map((value) => ({ value, label: listName[value] }))

/** 数字后面的工会: one level; a tap goes one further down, and at the end to the union’s own figures. */
export default function FiguresBelowPage() {
  const union = useUnion()
  const wanted = FigureList.safeParse(useParams()['show'])
  const [show, setShow] = useState<FigureList>(wanted.success ? wanted.data : 'all')
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(membership, 'figuresBelow', { union: union ?? '', show, ...(cursor === undefined ? {} : { cursor }) }),
    [union, show],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.union })
  return (
    <Screen title="下级工会" wide loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      <PickField id="figures-show" label="看哪些" value={show} options={options} onChange={setShow} />
      {pages.loaded && pages.rows.length === 0 && !pages.hasMore && (
        <Empty
          title={show === 'all' ? '没有下级工会' : '这一类没有'}
          action={{ label: '返回', onTap: () => void back() }}
        />
      )}
      <View className="figures-rows">
        {pages.rows.map((row) => (
          <ListRow
            key={row.union}
            id={`row-${row.union}`}
            title={row.name}
            note={noteOf(row, show)}
            tag={tagOf(row)}
            onTap={() =>
              void (row.leads
                ? go('figures/below/index', { union: row.union, show })
                : go('figures/statistics/index', { union: row.union }))
            }
          />
        ))}
      </View>
      {pages.hasMore && <SideAction id="figures-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </Screen>
  )
}

function tagOf({ figures, target }: Row) {
  const met = target === undefined ? undefined : meets(rateOf('members', figures), target)
  return met === undefined ? undefined : <Tag tone={met ? 'success' : 'warning'}>{met ? '入会率达标' : '未达标'}</Tag>
}

function noteOf({ figures, leads }: Row, show: FigureList): string {
  const { numerator, denominator } = rateOf('members', figures)
  const members = `会员 ${figures.members}，入会率 ${percentOf(numerator, denominator)}`
  const many = leads ? `${figures.unions} 家 · ` : ''
  switch (show) {
    case 'young':
    case 'established':
      return `${many}其中 ${figures[show]} 家 · ${members}`
    case 'unchecked':
      return `${many}没核对 ${figures.unions - figures.checked} 家 · ${members}`
    case 'unrated':
      return `${many}没有职工人数 ${figures.unions - figures.ratedUnions} 家 · ${members}`
    case 'unorganised':
      return `应建会单位 ${figures.unitsDue} 家，没建会 ${figures.unitsDue - figures.unitsOrganised} 家`
    case 'retained':
      return `会籍保留 ${figures.retained} 人 · ${members}`
    case 'rural':
      return `农民工会员 ${figures.rural} 人 · ${members}`
    case 'cards':
      return `没激活 ${figures.members - figures.cards} 人，激活了 ${figures.cards} 人`
    case 'all':
    case 'below-target':
      return `${many}${members}`
  }
}
