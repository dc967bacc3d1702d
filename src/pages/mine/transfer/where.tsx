import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../../shared/contract/membership'
import type { TransferRoute } from '../../../../shared/contract/membership-transfer'
import type { UnionLabel } from '../../../../shared/contract/membership-views'
import type { Situation, UnionChoice } from '../../../../shared/membership/joining'
import { Card } from '../../../components/Card'
import { Fold } from '../../../components/Fold'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { TextAction } from '../../../components/TextAction'
import { useAct } from '../../../services/use-act'
import { useAsk } from '../../../services/use-ask'
import { goHome } from '../../../services/route'
import { StepScreen, type StepProps } from '../../join/step-screen'
import { dayText } from '../../today'
import { Objecting } from './objecting'
import { Staying, type Told } from './staying'

type Route = z.output<typeof TransferRoute>

interface Props extends StepProps {
  readonly situation: Situation
  readonly retired: boolean
  readonly onSent: () => void
}

/** 转到哪个工会: the server’s answer with its reason, and one tap. */
export function Where({ situation, retired, onSent, ...props }: Props) {
  const route = useAsk(membership, 'previewTransfer', { situation, retired })
  const request = useAct(membership, 'requestTransfer')
  if (route.data === undefined)
    return (
      <StepScreen
        {...props}
        title="正在查您该转到哪个工会"
        withoutNext
        loading={route.loading}
        problem={route.problem}
        onRetry={route.reload}
      />
    )
  const send = async (choice: UnionChoice) => {
    if ((await request.run({ situation, retired, choice })).ok) onSent()
  }
  return (
    <Found
      {...props}
      told={{ situation, retired }}
      route={route.data}
      busy={request.busy}
      refused={request.problem?.message}
      send={props.send}
      onChoose={(choice) => void send(choice)}
    />
  )
}

interface FoundProps extends StepProps {
  readonly told: Told
  readonly route: Route
  readonly busy: boolean
  readonly refused: string | undefined
  readonly onChoose: (choice: UnionChoice) => void
}

function Found({ flow, send, told, route, busy, refused, onChoose }: FoundProps) {
  const { offered, reviewer, review, stays } = route
  const [taken, take] = useState<UnionLabel | undefined>(stays === undefined ? offered[0] : undefined)
  const [objecting, setObjecting] = useState(false)
  const props = { flow, send, busy }
  if (objecting && reviewer !== undefined)
    return (
      <Objecting
        {...props}
        reviewer={reviewer}
        refused={refused}
        onSend={(sentence) => onChoose({ kind: 'objection', sentence })}
        onBack={() => setObjecting(false)}
      />
    )
  if (stays !== undefined && taken === undefined)
    return (
      <Staying
        {...{ flow, send }}
        told={told}
        stays={stays}
        unionName={route.from.name}
        others={offered}
        onTake={take}
        {...(reviewer === undefined ? {} : { onObject: () => setObjecting(true) })}
      />
    )
  const goOn = () => {
    if (taken !== undefined) onChoose({ kind: 'offered', union: taken.union })
    else if (review) onChoose({ kind: 'review' })
    else void goHome()
  }
  return (
    <StepScreen {...props} {...wordsOf(route, taken)} onNext={goOn}>
      {refused !== undefined && <Notice tone="danger">{refused}</Notice>}
      <Reason route={route} />
      {offered
        .filter(({ union }) => union !== taken?.union)
        .map((label) => (
          <ListRow
            key={label.union}
            id={`transfer-take-${label.union}`}
            title={label.name}
            aside="改选这个"
            onTap={() => take(label)}
          />
        ))}
      {(taken !== undefined || review) && <WhatNext route={route} />}
      <View className="join-links">
        {flow.origin.kind === 'invitation' && (
          <TextAction
            id="transfer-elsewhere"
            label="我不是这样上班的"
            onTap={() => send({ type: 'open', step: 'work' })}
          />
        )}
        {reviewer !== undefined && (
          <TextAction id="transfer-object" label="这不对，我要说明" onTap={() => setObjecting(true)} />
        )}
      </View>
    </StepScreen>
  )
}

/** What the page says above and on its button. */
function wordsOf({ from, change, review, reviewer }: Route, taken: UnionLabel | undefined) {
  if (taken !== undefined)
    return {
      eyebrow: change === 'resume' ? '您的会籍接到' : `从${from.name}转到`,
      title: taken.name,
      nextLabel: change === 'resume' ? '接续会籍' : '确认转会',
    }
  if (review && reviewer !== undefined)
    return { eyebrow: '由这个工会看过后定', title: reviewer.name, nextLabel: '送去请它定' }
  return { eyebrow: '您的会籍不用转', title: from.name, nextLabel: '知道了，回首页' }
}

function Reason({ route: { sentence, clauses, notes } }: { readonly route: Route }) {
  return (
    <Card>
      <Text className="join-sentence">{sentence}</Text>
      {notes.map((note) => (
        <Text key={note} className="join-note">
          {note}
        </Text>
      ))}
      {clauses.length > 0 && (
        <Fold id="transfer-clauses" summary={`依据：${clauses[0]?.title ?? ''}`}>
          {clauses.map(({ title, quote }) => (
            <View key={`${title}${quote ?? ''}`} className="join-clause">
              <Text className="join-clause-title">{title}</Text>
              {quote !== undefined && <Text className="join-clause-quote">“{quote}”</Text>}
            </View>
          ))}
        </Fold>
      )}
    </Card>
  )
}

function WhatNext({ route: { releasesOn, noticeDays, from } }: { readonly route: Route }) {
  return (
    <Card title="接下来">
      <Text className="join-sentence">
        {releasesOn === undefined
          ? '新工会确认您在那里工作，会籍就接过去。会员号和入会时间不变。'
          : `新工会确认您在那里工作；${from.name}只是得到通知，不能拦下，${noticeDays} 个工作日没有说法就算放行，最晚 ${dayText(releasesOn)}。会员号和入会时间不变。`}
      </Text>
    </Card>
  )
}
