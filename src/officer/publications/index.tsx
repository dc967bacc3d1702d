import { useCallback } from 'react'
import { registry } from '../../../shared/contract/registry'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { Tag } from '../../components/Tag'
import { audienceText, publicationKindText, rowNote } from '../../pages/publication-texts'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { ask, type OutputOf } from '../../services/api'
import { go } from '../../services/route'
import { usePages } from '../../services/use-pages'
import { useUnion } from '../parts/use-office'

type Row = OutputOf<typeof registry, 'writtenPublications'>['rows'][number]

/** 本会公开的: what members read, and what was withdrawn. */
export default function PublicationsPage() {
  const union = useUnion()
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'writtenPublications', { union: union ?? '', ...(cursor === undefined ? {} : { cursor }) }),
    [union],
  )
  const pages = usePages({ fetch: union === undefined ? undefined : fetch, idOf: (row: Row) => row.publication })
  useReloadOnReturn(pages.reload)
  const write = () => void go('officer/publication/index', { union })
  return (
    <Screen title="会务公开" loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {pages.loaded && pages.rows.length === 0 && (
        <Empty
          title="还没有公开过"
          note="每年的经费收支、会员大会的决议、通知、活动，都可以在这里发给会员看。"
          action={{ id: 'publications-write', label: '写一条', onTap: write }}
        />
      )}
      {pages.rows.length > 0 && <MainAction id="publications-write" label="写一条" onTap={write} />}
      {pages.rows.map((row) => (
        <ListRow
          key={row.publication}
          id={`publication-${row.publication}`}
          title={row.title}
          note={`${rowNote(row)}，${row.withdrawn ? '已经撤下' : audienceText[row.audience]}`}
          tag={<Tag tone={row.withdrawn ? 'warning' : 'neutral'}>{publicationKindText[row.kind]}</Tag>}
          onTap={() => void go('officer/publication/index', { union, publication: row.publication })}
        />
      ))}
      {pages.hasMore && (
        <SideAction id="publications-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />
      )}
    </Screen>
  )
}
