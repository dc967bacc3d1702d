import { useCallback, useEffect } from 'react'
import { registry } from '../../../../shared/contract/registry'
import { UnionId } from '../../../../shared/core/ids'
import { Empty } from '../../../components/Empty'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { Tag } from '../../../components/Tag'
import { ask, type OutputOf } from '../../../services/api'
import { back, go, goHome, useParams } from '../../../services/route'
import { usePages } from '../../../services/use-pages'
import { publicationKindText, rowNote } from '../../publication-texts'
import { markNewsRead } from '../../read-news'

type Answer = OutputOf<typeof registry, 'publications'>
type Row = Answer['rows'][number]

/** 会务公开 of a union: whoever saw the list has seen what is new. */
export default function NewsListPage() {
  const union = UnionId.safeParse(useParams()['union'])
  const id = union.success ? union.data : undefined
  const fetch = useCallback(
    (cursor: string | undefined) =>
      ask(registry, 'publications', { union: id ?? '', ...(cursor === undefined ? {} : { cursor }) }),
    [id],
  )
  const pages = usePages({ fetch: id === undefined ? undefined : fetch, idOf: (row: Row) => row.publication })
  const answer = pages.latest
  const [newest] = pages.rows
  const member = answer?.member === true
  useEffect(() => {
    if (newest !== undefined && member) markNewsRead(newest.publishedAt)
  }, [newest, member])
  if (id === undefined)
    return (
      <Screen title="会务公开">
        <Empty
          title="没有找到这个工会"
          note="链接可能不完整。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      </Screen>
    )
  return (
    <Screen title="会务公开" loading={pages.loading} problem={pages.problem} onRetry={pages.reload}>
      {answer !== undefined && pages.rows.length === 0 && (
        <Empty
          title="还没有公开的内容"
          note={member ? '工会发布以后，这里会出现。' : '有些内容只给会员看，会员请先登录。'}
          action={{ id: 'news-back', label: '返回', onTap: () => void back() }}
        />
      )}
      {answer !== undefined && pages.rows.length > 0 && !member && (
        <Notice tone="info">{`这里是${answer.unionName}对所有人公开的；会员登录后还能看到经费收支、决议。`}</Notice>
      )}
      {pages.rows.map((row) => (
        <ListRow
          key={row.publication}
          id={`news-${row.publication}`}
          title={row.title}
          note={rowNote(row)}
          tag={<Tag tone="neutral">{publicationKindText[row.kind]}</Tag>}
          onTap={() => void go('pages/news/one/index', { publication: row.publication })}
        />
      ))}
      {pages.hasMore && <SideAction id="news-more" label="看更多" busy={pages.loadingMore} onTap={pages.more} />}
    </Screen>
  )
}
