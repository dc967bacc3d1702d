import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import type { MyEvent } from '../../../../shared/contract/membership-events'
import { unreachable } from '../../../../shared/core/unreachable'
import type { EventItemState, UnionEventKind } from '../../../../shared/membership/union-event'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { FactList } from '../../../components/FactList'
import { Field } from '../../../components/Field'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { SideAction } from '../../../components/SideAction'
import { goHome, useParams } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { dayText } from '../../today'
import { Home } from './home'
import '../mine.scss'

/** 工会变动与我: what happens with my membership, until when I may object, and how. */
export default function MyEventPage() {
  const wanted = useParams()['event']
  const mine = useAsk(membership, 'myEvents', {})
  const events = mine.data?.events ?? []
  const shown = wanted === undefined ? events : events.filter(({ event }) => event === wanted)
  return (
    <Screen title="工会变动与我" loading={mine.loading} problem={mine.problem} onRetry={mine.reload}>
      {mine.data !== undefined && shown.length === 0 && (
        <Empty
          title="没有和您有关的工会变动"
          note="您的工会建立、合并或撤销时，这里会写清楚您的会籍怎么办。"
          action={{ label: '回首页', onTap: () => void goHome() }}
        />
      )}
      {shown.map((event) => (
        <OneEvent key={event.event} event={event} reload={mine.reload} />
      ))}
    </Screen>
  )
}

const whatHappened = (kind: UnionEventKind, unionName: string): string =>
  ({
    founded: `您的单位建立了${unionName}`,
    merged: `${unionName}已经合并`,
    dissolved: `${unionName}已经撤销`,
  })[kind]

const standing = ({ state, to, from, plan }: MyEvent): string =>
  ({
    planned: '',
    told:
      plan === 'retain'
        ? `您的会籍将保留在${to}，不收会费，找到工作后可以接续。`
        : `您的会籍将转到${to}，您不用做什么。`,
    offered: `您可以把会籍转到${to}，也可以留在${from}，由您选。`,
    objected: '您提了不同意见，上级工会正在处理，处理好以前会籍不动。',
    moved: plan === 'retain' ? `您的会籍已经保留在${to}。` : `您的会籍已经转到${to}。`,
    kept: `您的会籍没有动。`,
    failed: '您的会籍正在由上级工会办理。',
  })[state]

const tones: Readonly<Record<EventItemState, 'plain' | 'warning' | 'success'>> = {
  planned: 'plain',
  told: 'warning',
  offered: 'warning',
  objected: 'warning',
  moved: 'success',
  kept: 'success',
  failed: 'warning',
}

/** Where the membership is, and where it goes: nothing is called moved that has not moved. */
function placesOf({ state, from, to }: MyEvent) {
  switch (state) {
    case 'moved':
      return [
        { heading: '原来在', text: from },
        { heading: '现在在', text: to },
      ]
    case 'kept':
      return [{ heading: '会籍在', text: from }]
    case 'offered':
      return [
        { heading: '会籍在', text: from },
        { heading: '可以转到', text: to },
      ]
    case 'planned':
    case 'told':
    case 'objected':
    case 'failed':
      return [
        { heading: '会籍在', text: from },
        { heading: '打算转到', text: to },
      ]
    default:
      return unreachable(state)
  }
}

function OneEvent({ event, reload }: { readonly event: MyEvent; readonly reload: () => void }) {
  const { kind, unionName, state, objectUntil, mayObject, mayTellHome } = event
  return (
    <View className="data">
      <Card title={whatHappened(kind, unionName)} note={standing(event)} tone={tones[state]}>
        <FactList
          items={[
            ...placesOf(event),
            { heading: '会员号、入会时间', text: '不变' },
            ...(mayObject && objectUntil !== undefined
              ? [{ heading: '不同意的，最晚哪天提', text: dayText(objectUntil) }]
              : []),
          ]}
        />
      </Card>
      {state === 'offered' && <Offer event={event} reload={reload} />}
      {mayTellHome && <Home event={event} reload={reload} />}
      {mayObject && <Objection event={event} reload={reload} />}
    </View>
  )
}

function Offer({ event: { event, to }, reload }: { readonly event: MyEvent; readonly reload: () => void }) {
  const accept = useAct(membership, 'acceptEventOffer')
  const run = async () => {
    if ((await accept.run({ event })).ok) reload()
  }
  return (
    <>
      {accept.problem !== undefined && <Notice tone="danger">{accept.problem.message}</Notice>}
      <MainAction id="event-accept" label="我愿意转过去" busy={accept.busy} onTap={() => void run()} />
      <Notice tone="info">{`想留下的，什么都不用做。以后要转到${to}，再来这里点就行。`}</Notice>
    </>
  )
}

function Objection({ event: { event }, reload }: { readonly event: MyEvent; readonly reload: () => void }) {
  const object = useAct(membership, 'objectToEvent')
  const [open, setOpen] = useState(false)
  const [sentence, setSentence] = useState('')
  const [tried, setTried] = useState(false)
  const refused = object.problem?.kind === 'refused' ? object.problem.fields['sentence'] : undefined
  const send = async () => {
    setTried(true)
    if (sentence.trim().length < 2) return
    if ((await object.run({ event, sentence })).ok) reload()
  }
  if (!open) return <SideAction id="event-object" label="我不同意" onTap={() => setOpen(true)} />
  return (
    <>
      <Field
        id="event-sentence"
        label="为什么？写一句就行"
        value={sentence}
        maxLength={200}
        multiline
        placeholder="例如：我已经换单位了"
        onInput={setSentence}
        error={refused ?? (tried && sentence.trim().length < 2 ? '请写一句为什么' : undefined)}
      />
      {object.problem !== undefined && refused === undefined && <Notice tone="danger">{object.problem.message}</Notice>}
      <MainAction id="event-object-send" label="交给上级工会处理" busy={object.busy} onTap={() => void send()} />
      <SideAction id="event-object-not" label="先不提" onTap={() => setOpen(false)} />
    </>
  )
}
