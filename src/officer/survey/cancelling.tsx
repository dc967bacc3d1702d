import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { review as contract } from '../../../shared/contract/review'
import type { surveyProcedures } from '../../../shared/contract/review-survey'
import type { ReviewId, UnionId } from '../../../shared/core/ids'
import { readCode, readSlip } from '../../../shared/review/survey-code'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { ListRow } from '../../components/ListRow'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { momentText } from '../../pages/today'
import { prints } from '../../services/picture'
import { scan } from '../../services/scan'
import { useAct } from '../../services/use-act'

type Batch = z.output<typeof surveyProcedures.surveyCodeCounts.output>['batches'][number]
type Which = z.input<typeof surveyProcedures.cancelSurveyCodes.input>['which']

interface Props {
  readonly union: UnionId
  readonly review: ReviewId
  readonly batches: readonly Batch[]
  readonly onDone: () => void
}

const shownAtFirst = 5

/** 收回: slips that nobody drew, one by one, or a batch that was spoilt. What somebody used already stays. */
export function Cancelling({ union, review, batches, onDone }: Props) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [said, setSaid] = useState<string>()
  const [asked, setAsked] = useState<Batch>()
  const [all, setAll] = useState(false)
  const cancel = useAct(contract, 'cancelSurveyCodes')
  const send = async (which: Which) => {
    setSaid(undefined)
    const done = await cancel.run({ union, review, which })
    setAsked(undefined)
    if (!done.ok) return
    setTyped('')
    const { cancelled } = done.data
    setSaid(cancelled === 0 ? '没有能作废的：已经用过，或者早就作废了。' : `作废了 ${cancelled} 张。`)
    onDone()
  }
  const one = (code: string) => {
    const read = readSlip(code)?.code ?? code.trim()
    const isSound = readCode(read) !== undefined
    setWrong(isSound ? undefined : '和纸条上的对不上，请对照着再看一遍')
    if (isSound) void send({ by: 'codes', codes: [read] })
  }
  const scanned = async () => {
    const found = await scan()
    if (found.kind === 'code') one(found.code)
    else if (found.kind !== 'cancelled') setWrong('这不是调查的纸条')
  }
  const shown = all ? batches : batches.slice(0, shownAtFirst)
  return (
    <>
      <Card
        title="收回没发完的纸条"
        note="没人抽的、印坏的，作废了谁也用不了。用过的作废不了。应投人数是公告里写的职工人数，不会变少。"
      >
        <View className="survey">
          <Field
            id="cancel-code"
            label="纸条上的调查码"
            value={typed}
            onInput={setTyped}
            maxLength={30}
            error={wrong}
          />
          <SideAction id="cancel-one" label="作废这一张" busy={cancel.busy} onTap={() => one(typed)} />
          {!prints && <SideAction id="cancel-scan" label="扫纸条作废" onTap={() => void scanned()} />}
          {said !== undefined && (
            <Notice id="cancel-said" tone="info">
              {said}
            </Notice>
          )}
          {cancel.problem !== undefined && (
            <Notice id="cancel-problem" tone="danger">
              {cancel.problem.message}
            </Notice>
          )}
        </View>
      </Card>
      {shown.map((batch) => (
        <ListRow
          key={batch.batch}
          id={`batch-${batch.batch}`}
          title={`${momentText(batch.at)} 做的 ${batch.made} 张`}
          note="印坏了、丢了？整批作废"
          onTap={() => setAsked(batch)}
        />
      ))}
      {batches.length > shown.length && (
        <TextAction id="batches-all" label={`看全部 ${batches.length} 批`} onTap={() => setAll(true)} />
      )}
      <Confirm
        open={asked !== undefined}
        title={`这一批 ${asked?.made ?? 0} 张全部作废？`}
        text="没有用过的都作废，不能恢复。已经发出去的，拿到的人就不能用了。"
        confirmLabel="整批作废"
        danger
        busy={cancel.busy}
        onConfirm={() => asked !== undefined && void send({ by: 'batch', batch: asked.batch })}
        onCancel={() => setAsked(undefined)}
      />
    </>
  )
}
