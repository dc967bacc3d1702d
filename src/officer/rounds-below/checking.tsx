import { View } from '@tarojs/components'
import { useState } from 'react'
import type { z } from 'zod'
import { membership } from '../../../shared/contract/membership'
import type { ReportView } from '../../../shared/contract/membership-reports'
import type { UnionId } from '../../../shared/core/ids'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { useAct } from '../../services/use-act'
import { numbersText } from './texts'

interface Props {
  readonly union: UnionId
  readonly below: UnionId
  readonly period: string
  readonly report: z.output<typeof ReportView>
  readonly mayCheck: boolean
  readonly onDone: () => void
}

/** 审核一份上报: in order, or back with a sentence. */
export function Checking({ union, below, period, report, mayCheck, onDone }: Props) {
  const check = useAct(membership, 'checkReport')
  const [reason, setReason] = useState<string>()
  const settle = async (verdict: { kind: 'check' } | { kind: 'return'; reason: string }) => {
    const done = await check.run({ union, below, period, seen: report.seen, verdict })
    if (!done.ok) return
    setReason(undefined)
    onDone()
  }
  return (
    <>
      <Notice tone="info">{numbersText(report)}</Notice>
      {report.reason !== undefined && <Notice tone="warning">{`退回的原因：${report.reason}`}</Notice>}
      {mayCheck && report.state !== 'returned' && reason === undefined && (
        <View className="below-line">
          {report.state === 'reported' && (
            <SideAction
              id={`check-${below}`}
              label="审核无误"
              busy={check.busy}
              onTap={() => void settle({ kind: 'check' })}
            />
          )}
          <SideAction id={`return-${below}`} label="退回" onTap={() => setReason('')} />
        </View>
      )}
      {reason !== undefined && (
        <>
          <Field
            id={`reason-${below}`}
            label="哪里要改"
            value={reason}
            onInput={setReason}
            maxLength={200}
            hint="他们的主席、副主席会看到这句话"
          />
          <View className="below-line">
            <SideAction id={`keep-${below}`} label="不退了" onTap={() => setReason(undefined)} />
            <SideAction
              id={`send-back-${below}`}
              label="退回上报"
              danger
              busy={check.busy}
              disabled={reason.trim().length < 2}
              onTap={() => void settle({ kind: 'return', reason })}
            />
          </View>
        </>
      )}
      {check.problem !== undefined && <Notice tone="danger">{check.problem.message}</Notice>}
    </>
  )
}
