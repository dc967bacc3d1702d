import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import { unreachable } from '../../../shared/core/unreachable'
import { outReasons, paperReasons } from '../../../shared/review/electorate'
import type { ReviewForm } from '../../../shared/review/kinds'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Steps, type Step } from '../../components/Steps'
import { beginsText, endsText, titleOf } from '../../pages/my-review'
import { dayText } from '../../pages/today'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { outText, paperText } from '../parts/review-texts'
import { CallOff } from './call-off'

interface Props {
  readonly row: ReviewRow
  /** 计票人 of this union or above. */
  readonly counts: boolean
  /** 待办 are read here. */
  readonly tasks: boolean
  readonly reload: () => void
}

const formText: Readonly<Record<ReviewForm, string>> = {
  electronic: '手机投票；不能用手机的用纸质选票',
  written: '纸质选票',
  mixed: '手机投票，或者现场领纸质选票',
}

/** 正在进行的: its days, its list in numbers, and where its work is done. */
export function Running({ row, counts, tasks, reload }: Props) {
  const { union, review, phase } = row
  return (
    <>
      <Card id="review-running" title={titleOf(row)} note={`${row.unionName}。${formText[row.form]}。`}>
        <Days row={row} />
      </Card>
      <Electors row={row} />
      <ListRow
        id="reviews-electors"
        title="选民名单"
        note="谁在名单上，谁不在、为什么"
        onTap={() => void go('officer/electors/index', { union, review })}
      />
      {row.openObjections > 0 && (
        <ListRow
          id="reviews-objections"
          title={`对名单的异议 ${row.openObjections} 件`}
          note="在“待办”里办，办完才能开始投票"
          {...(tasks ? { onTap: () => void go('officer/tasks/index', { union }) } : {})}
        />
      )}
      {counts && (
        <ListRow
          id="reviews-venue"
          title="现场和纸质选票"
          note="打印选票、登记领票、录入计票"
          onTap={() => void go('officer/venue/index', { union, review })}
        />
      )}
      {(phase === 'announced' || phase === 'receiving') && <CallOff row={row} onDone={reload} />}
    </>
  )
}

function Days({ row: { phase, cutoff, receivingFrom, votingFrom, votingUntil } }: { readonly row: ReviewRow }) {
  const order = ['announced', 'receiving', 'voting', 'closed', 'published'] as const
  const now = order.findIndex((each) => each === phase)
  const state = (at: number): Step['state'] => (now > at ? 'done' : now === at ? 'now' : 'next')
  return (
    <Steps
      items={[
        { state: state(0), title: '公告、看名单', note: `${dayText(cutoff)}在册的会员有表决权` },
        { state: state(1), title: '领选票凭证', note: `${beginsText(receivingFrom)}起` },
        { state: state(2), title: '投票', note: `${beginsText(votingFrom)}到 ${endsText(votingUntil)}` },
        { state: state(3), title: '计票、公布', note: '和同一个上级下面的工会一起公布' },
      ]}
    />
  )
}

/** 人数: no name, and nothing of what was voted. */
function Electors({ row: { union, review, phase } }: { readonly row: ReviewRow }) {
  const asked = useAsk(contract, 'electorCounts', { union, review })
  const counts = asked.data
  if (asked.problem !== undefined)
    return <Notice tone="danger" title={asked.problem.message} action={{ label: '再试一次', onTap: asked.reload }} />
  if (counts === undefined) return null
  if (!counts.whole)
    return (
      <Notice id="reviews-not-listed" tone="info" title="选民名单还没有">
        截止日过后，系统自己生成名单，不用您做什么。
      </Notice>
    )
  const { electors, out, onPaper, received } = counts
  const reasons = [
    ...outReasons.map((reason) => ({ heading: `没有表决权：${outText[reason]}`, count: out[reason] })),
    ...paperReasons.map((reason) => ({ heading: `用纸质选票：${paperText[reason]}`, count: onPaper[reason] })),
  ].flatMap(({ heading, count = 0 }) => (count > 0 ? [{ heading, text: `${count} 人` }] : []))
  return (
    <Card id="reviews-counts" title={`应投 ${electors} 人`} note={receivedText(phase, received)}>
      {reasons.length > 0 && <FactList items={reasons} />}
    </Card>
  )
}

function receivedText(phase: ReviewRow['phase'], received: number): string {
  switch (phase) {
    case 'announced':
      return '还没有开始领凭证。'
    case 'receiving':
    case 'voting':
      return `已经领凭证 ${received} 人。是谁领的、谁投了、投了什么，这里都看不到。`
    case 'closed':
    case 'published':
    case 'called-off':
      return `领过凭证 ${received} 人。`
    default:
      return unreachable(phase)
  }
}
