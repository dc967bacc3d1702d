import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Notice } from '../../components/Notice'
import { TextAction } from '../../components/TextAction'
import { ask } from '../../services/api'
import { usePages } from '../../services/use-pages'

interface Written {
  readonly id: string
  readonly text: string
}

/** 会员写的话: in no order of arrival, of nobody. */
export function Remarks({ union, review }: { readonly union: UnionId; readonly review: ReviewId }) {
  const fetch = useMemo(() => remarksOf(union, review), [union, review])
  const pages = usePages({ fetch, idOf: ({ id }: Written) => id })
  return (
    <Card
      id="result-remarks"
      title="会员想说的话"
      note={
        pages.loaded && pages.rows.length === 0
          ? '写的人少，怕猜得出是谁，所以不显示。'
          : '不按先后排，看不出是谁写的。请不要去猜、去问。'
      }
    >
      {pages.problem !== undefined && (
        <Notice tone="danger" title={pages.problem.message} action={{ label: '再试一次', onTap: pages.reload }} />
      )}
      <View className="result-remarks">
        {pages.rows.map(({ id, text }) => (
          <Text key={id} className="result-remark">
            {text}
          </Text>
        ))}
      </View>
      {pages.hasMore && (
        <TextAction id="result-more" label={pages.loadingMore ? '正在加载…' : '再看一些'} onTap={pages.more} />
      )}
    </Card>
  )
}

function remarksOf(union: UnionId, review: ReviewId) {
  return async (cursor: string | undefined) => {
    const page = await ask(contract, 'reviewRemarks', { union, review, ...(cursor === undefined ? {} : { cursor }) })
    if (!page.ok) return page
    const rows = page.data.comments.map((text, at): Written => ({ id: `${cursor ?? ''}:${at}`, text }))
    return { ok: true as const, data: { rows, cursor: page.data.cursor } }
  }
}
