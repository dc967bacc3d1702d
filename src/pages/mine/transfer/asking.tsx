import { useReducer, useState } from 'react'
import type { z } from 'zod'
import type { membership } from '../../../../shared/contract/membership'
import { Purpose } from '../../join/purpose'
import { newFlow, reduceFlow, type Flow, type FlowEvent } from '../../join/flow'
import { QuestionPage } from '../../join/question-page'
import { situationOf } from '../../join/situation'
import { isQuestion } from '../../join/steps'
import type { Origin } from '../../join/answers'
import { RetiredStep } from '../../join/steps/single-choice'
import { today } from '../../today'
import { Where } from './where'

type Standing = NonNullable<z.output<typeof membership.procedures.myTransfer.output>['standing']>

interface Props {
  readonly standing: Standing
  readonly origin: Origin | undefined
  readonly onSent: () => void
}

const purpose = { title: '转会', foot: '', whole: false } as const

/** 在哪儿工作: the questions that are still open, one a page; none where the poster tells. */
export function Asking({ standing, origin, onSent }: Props) {
  const [flow, send] = useReducer(reduceFlow, origin, beginning)
  // The questions are left, answered or not, when the first page behind them is due.
  const [retirementSeen, setRetirementSeen] = useState(false)
  const situation = situationOf(flow)
  const props = { flow, send }
  if (isQuestion(flow.step) || situation === undefined)
    return (
      <Purpose.Provider value={purpose}>
        <QuestionPage {...props} step={isQuestion(flow.step) ? flow.step : 'work'} />
      </Purpose.Provider>
    )
  const { retired } = flow.answers
  const asksRetired = standing.asksRetired && !retirementSeen
  return (
    <Purpose.Provider value={purpose}>
      {asksRetired ? (
        <RetiredStep
          flow={flow}
          send={withNext(send, retired === undefined ? undefined : () => setRetirementSeen(true))}
        />
      ) : (
        <Where {...props} situation={situation} retired={retired === true} onSent={onSent} />
      )}
    </Purpose.Provider>
  )
}

/** The page after the questions is this page’s own, so that 下一步 leads there and not on in 入会; while something is missing, it says so. */
function withNext(send: (event: FlowEvent) => void, next: (() => void) | undefined) {
  return (event: FlowEvent) => {
    if (event.type === 'next' && next !== undefined) next()
    else send(event)
  }
}

/** Whoever scans their unit’s poster has told where they work: 机关 and 事业单位 are asked one thing more, an agency’s workers where they are sent. */
function beginning(origin: Origin | undefined): Flow {
  const start = newFlow(today(), origin ?? { kind: 'returned' })
  const unit = origin?.kind === 'invitation' ? origin.unit : undefined
  if (unit === undefined || unit.agency === true) return start
  return reduceFlow(reduceFlow(start, { type: 'answer', change: { work: 'unit' } }), { type: 'next' })
}
