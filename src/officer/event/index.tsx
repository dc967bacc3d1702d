import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { UnionEventView } from '../../../shared/contract/membership-events'
import type { FileId, UnionId } from '../../../shared/core/ids'
import type { EventPlan } from '../../../shared/membership/union-event'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { Fold } from '../../components/Fold'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { fullDayText, momentText } from '../../pages/today'
import { useParams } from '../../services/route'
import { useAct } from '../../services/use-act'
import { useAsk } from '../../services/use-ask'
import { Bars } from '../parts/bars'
import { eventName, eventStateText, paperName } from '../parts/event-texts'
import { useUnion } from '../parts/use-office'
import '../parts/parts.scss'
import './index.scss'

/** 机构变动确认: numbers, where people go, a few of them, the papers; one button for everybody. */
export default function EventPage() {
  const union = useUnion()
  const event = useParams()['event']
  const found = useAsk(
    membership,
    'unionEvent',
    union === undefined || event === undefined ? undefined : { union, event },
  )
  const data = found.data
  return (
    <Screen
      title="机构变动"
      loading={found.loading}
      problem={found.problem}
      onRetry={found.reload}
      footer={
        data?.mayConfirm === true && union !== undefined ? (
          <ConfirmAll union={union} view={data} reload={found.reload} />
        ) : undefined
      }
    >
      {data !== undefined && union !== undefined && <Event union={union} view={data} reload={found.reload} />}
    </Screen>
  )
}

interface Props {
  readonly union: UnionId
  readonly view: UnionEventView
  readonly reload: () => void
}

function Event({ union, view, reload }: Props) {
  const { kind, state, unionName, successorName, reason, at, objectUntil, objected, destinations, sample, papers } =
    view
  const people = peopleIn(view)
  return (
    <View className="detail">
      <Card
        title={`${unionName}${eventName[kind]}`}
        note={eventStateText[state]}
        tone={state === 'planned' ? 'warning' : 'plain'}
      >
        <FactList
          items={[
            ...(kind === 'merged' ? [{ heading: '合并到', text: successorName ?? '' }] : []),
            { heading: '原因', text: reason },
            { heading: '什么时候登记', text: momentText(at) },
            ...(objectUntil === undefined ? [] : [{ heading: '异议到', text: fullDayText(objectUntil) }]),
            ...(objected === 0 ? [] : [{ heading: '待处理的异议', text: `${objected} 人` }]),
          ]}
        />
      </Card>
      {state === 'proposed' && <Planning union={union} event={view.event} reload={reload} />}
      <Card title="影响多少人">
        {people.length === 0 ? <Text className="detail-note">没有会员受影响。</Text> : <Bars items={people} />}
      </Card>
      {destinations.length > 0 && (
        <Card title="到哪里去">
          <Bars items={destinations.map(({ name, people: count }) => ({ label: name, count }))} />
        </Card>
      )}
      {sample.length > 0 && (
        <Fold summary={`看其中 ${sample.length} 个人`} id="event-sample">
          {sample.map(({ maskedName, plan, from, to }, at_) => (
            <View className="event-person" key={`${at_}-${maskedName}`}>
              <Text className="event-person-name">{`${maskedName} · ${planText[plan]}`}</Text>
              <Text className="detail-note">{`${from} → ${to}`}</Text>
            </View>
          ))}
        </Fold>
      )}
      {papers.map(({ paper, file }) => (
        <Paper key={file} union={union} event={view.event} name={paperName[paper]} file={file} />
      ))}
    </View>
  )
}

const planText: Readonly<Record<EventPlan, string>> = {
  move: '会籍转过去',
  offer: '问他愿不愿意转',
  retain: '会籍保留',
  reroute: '申请改由新工会办',
  assign: '申请由上级指定工会',
}

function peopleIn({ people }: UnionEventView) {
  return [
    { label: '会籍转过去', count: people.move },
    { label: '会籍保留', count: people.retain },
    { label: '问本人愿不愿意转', count: people.offer },
    { label: '在办申请改送', count: people.reroute },
  ].filter(({ count }) => count > 0)
}

/** The list of a large union takes the clock some minutes; a small one is ready while somebody looks. */
function Planning({
  union,
  event,
  reload,
}: {
  readonly union: UnionId
  readonly event: string
  readonly reload: () => void
}) {
  const plan = useAct(membership, 'planEvent')
  const { run } = plan
  useEffect(() => {
    void run({ union, event }).then((done) => {
      if (done.ok) reload()
    })
    // Once per opening of the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [union, event])
  return (
    <Notice
      tone="info"
      action={{
        id: 'event-plan',
        label: plan.busy ? '正在理…' : '再看看理到哪里了',
        onTap: () => void run({ union, event }).then(reload),
      }}
    >
      人多的要几分钟。理好以后会出现在待办里，离开这一页也不耽误。
    </Notice>
  )
}

function ConfirmAll({ union, view, reload }: Props) {
  const confirm = useAct(membership, 'confirmEvent')
  const [asked, setAsked] = useState(false)
  const { event, objectionDays } = view
  const count = peopleIn(view).reduce((all, one) => all + one.count, 0)
  const run = async () => {
    const done = await confirm.run({ union, event })
    setAsked(false)
    if (done.ok) reload()
  }
  return (
    <>
      {confirm.problem !== undefined && <Notice tone="danger">{confirm.problem.message}</Notice>}
      <MainAction
        id="event-confirm"
        label={`确认这 ${count} 人的安排`}
        busy={confirm.busy}
        onTap={() => setAsked(true)}
      />
      <Confirm
        open={asked}
        title={`一次确认 ${count} 人？`}
        text={`会逐个通知本人，${objectionDays} 个工作日内可以提异议；没有异议的，到期自动办理，会员号和入会时间不变。有异议的由上级工会逐个处理。`}
        confirmLabel="确认，开始通知"
        busy={confirm.busy}
        onCancel={() => setAsked(false)}
        onConfirm={() => void run()}
      />
    </>
  )
}

interface PaperProps {
  readonly union: UnionId
  readonly event: string
  readonly name: string
  readonly file: FileId
}

function Paper({ union, event, name, file }: PaperProps) {
  const [open, setOpen] = useState(false)
  const paper = useAsk(membership, 'eventPaper', open ? { union, event, file } : undefined)
  return (
    <Card title={name} {...(paper.data === undefined ? {} : { note: `${paper.data.putBy}上传` })}>
      {paper.problem !== undefined && <Notice tone="danger">{paper.problem.message}</Notice>}
      {paper.data === undefined ? (
        <SideAction id={`event-paper-${file}`} label={`看${name}`} busy={paper.loading} onTap={() => setOpen(true)} />
      ) : (
        <Image className="event-paper" src={paper.data.picture} mode="widthFix" ariaLabel={name} />
      )}
    </Card>
  )
}
