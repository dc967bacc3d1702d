import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { ProposedRow } from '../../../shared/contract/registry-policies'
import type { UnionId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { TextAction } from '../../components/TextAction'
import { Refused } from '../../officer/parts/refused'
import { showFirstError } from '../../pages/show-first-error'
import { fullDayText, momentText } from '../../pages/today'
import { useAct } from '../../services/use-act'
import { valueText } from '../parts/value-text'
import { policyWords } from '../parts/words'

interface ProposalProps {
  readonly union: UnionId
  readonly proposal: ProposedRow
  readonly earliest: IsoDate
  /** What was done is told above the list. */
  readonly onDone: (told: string) => void
  readonly onReload: () => void
  readonly onBack: () => void
}

/** 一条待公布的规定: mine to take back, another’s to adopt or send back. */
export function Proposal({ onBack, ...props }: ProposalProps) {
  const { key, value, now, effectiveFrom, clause, proposedAt, mine } = props.proposal
  return (
    <Screen title="待公布的规定">
      <Card title={policyWords[key].label} note={`${mine ? '您' : '另一位干部'}${momentText(proposedAt)}提出`}>
        <FactList
          items={[
            { heading: '在此以前', text: valueText(key, now) },
            { heading: '改为', text: valueText(key, value) },
            { heading: '依据', text: clause },
            { heading: '从哪天起', text: fullDayText(effectiveFrom) },
          ]}
        />
      </Card>
      {mine ? <TakeBack {...props} /> : <Decide {...props} />}
      <TextAction id="proposal-back" label="返回" onTap={onBack} quiet />
    </Screen>
  )
}

type Acting = Omit<ProposalProps, 'onBack'>

function TakeBack({ union, proposal: { provision }, onDone, onReload }: Acting) {
  const [asking, setAsking] = useState(false)
  const withdraw = useAct(registry, 'withdrawProvision')
  const send = async () => {
    const answer = await withdraw.run({ union, provision })
    setAsking(false)
    if (answer.ok) onDone('已经撤回。')
  }
  return (
    <>
      <Notice tone="info">您提的，要由另一位干部公布。</Notice>
      <Refused problem={withdraw.problem} reload={onReload} />
      <SideAction id="proposal-withdraw" label="撤回" danger onTap={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="撤回这一条？"
        text="撤回后要重新提出。"
        confirmLabel="撤回"
        danger
        busy={withdraw.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}

function Decide({ union, proposal: { provision, key, effectiveFrom }, earliest, onDone, onReload }: Acting) {
  const [doing, setDoing] = useState<'look' | 'adopt' | 'reject'>('look')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useAct(registry, 'decideProvision')
  const late = effectiveFrom < earliest
  const adopt = async () => {
    const answer = await decide.run({ union, provision, verdict: { kind: 'adopt' } })
    setDoing('look')
    if (answer.ok) onDone(`已经公布，${fullDayText(effectiveFrom)}起施行。`)
  }
  const reject = async () => {
    setTried(true)
    if (reason.trim().length < 2) return showFirstError()
    const answer = await decide.run({ union, provision, verdict: { kind: 'reject', reason } })
    if (answer.ok) onDone('已经退回。')
  }
  if (doing === 'reject')
    return (
      <>
        <Field
          id="proposal-reason"
          label="为什么退回？"
          value={reason}
          onInput={setReason}
          maxLength={200}
          error={tried && reason.trim().length < 2 ? '请写一句原因' : undefined}
          multiline
          autoFocus
        />
        <Refused problem={decide.problem} reload={onReload} />
        <MainAction id="proposal-reject-send" label="退回" busy={decide.busy} onTap={() => void reject()} />
        <SideAction id="proposal-reject-no" label="先不" disabled={decide.busy} onTap={() => setDoing('look')} />
      </>
    )
  return (
    <>
      {late && <Notice tone="warning">来不及了：今天公布，最早后天施行。请退回，换一天重新提出。</Notice>}
      <Refused problem={decide.problem} reload={onReload} />
      {!late && <MainAction id="proposal-adopt" label="公布" onTap={() => setDoing('adopt')} />}
      <SideAction id="proposal-reject" label="退回" onTap={() => setDoing('reject')} />
      <Confirm
        open={doing === 'adopt'}
        title={`公布“${policyWords[key].label}”？`}
        text={`${fullDayText(effectiveFrom)}起，全辖区照此办理，人人可查。公布后不能撤回，只能再公布新的。`}
        confirmLabel="公布"
        busy={decide.busy}
        onConfirm={() => void adopt()}
        onCancel={() => setDoing('look')}
      />
    </>
  )
}
