import type { z } from 'zod'
import type { resultProcedures } from '../../../shared/contract/review-results'

type Below = z.output<typeof resultProcedures.reviewsBelow.output>
export type Row = Below['rows'][number]
export type Publication = Below['publications'][number]

/** What there is to say in a line: how many took part, or why there is no figure. */
export function noteOf({ review }: Row): string {
  if (review === undefined) return '今年还没有发公告'
  const { phase, told, electors, voted } = review
  if (phase === 'called-off') return '撤销了，还没有重新发公告'
  const whole = electors === undefined ? '名单还没有生成' : `应投 ${electors} 人`
  switch (told) {
    case 'not-yet':
      return whole
    case 'alone':
      return voted === undefined ? whole : `${whole}，${voted} 人投票`
    case 'pooled':
      return `${whole}；投票的人少，合并公布`
    case 'withheld':
      return `${whole}；人太少，不公布数字`
  }
}
