import { View } from '@tarojs/components'
import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Tag } from '../../components/Tag'
import { titleOf } from '../../pages/my-review'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { back, go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { NoReview } from '../parts/no-review'
import { phaseText, phaseTone, votingText } from '../parts/review-texts'
import { useOffice, useUnion } from '../parts/use-office'
import { useReview } from '../parts/use-review'
import { Export } from './export'
import './index.scss'

/** 监票: which review, and of a published one the file for a recount and the protocol. */
export default function ScrutinyPage() {
  const union = useUnion()
  const review = useReview()
  if (union === undefined)
    return (
      <Screen title="监票">
        <NoReview />
      </Screen>
    )
  return review === undefined ? <Reviews union={union} /> : <OneReview union={union} review={review} />
}

function Reviews({ union }: { readonly union: UnionId }) {
  const { office } = useOffice()
  const asked = useAsk(contract, 'reviews', { union })
  useReloadOnReturn(asked.reload)
  const reviews = asked.data?.reviews
  return (
    <Screen title="监票" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {reviews !== undefined && (
        <View className="scrutiny">
          {reviews.length === 0 && (
            <Empty
              title="还没有评家"
              note="公布结果以后，在这里复核、打印计票记录。"
              action={{ id: 'scrutiny-back', label: '返回', onTap: () => void back() }}
            />
          )}
          {reviews.map((row) => (
            <Row key={row.review} row={row} />
          ))}
          {office?.leads === true && (
            <ListRow
              id="scrutiny-below"
              title="下级工会评家"
              note="合并公布的，由上级的监票人复核"
              onTap={() => void go('officer/reviews-below/index', { union })}
            />
          )}
        </View>
      )}
    </Screen>
  )
}

function Row({ row }: { readonly row: ReviewRow }) {
  const { union, review, phase, kind } = row
  return (
    <>
      <ListRow
        id={`scrutiny-${review}`}
        title={titleOf(row)}
        note={
          phase === 'published' || phase === 'called-off' ? votingText(row) : `${votingText(row)}，公布以后才能复核`
        }
        tag={<Tag tone={phaseTone[phase]}>{phaseText[phase]}</Tag>}
        {...(phase === 'published' ? { onTap: () => void go('officer/scrutiny/index', { union, review }) } : {})}
      />
      {kind === 'sample' && (
        <ListRow
          id={`redraw-${review}`}
          title="重抽一遍"
          note={`${titleOf(row)}：抽到谁，是不是照开奖号码抽的`}
          onTap={() => void go('officer/review-sample/index', { union, review })}
        />
      )}
    </>
  )
}

function OneReview({ union, review }: { readonly union: UnionId; readonly review: ReviewId }) {
  const announced = useAsk(contract, 'announcedReview', { review })
  const asked = useAsk(contract, 'exportStanding', { union, review })
  useReloadOnReturn(asked.reload)
  const row = announced.data
  const refused = asked.problem?.kind === 'refused' ? asked.problem : undefined
  return (
    <Screen
      title="监票"
      loading={announced.loading || asked.loading}
      problem={announced.problem ?? (refused === undefined ? asked.problem : undefined)}
      onRetry={() => {
        announced.reload()
        asked.reload()
      }}
    >
      {row !== undefined && (asked.data !== undefined || refused !== undefined) && (
        <View className="scrutiny">
          <Card title={titleOf(row)} note={row.unionName} />
          {refused !== undefined && (
            <Notice
              id="scrutiny-not-now"
              tone="info"
              action={{ id: 'scrutiny-back', label: '返回', onTap: () => void back() }}
            >
              {refused.message}
            </Notice>
          )}
          {asked.data !== undefined && (
            <Export
              union={union}
              review={review}
              standing={asked.data}
              fileName={`review-${row.year}-${row.kind}.json`}
              reload={asked.reload}
            />
          )}
          {row.phase === 'published' && (
            <ListRow
              id="scrutiny-protocol"
              title="计票记录"
              note="打印出来，计票人、监票人、主席签字"
              onTap={() => void go('officer/review-protocol/index', { union, review })}
            />
          )}
        </View>
      )}
    </Screen>
  )
}
