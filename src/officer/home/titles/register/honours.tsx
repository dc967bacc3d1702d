import { View } from '@tarojs/components'
import { useCallback } from 'react'
import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import { Empty } from '../../../../components/Empty'
import { ListRow } from '../../../../components/ListRow'
import { Notice } from '../../../../components/Notice'
import { SideAction } from '../../../../components/SideAction'
import { Tag } from '../../../../components/Tag'
import { fullDayText } from '../../../../pages/today'
import { ask, type OutputOf } from '../../../../services/api'
import { usePages } from '../../../../services/use-pages'
import { honourName, levelName } from '../texts'

type Row = OutputOf<typeof home, 'honoursProposed'>['rows'][number]

/** 推荐来的荣誉, each with whether the title was there. */
export function Honours({ union }: { readonly union: UnionId }) {
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(home, 'honoursProposed', { union, ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch, idOf: (row: Row) => row.proposal })
  return (
    <>
      {pages.problem !== undefined && (
        <Notice tone="danger" action={{ label: '重试', onTap: pages.reload }}>
          {pages.problem.message}
        </Notice>
      )}
      {pages.loaded && pages.rows.length === 0 && !pages.hasMore && (
        <Empty title="还没有推荐" note="下级工会推荐以后，会在这里。" />
      )}
      <View className="desk-list">
        {pages.rows.map(({ proposal, name, level, honour, held, on }) => (
          <ListRow
            key={proposal}
            id={`honour-${proposal}`}
            title={name}
            note={`${levelName[level]}${honourName[honour]}，${fullDayText(on)}推荐`}
            tag={<Tag tone={held ? 'success' : 'warning'}>{held ? '有同级称号' : '没有同级称号'}</Tag>}
          />
        ))}
      </View>
      {pages.hasMore && <SideAction id="honours-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </>
  )
}
