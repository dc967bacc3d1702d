import { View } from '@tarojs/components'
import { ballotsIn } from '../../../shared/review/kinds'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { gradeName } from '../../pages/review-words'
import { dayOf, fullDayText } from '../../pages/today'
import { Bars } from '../parts/bars'
import { Rate } from './rate'
import type { Publication, Row } from './view'

type Stage = 'none' | 'before' | 'voting' | 'counting' | 'published'

const stages: readonly { readonly stage: Stage; readonly label: string }[] = [
  { stage: 'published', label: '结果公布了' },
  { stage: 'counting', label: '计票中，等公布' },
  { stage: 'voting', label: '投票中' },
  { stage: 'before', label: '公告、领凭证' },
  { stage: 'none', label: '还没有评' },
]

/** 进展: how many unions are how far; of those that are loaded. */
export function Progress({ rows, whole }: { readonly rows: readonly Row[]; readonly whole: boolean }) {
  const items = stages.map(({ stage, label }) => ({
    label,
    count: rows.filter((row) => stageOf(row) === stage).length,
  }))
  return (
    <Card
      id="below-progress"
      title={whole ? `下级工会 ${rows.length} 家` : `下级工会，前 ${rows.length} 家`}
      {...(whole ? {} : { note: '往下“再看一些”，就数进来。' })}
    >
      <Bars items={items.filter(({ count }) => count > 0)} of={rows.length} />
    </Card>
  )
}

function stageOf({ review }: Row): Stage {
  if (review === undefined) return 'none'
  switch (review.phase) {
    case 'announced':
    case 'receiving':
      return 'before'
    case 'voting':
      return 'voting'
    case 'closed':
    case 'published':
      return review.told === 'not-yet' ? 'counting' : 'published'
    case 'called-off':
      return 'none'
  }
}

/** 公布: sums of whole publications only; a sum of chosen unions could be told against another. */
export function Published({ publication }: { readonly publication: Publication }) {
  const { at, alone, pooled, withheld, pool, total } = publication
  const facts = [
    { heading: '单独公布', text: `${alone} 家` },
    ...(pooled === 0 ? [] : [{ heading: '投票的人少，合并公布', text: `${pooled} 家` }]),
    ...(withheld === 0 ? [] : [{ heading: '人太少，不公布数字', text: `${withheld} 家` }]),
    ...(total === undefined
      ? []
      : [
          {
            heading: '全部合计',
            text: `${gradeName.satisfied} ${total.satisfied}，${gradeName.mostly} ${total.mostly}，${gradeName.dissatisfied} ${total.dissatisfied}，有效票 ${ballotsIn(total)}`,
          },
        ]),
  ]
  return (
    <Card id="below-published" title={`${fullDayText(dayOf(at))}公布`}>
      <FactList items={facts} />
      {pool !== undefined && (
        <View>
          <FactList items={[{ heading: '合并公布的满意率', text: `应投 ${pool.electors} 人` }]} />
          <Rate figures={pool} />
        </View>
      )}
    </Card>
  )
}
