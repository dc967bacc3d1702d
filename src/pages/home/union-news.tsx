import { registry } from '../../../shared/contract/registry'
import { ListRow } from '../../components/ListRow'
import { Tag } from '../../components/Tag'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { publicationKindText } from '../publication-texts'
import { newsReadUntil } from '../read-news'
import { useReloadOnReturn } from '../use-reload-on-return'

/** 工会新消息: one row, as long as the newest has not been opened on this phone; how many more there are is said, not listed. */
export function UnionNews() {
  const news = useAsk(registry, 'myNews', {})
  useReloadOnReturn(news.reload)
  const until = newsReadUntil()
  const unread = (news.data?.rows ?? []).filter(({ publishedAt }) => until === undefined || publishedAt > until)
  const [newest] = unread
  if (newest === undefined) return null
  const { publication, kind, title, unionName } = newest
  return (
    <ListRow
      id="home-news"
      title={title}
      note={unread.length === 1 ? unionName : `${unionName}，还有 ${unread.length - 1} 条没看`}
      tag={<Tag tone="red">{`新${publicationKindText[kind]}`}</Tag>}
      onTap={() => void go('pages/news/one/index', { publication })}
    />
  )
}
