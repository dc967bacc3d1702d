import { useEffect } from 'react'
import { registry } from '../../../../shared/contract/registry'
import { PublicationId } from '../../../../shared/core/ids'
import { chinaDay } from '../../../../shared/core/time'
import { Empty } from '../../../components/Empty'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { Tag } from '../../../components/Tag'
import { go, goHome, useParams } from '../../../services/route'
import { useAsk } from '../../../services/use-ask'
import { audienceText, publicationKindText } from '../../publication-texts'
import { markNewsRead } from '../../read-news'
import { fullDayText } from '../../today'
import { Activity } from './activity'
import { Article } from './article'
import { History } from './history'

/** 看一条公开. */
export default function NewsPage() {
  const read = PublicationId.safeParse(useParams()['publication'])
  const page = useAsk(registry, 'publication', read.success ? { publication: read.data } : undefined)
  const { data } = page
  useEffect(() => {
    if (data !== undefined) markNewsRead(data.publishedAt)
  }, [data])
  if (!read.success)
    return (
      <Screen title="会务公开">
        <Empty
          title="没有找到这一条"
          note="链接可能不完整。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      </Screen>
    )
  return (
    <Screen title="会务公开" loading={page.loading} problem={page.problem} onRetry={page.reload}>
      {data !== undefined && (
        <>
          {data.withdrawn !== undefined && (
            <Notice tone="warning" title="已经撤下">
              {data.withdrawn.reason}
            </Notice>
          )}
          <Article
            publication={data.publication}
            title={data.title}
            text={data.text}
            pictures={data.pictures}
            note={`${data.unionName}，${fullDayText(chinaDay(data.publishedAt))}`}
          />
          {data.activity !== undefined && (
            <Activity publication={data.publication} activity={data.activity} onChanged={page.reload} />
          )}
          <History publication={data.publication} versions={data.versions} />
          <ListRow
            id="news-union"
            title={data.unionName}
            note={audienceText[data.audience]}
            tag={<Tag tone="neutral">{publicationKindText[data.kind]}</Tag>}
            onTap={() => void go('pages/union/index', { union: data.union })}
          />
        </>
      )}
    </Screen>
  )
}
