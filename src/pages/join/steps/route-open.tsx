import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { UnionLabel } from '../../../../shared/contract/membership-views'
import { Card } from '../../../components/Card'
import { ChoiceList } from '../../../components/ChoiceList'
import { ListRow } from '../../../components/ListRow'
import { Notice } from '../../../components/Notice'
import { TextAction } from '../../../components/TextAction'
import { go } from '../../../services/route'
import { dayText } from '../../today'
import { FieldError } from '../field-error'
import { RouteReason, type Route } from '../route-reason'
import { StepScreen, type StepProps } from '../step-screen'
import { Objection } from './objection'

interface Props extends StepProps {
  readonly route: Route
}

/** 分流结果 that can be sent: take the union, another one of those offered, or say 这不对. */
export function RouteOpen({ flow, send, route }: Props) {
  const offered = [...(route.primary === undefined ? [] : [route.primary]), ...route.alternatives]
  const before = offered.find(({ union }) => union === flow.answers.chosen?.handler)
  const [taken, take] = useState<UnionLabel | undefined>(before ?? route.primary)
  const [objecting, setObjecting] = useState(false)
  const [tried, setTried] = useState(false)
  const { reviewer } = route

  if (objecting && reviewer !== undefined) {
    return <Objection flow={flow} send={send} reviewer={reviewer} onBack={() => setObjecting(false)} />
  }
  if (route.action === 'MANUAL_REVIEW' && reviewer !== undefined) {
    const choice = { kind: 'review' } as const
    return (
      <StepScreen
        flow={flow}
        send={send}
        title={reviewer.name}
        eyebrow="您的申请先送到"
        hint="由它看过您的情况，定下您归哪个工会。"
        nextLabel="签申请书"
        onNext={() => send({ type: 'choose', chosen: { choice, handler: reviewer.union, handlerName: reviewer.name } })}
      >
        <RouteReason route={route} />
        <WhatNext route={route} />
      </StepScreen>
    )
  }

  function goOn() {
    if (taken === undefined) return setTried(true)
    send({
      type: 'choose',
      chosen: { choice: { kind: 'offered', union: taken.union }, handler: taken.union, handlerName: taken.name },
    })
  }

  const others = offered.filter(({ union }) => union !== taken?.union)
  return (
    <StepScreen
      flow={flow}
      send={send}
      title={taken?.name ?? '请选一个工会'}
      eyebrow={
        taken === undefined
          ? '这几个都可以加入，由您自己选'
          : taken.union === route.primary?.union
            ? eyebrowOf(route)
            : '您选的是'
      }
      nextLabel={route.action === 'RESUME_TRANSFER' ? '签申请书，恢复会籍' : '签申请书'}
      onNext={goOn}
    >
      <PosterNote flow={flow} offered={offered} />
      <RouteReason route={route} />
      {taken === undefined ? (
        <ChoiceList
          id="join-union"
          value={undefined}
          options={offered.map(({ union, name }) => ({ value: union, label: name }))}
          onChange={(chosen) => take(offered.find(({ union }) => union === chosen))}
        />
      ) : (
        others.length > 0 && (
          <>
            <Text className="join-hint">也可以选</Text>
            {others.map((label) => (
              <ListRow
                key={label.union}
                id={`join-take-${label.union}`}
                title={label.name}
                aside="改选这个"
                onTap={() => take(label)}
              />
            ))}
          </>
        )
      )}
      <FieldError flow={flow} field="choice" missing={undefined} />
      {tried && taken === undefined && (
        <Text id="join-union-error" className="join-error">
          请先选一个工会
        </Text>
      )}
      <WhatNext route={route} />
      <View className="join-links">
        {taken !== undefined && (
          <TextAction
            id="join-union-page"
            label="看看这个工会"
            onTap={() => void go('pages/union/index', { union: taken.union })}
          />
        )}
        {reviewer !== undefined && (
          <TextAction id="join-object" label="这不对，我要说明" onTap={() => setObjecting(true)} />
        )}
      </View>
    </StepScreen>
  )
}

function eyebrowOf({ action }: Route): string {
  if (action === 'CHOOSE') return '您可以加入'
  if (action === 'TRANSFER') return '您的会籍转入'
  return action === 'RESUME_TRANSFER' ? '您的会籍接到' : '您的工会是'
}

/** Whoever scanned a poster expects that union; where the rules say another one, that is said first. */
function PosterNote({ flow, offered }: Pick<StepProps, 'flow'> & { readonly offered: readonly UnionLabel[] }) {
  const { origin } = flow
  if (origin.kind !== 'invitation' || offered.length === 0 || offered.some(({ union }) => union === origin.union))
    return null
  return <Notice tone="info">{`您扫的是${origin.unionName}的码；按您的回答，应当由下面这个工会组织您入会。`}</Notice>
}

function WhatNext({ route }: { readonly route: Route }) {
  return (
    <Card title="接下来">
      <Text className="join-sentence">
        {`签好申请书送出后，工会在 ${route.workingDays} 个工作日内答复，最晚 ${dayText(route.dueOn)}。`}
      </Text>
    </Card>
  )
}
