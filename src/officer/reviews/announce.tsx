import { View } from '@tarojs/components'
import { useState } from 'react'
import { review as contract } from '../../../shared/contract/review'
import type { RoundRow } from '../../../shared/contract/review-rounds'
import type { UnionId } from '../../../shared/core/ids'
import type { DaysOfReview } from '../../../shared/review/days'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { TextAction } from '../../components/TextAction'
import { titleOf } from '../../pages/my-review'
import { showFirstError } from '../../pages/show-first-error'
import { dayText, today } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { DayCards, type AskedDay } from '../parts/day-cards'
import { wrongDays, yearOf, type Day } from '../parts/review-days'
import { proposedDays, roundOf, roundsAbove } from './joined-round'

/** Announced here; a sample has a page of its own, with its lottery. */
export type AnnouncedKind = 'members' | 'staff'

interface Words {
  readonly title: string
  readonly note: string
  readonly asked: readonly AskedDay<Day>[]
}

const words: Readonly<Record<AnnouncedKind, Words>> = {
  members: {
    title: '发起会员评家',
    note: '日子已经排好，一般不用改。评什么、达标多少，按本地规定。',
    asked: [
      {
        day: 'cutoff',
        label: '截止日',
        means: '到这一天在册的会员有表决权，以后入会的等下一次。第二天系统生成选民名单并公示。',
      },
      {
        day: 'receivingOn',
        label: '开始领凭证',
        means: '从这一天起，会员在自己的手机上领选票凭证。在这以前留几天，给大家看名单、提异议。',
      },
      {
        day: 'votingOn',
        label: '开始投票',
        means: '从这一天起手机投票、现场领纸质选票。对名单的异议要在这以前办完；从这一天起评家不能撤销。',
      },
      {
        day: 'lastDay',
        label: '最后一天',
        means: '到这一天半夜投票结束，随后计票。计票以前谁也看不到结果。',
      },
    ],
  },
  staff: {
    title: '发起职工满意度调查',
    note: '不用选民名单：计票人（专管员、审核员）打印带调查码的纸条，密封后由职工自己抽，一码一票，是不是会员都可以。',
    asked: [
      {
        day: 'receivingOn',
        label: '开始领凭证',
        means: '从这一天起，拿到纸条的职工扫码领选票凭证。纸条要在这以前做好，密封后发下去。',
      },
      {
        day: 'votingOn',
        label: '开始投票',
        means: '从这一天起投票。纸条要在这以前发完，没发完的收回；从这一天起调查不能撤销。',
      },
      { day: 'lastDay', label: '最后一天', means: '到这一天半夜结束，随后计票。没用过的纸条作废。' },
    ],
  },
}

interface Props {
  readonly union: UnionId
  readonly kind: AnnouncedKind
  /** Years that have their review of this kind. */
  readonly taken: readonly number[]
  /** 职工人数 on file. */
  readonly staffOnFile: number | undefined
  readonly onDone: () => void
  readonly onBack: () => void
}

/** 职工人数哪里不对: fewer than on file would make a turnout of few. */
function staffProblem(staff: number | undefined, onFile: number | undefined): string | undefined {
  if (staff === undefined) return '请填职工人数，要是大于 0 的整数'
  if (onFile !== undefined && staff < onFile)
    return `本会登记的职工有 ${onFile} 人，公告的不能更少。人数变了，先到“工会名录”里改`
  return undefined
}

/** 发公告: the days, proposed and explained; everything else is the region’s rule. */
export function Announce(props: Props) {
  const { union, kind } = props
  const asked = useAsk(contract, 'reviewRounds', { union })
  if (asked.data !== undefined) return <Announcing {...props} above={roundsAbove(asked.data.rounds, { union, kind })} />
  return (
    <Screen title={words[kind].title} loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {asked.problem !== undefined && <TextAction id="announce-back" label="先不发" onTap={props.onBack} quiet />}
    </Screen>
  )
}

function Announcing({
  union,
  kind,
  taken,
  staffOnFile,
  above,
  onDone,
  onBack,
}: Props & { readonly above: readonly RoundRow[] }) {
  const { title, note, asked } = words[kind]
  const [days, setDays] = useState<DaysOfReview>(() => proposedDays(above, today()))
  const [typedStaff, setTypedStaff] = useState(staffOnFile === undefined ? '' : String(staffOnFile))
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const announce = useAct(contract, 'announceReview')
  const wrong = wrongDays(days, { today: today(), taken })
  const { joins, misses } = roundOf(above, days)
  const staff = staffIn(typedStaff)
  const wrongStaff = kind === 'staff' ? staffProblem(staff, staffOnFile) : undefined
  const check = () => {
    setTried(true)
    if (Object.keys(wrong).length > 0 || wrongStaff !== undefined) return showFirstError()
    setAsking(true)
  }
  const send = async () => {
    const done = await announce.run(
      kind === 'staff'
        ? { union, kind, days, staff: staff ?? 0 }
        : { union, kind, days, ...(joins === undefined ? {} : { round: joins.round }) },
    )
    setAsking(false)
    if (done.ok) onDone()
  }
  return (
    <Screen title={title} footer={<MainAction id="announce-send" label="发公告" onTap={check} />}>
      <View className="reviews">
        <Notice tone="info">{note}</Notice>
        {joins !== undefined && (
          <Notice id="announce-joins" tone="success" title={`参加${joins.unionName}的评家活动`}>
            {`${windowText(joins)}之间评，结果和活动里别的工会一起公布。`}
          </Notice>
        )}
        {misses !== undefined && (
          <Notice id="announce-misses" tone="warning" title={`不在${misses.unionName}评家活动的时间里`}>
            {`活动是 ${windowText(misses)}。这样发算本会自己的评家；要参加，请把日子改到里面。`}
          </Notice>
        )}
        {kind === 'staff' && (
          <Field
            id="announce-staff"
            label="职工人数"
            type="number"
            value={typedStaff}
            onInput={setTypedStaff}
            maxLength={7}
            hint="写进公告，不能再改；纸条最多做这么多张，参加率也按这个数算"
            error={tried ? wrongStaff : undefined}
          />
        )}
        <DayCards
          id="announce"
          asked={asked}
          days={days}
          wrong={tried ? wrong : {}}
          onChange={(day, chosen) => setDays((before) => ({ ...before, [day]: chosen }))}
        />
        {announce.problem !== undefined && (
          <Notice tone="danger" id="announce-problem">
            {announce.problem.message}
          </Notice>
        )}
        <TextAction id="announce-back" label="先不发" onTap={onBack} quiet />
      </View>
      <Confirm
        open={asking}
        title={`发 ${titleOf({ year: yearOf(days), kind })}的公告？`}
        text={`${dayText(days.votingOn)}到 ${dayText(days.lastDay)}投票。公告发出后日子不能改；写错了，只能在投票开始前撤销再发。`}
        confirmLabel="发公告"
        busy={announce.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </Screen>
  )
}

function staffIn(text: string): number | undefined {
  const staff = /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : 0
  return staff > 0 && staff <= 1_000_000 ? staff : undefined
}

function windowText({ window: { from, until } }: RoundRow): string {
  return `${dayText(from)}到 ${dayText(until)}`
}
