import { titleOf } from '../../my-review'
import { Unanswered } from '../Unanswered'
import { Choosing } from './choosing'
import { Receiving } from './receiving'
import { Hold, NoVote, Over, Voted } from './stages'
import { whereIn, type StepProps } from './where'

/** 我在这一步: one page of a vote. */
export function Step({
  mine,
  kept,
  again,
  reload,
}: StepProps & { readonly kept: Parameters<typeof whereIn>[1]; readonly reload: () => void }) {
  const where = whereIn(mine, kept)
  const title = titleOf(mine)
  switch (where.at) {
    case 'receive':
      return <Receiving mine={mine} again={again} reload={reload} />
    case 'vote':
      return <Choosing mine={mine} again={again} />
    case 'hold':
      return <Hold title={title} mine={mine} />
    case 'again':
      return <Unanswered title={title} of={mine} envelope="ballot" again={again} />
    case 'voted':
      return <Voted title={title} mine={mine} remark={where.remark} />
    case 'over':
    case 'result':
      return <Over title={title} mine={mine} where={where} />
    case 'called-off':
    case 'not-listed-yet':
    case 'before':
    case 'other-phone':
    case 'excluded':
    case 'paper':
      return <NoVote title={title} mine={mine} where={where} />
  }
}
