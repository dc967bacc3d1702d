import { review as contract } from '../../../shared/contract/review'
import type { ReviewRow } from '../../../shared/contract/review-campaign'
import { unreachable } from '../../../shared/core/unreachable'
import { outReasons, paperReasons } from '../../../shared/review/electorate'
import { Card } from '../../components/Card'
import { FactList } from '../../components/FactList'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { Steps, type Step } from '../../components/Steps'
import { beginsText, endsText, titleOf } from '../../pages/my-review'
import { dayText } from '../../pages/today'
import { go } from '../../services/route'
import { useAsk } from '../../services/use-ask'
import { formText, outText, paperText } from '../parts/review-texts'
import { CallOff } from './call-off'

interface Props {
  readonly row: ReviewRow
  /** 计票人 of this union or above. */
  readonly counts: boolean
  /** 待办 are read here. */
  readonly tasks: boolean
  readonly reload: () => void
}

/** 正在进行的: its days, its list in numbers, and where its work is done. */
export function Running({ row, counts, tasks, reload }: Props) {
  const { union, review, phase } = row
  return (
    <>
      <Card id={`running-${row.kind}`} title={titleOf(row)} note={`${row.unionName}。${formText(row)}。`}>
        <Days row={row} />
      </Card>
      <Voters row={row} />
      {row.openObjections > 0 && (
        <ListRow
          id="reviews-objections"
          title={`对名单的异议 ${row.openObjections} 件`}
          note="在“待办”里办，办完才能开始投票"
          {...(tasks ? { onTap: () => void go('officer/tasks/index', { union }) } : {})}
        />
      )}
      {counts && row.kind !== 'staff' && (
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

/** 谁来投: each kind has its own. */
function Voters({ row }: { readonly row: ReviewRow }) {
  switch (row.kind) {
    case 'members':
      return <List row={row} />
    case 'staff':
      return <Codes row={row} />
    case 'sample':
      return <Sample row={row} />
    default:
      return unreachable(row.kind)
  }
}

/** 抽查: who was drawn is nobody’s to see here. */
function Sample({ row: { union, review } }: { readonly row: ReviewRow }) {
  return (
    <ListRow
      id="reviews-sample"
      title="抽到哪一步"
      note="锁定名单、录入开奖号码、抽取"
      onTap={() => void go('officer/review-sample/index', { union, review })}
    />
  )
}

/** 选民名单, in numbers and by name. */
function List({ row }: { readonly row: ReviewRow }) {
  const { union, review } = row
  return (
    <>
      <Electors row={row} />
      <ListRow
        id="reviews-electors"
        title="选民名单"
        note="谁在名单上，谁不在、为什么"
        onTap={() => void go('officer/electors/index', { union, review })}
      />
    </>
  )
}

/** 调查码, instead of a list. */
function Codes({ row: { union, review } }: { readonly row: ReviewRow }) {
  return (
    <ListRow
      id="reviews-survey"
      title="调查码"
      note="计票人做纸条、打印、收回；做了多少张"
      onTap={() => void go('officer/survey/index', { union, review })}
    />
  )
}

const first: Readonly<Record<ReviewRow['kind'], (cutoff: string) => { title: string; note: string }>> = {
  members: (cutoff) => ({ title: '公告、看名单', note: `${cutoff}在册的会员有表决权` }),
  staff: () => ({ title: '公告、发纸条', note: '密封，由职工自己抽' }),
  sample: (cutoff) => ({ title: '公告、抽取', note: `从 ${cutoff}在册的会员里抽` }),
}

function Days({ row: { kind, phase, cutoff, receivingFrom, votingFrom, votingUntil } }: { readonly row: ReviewRow }) {
  const order = ['announced', 'receiving', 'voting', 'closed', 'published'] as const
  const now = order.findIndex((each) => each === phase)
  const state = (at: number): Step['state'] => (now > at ? 'done' : now === at ? 'now' : 'next')
  return (
    <Steps
      items={[
        { state: state(0), ...first[kind](dayText(cutoff)) },
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

function receivedText(phase: ReviewRow['phase'], received: number | undefined): string {
  if (phase !== 'announced' && received === undefined)
    return '领了多少，投票结束以后才显示：人少的时候，数字一变就知道是谁。'
  switch (phase) {
    case 'announced':
      return '还没有开始领凭证。'
    case 'receiving':
    case 'voting':
      return `已经领凭证 ${received ?? 0} 人。是谁领的、谁投了、投了什么，这里都看不到。`
    case 'closed':
    case 'published':
    case 'called-off':
      return `领过凭证 ${received ?? 0} 人。`
    default:
      return unreachable(phase)
  }
}
