import { review as contract } from '../../../shared/contract/review'
import { Card } from '../../components/Card'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { beginsText, endsText, titleOf, type MyReview } from '../my-review'

/** 评家进行中: the review that somebody can do something about now, or the newest result. */
export function ReviewNews() {
  const { data } = useAsk(contract, 'myReviews', {})
  const news = newsOf(data?.reviews ?? [])
  if (news === undefined) return null
  return (
    <Card
      id="home-review"
      title={titleOf(news)}
      note={noteOf(news)}
      onTap={() => void go('pages/review/vote/index', { review: news.review })}
    />
  )
}

function newsOf(reviews: readonly MyReview[]): MyReview | undefined {
  const under = (phase: MyReview['phase']) => reviews.find((each) => each.phase === phase)
  return (
    under('voting') ??
    under('receiving') ??
    under('announced') ??
    under('closed') ??
    reviews.find(({ result }) => result)
  )
}

function noteOf({ phase, mine, result, receivingFrom, votingFrom, votingUntil }: MyReview): string {
  if (result) return '结果公布了，点开看看。'
  const received = mine.kind === 'elector' && mine.received
  switch (phase) {
    case 'announced':
      return `${beginsText(receivingFrom)}起领取选票凭证。`
    case 'receiving':
      return received
        ? `凭证领好了，${beginsText(votingFrom)}起投票。`
        : `请领取选票凭证，${beginsText(votingFrom)}起投票。`
    case 'voting':
      return `${endsText(votingUntil)}截止，还没投的请投票。`
    case 'closed':
    case 'published':
      return '投票结束，正在计票。'
    case 'called-off':
      return '这次评家撤销了。'
  }
}
