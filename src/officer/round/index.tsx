import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { RoundView } from '../../../shared/contract/membership-rounds'
import type { UnionId } from '../../../shared/core/ids'
import { unionFieldNames } from '../../../shared/org/union-fields'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Empty } from '../../components/Empty'
import { ListRow } from '../../components/ListRow'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { dayText, fullDayText, momentText } from '../../pages/today'
import { useReloadOnReturn } from '../../pages/use-reload-on-return'
import { go, goHome, useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { ChangesOf } from '../parts/changes'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import { Bars } from './chart'
import { UnionFields } from './fields'
import './index.scss'
import { useCount, type Counting } from './use-count'

type Round = z.output<typeof RoundView>

/** 半年核对: look, mend what is wrong, remind, close. */
export default function RoundPage() {
  const union = useUnion()
  const { desk } = useParams()
  const asked = useAsk(membership, 'round', union === undefined ? undefined : { union })
  useReloadOnReturn(asked.reload)
  const round = asked.data
  const counting = useCount(round === undefined ? undefined : union, asked.reload)
  return (
    <Screen title="半年核对" loading={asked.loading} problem={asked.problem} onRetry={asked.reload}>
      {union === undefined && (
        <Empty
          title="不知道是哪个工会"
          note="请从工作台进来。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {union !== undefined && round !== undefined && (
        <View className="round">
          {desk === undefined ? (
            <When round={round} />
          ) : (
            <Notice id="round-in-place" tone="warning" title={`${round.unionName}：没有干部在任，您在代看`}>
              填的、提醒的都记在它名下；办结要等新主席。
            </Notice>
          )}
          <UnionFields union={union} fields={round.fields} reload={asked.reload} />
          <ChangesOf
            union={union}
            title={round.since === undefined ? '有记录以来的变动' : '上次核对以来的变动'}
            changes={round.changes}
          />
          <Composition round={round} counting={counting} />
          {(round.state === 'open' || round.state === 'overdue') && (
            <>
              <Reminding union={union} round={round} reload={asked.reload} own={desk === undefined} />
              {desk === undefined && <Closing union={union} round={round} counting={counting} reload={asked.reload} />}
            </>
          )}
        </View>
      )}
    </Screen>
  )
}

function When({ round: { unionName, state, dueOn, lastClosedOn } }: { readonly round: Round }) {
  const last = lastClosedOn === undefined ? '还没有核对过' : `上次核对：${fullDayText(lastClosedOn)}`
  switch (state) {
    case 'not-due':
      return (
        <Notice
          tone="info"
          title={`${unionName}：现在不用核对`}
        >{`${fullDayText(dueOn)}以前办，到时候会出现在这里。`}</Notice>
      )
    case 'open':
      return (
        <Notice
          tone="info"
          title={`${unionName}：请在 ${dayText(dueOn)}前核对`}
        >{`${last}。看一遍，改不对的，最后点一下办结。`}</Notice>
      )
    case 'overdue':
      return (
        <Notice
          tone="warning"
          title={`${unionName}：该核对了，已经过了 ${fullDayText(dueOn)}`}
        >{`${last}。看一遍，改不对的，最后点一下办结。`}</Notice>
      )
    case 'closed':
      return (
        <Notice tone="success" title={`${unionName}：这一期核对好了`}>
          {last}
        </Notice>
      )
  }
}

function Composition({
  round: { composition, rate, countedAt },
  counting,
}: {
  readonly round: Round
  readonly counting: Counting
}) {
  const note =
    rate.staff === undefined ? '填了职工人数，就能算出入会率。' : `在册会员 ${rate.members} 人 ÷ 职工 ${rate.staff} 人`
  return (
    <>
      <Card title="职工入会率" note={note}>
        {rate.text !== undefined && <Text className="round-rate">{rate.text}</Text>}
      </Card>
      <Card title="会员构成" {...(countedAt === undefined ? {} : { note: `系统数的，${momentText(countedAt)}` })}>
        {!counting.done && counting.problem === undefined && (
          <Notice id="round-counting" tone="info">{`正在数会员：${counting.counted} / ${counting.of}`}</Notice>
        )}
        {counting.problem !== undefined && (
          <Notice tone="danger" title={counting.problem.message} action={{ label: '接着数', onTap: counting.again }} />
        )}
        {composition !== undefined && (
          <Bars
            of={composition.members}
            bars={[
              { name: '女会员', count: composition.women },
              { name: '劳务派遣', count: composition.dispatched },
              { name: '新就业形态', count: composition.newForm },
              ...composition.byEmployment.map(({ name, count }) => ({ name: `就业状况：${name}`, count })),
            ].filter(({ count }) => count > 0)}
          />
        )}
      </Card>
    </>
  )
}

interface Acting {
  readonly union: UnionId
  readonly round: Round
  readonly reload: () => void
}

function Reminding({ union, round: { composition, reminder }, reload, own }: Acting & { readonly own: boolean }) {
  const remind = useAct(membership, 'remindStale')
  const stale = composition?.stale ?? 0
  const send = async () => {
    if ((await remind.run({ union })).ok) reload()
  }
  return (
    <Card title="资料半年没核对过的会员" note={`${stale} 人。提醒他们自己看一眼，没有变化点一下就好；一期只提醒一次。`}>
      {remind.problem !== undefined && <Notice tone="danger">{remind.problem.message}</Notice>}
      {reminder !== undefined && (
        <Notice id="round-reminder" tone={reminder.state === 'done' ? 'success' : 'info'}>
          {`${reminder.state === 'done' ? '已经提醒' : `正在提醒，看过 ${reminder.seen} 人，已经提醒`} ${reminder.told} 人${
            reminder.unreachable === 0 ? '' : `；${reminder.unreachable} 人没有绑定微信，请打电话或当面问`
          }。`}
        </Notice>
      )}
      {reminder === undefined && stale > 0 && (
        <SideAction id="round-remind" label={`提醒这 ${stale} 人`} busy={remind.busy} onTap={() => void send()} />
      )}
      {own && (composition?.hanging ?? 0) > 0 && (
        <ListRow
          id="round-hanging"
          title={`空挂会员 ${composition?.hanging ?? 0} 人`}
          note="没有单位，或者两年没有消息"
          onTap={() => void go('officer/clean/index', { union })}
        />
      )}
    </Card>
  )
}

function Closing({ union, round, counting, reload }: Acting & { readonly counting: Counting }) {
  const close = useAct(membership, 'closeRound')
  const [sure, setSure] = useState(false)
  const { missing, period, mayClose } = round
  if (!mayClose) return <Notice tone="info">核对完请主席或副主席来办结。</Notice>
  const finish = async () => {
    const done = await close.run({ union, period })
    setSure(false)
    if (done.ok) reload()
  }
  return (
    <View className="decide">
      {missing !== undefined && (
        <Notice id="round-missing" tone="warning">
          {missing === 'leader'
            ? '还没有工会负责人，请上级工会先任命主席。'
            : `还没有“${unionFieldNames[missing]}”，在上面填好就能办结。`}
        </Notice>
      )}
      {close.problem !== undefined && <Notice tone="danger">{close.problem.message}</Notice>}
      <MainAction
        id="round-close"
        label="都对，办结"
        disabled={missing !== undefined || !counting.done}
        busy={close.busy}
        onTap={() => setSure(true)}
      />
      <Confirm
        open={sure}
        title="办结这一期核对？"
        text="现在的工会信息、人数和变动会存档，上级工会能看到已经核对。"
        confirmLabel="办结"
        busy={close.busy}
        onCancel={() => setSure(false)}
        onConfirm={() => void finish()}
      />
    </View>
  )
}
