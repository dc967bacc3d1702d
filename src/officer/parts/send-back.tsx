import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '../../../shared/contract/membership'
import type { RejectReason, ReturnReason } from '../../../shared/membership/application'
import { Card } from '../../components/Card'
import { Confirm } from '../../components/Confirm'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { MultiChoice } from '../../components/MultiChoice'
import { TextAction } from '../../components/TextAction'
import { useAct } from '../../services/use-act'
import { Refused } from './refused'
import { useInView, type StepProps } from './step'
import { rejectReasons, returnReasons } from './texts'

/** 退回修改: reasons a tap each; what the worker has to mend is said in their words. */
export function Return({ view, reload, onDecided, onCancel }: StepProps) {
  const [reasons, setReasons] = useState<readonly ReturnReason[]>([])
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useAct(membership, 'decide')
  useInView('deciding')
  const options = returnReasons.filter(({ value }) => value !== 'proof' || view.elsewhere !== undefined)
  const missing = missingTexts(reasons, note)
  const send = async () => {
    if (!isComplete(missing)) return setTried(true)
    const { union, application, revision } = view
    const verdict = { kind: 'return' as const, reasons: [...reasons], ...(note.trim() === '' ? {} : { note }) }
    const answer = await decide.run({ union: union.union, application, seen: revision, verdict })
    if (answer.ok) onDecided()
  }
  return (
    <View className="decide" id="deciding">
      <Card title="请本人改哪里？" note="本人会看到这些原因，改好后重新提交。">
        <MultiChoice id="reason" values={reasons} options={options} onChange={setReasons} />
        <Note value={note} onInput={setNote} missing={tried ? missing : {}} />
      </Card>
      <Refused problem={decide.problem} reload={reload} />
      <MainAction id="application-return-confirm" label="退回修改" busy={decide.busy} onTap={() => void send()} />
      <TextAction id="decision-cancel" label="返回" onTap={onCancel} quiet />
    </View>
  )
}

/** 不同意: ends the application, so it is asked once more, by name. */
export function Reject({ view, reload, onDecided, onCancel }: StepProps) {
  const [reasons, setReasons] = useState<readonly RejectReason[]>([])
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const decide = useAct(membership, 'decide')
  useInView('deciding')
  const missing = missingTexts(reasons, note)
  const send = async () => {
    const { union, application, revision } = view
    const verdict = { kind: 'reject' as const, reasons: [...reasons], ...(note.trim() === '' ? {} : { note }) }
    const answer = await decide.run({ union: union.union, application, seen: revision, verdict })
    setAsking(false)
    if (answer.ok) onDecided()
  }
  return (
    <View className="decide" id="deciding">
      <Card title="不同意的原因" note="本人会看到这些原因。资料有误的，请用“退回修改”。">
        <MultiChoice id="reason" values={reasons} options={rejectReasons} onChange={setReasons} />
        <Note value={note} onInput={setNote} missing={tried ? missing : {}} />
      </Card>
      <Refused problem={decide.problem} reload={reload} />
      <MainAction
        id="application-reject-confirm"
        label="不同意"
        busy={decide.busy}
        onTap={() => (isComplete(missing) ? setAsking(true) : setTried(true))}
      />
      <TextAction id="decision-cancel" label="返回" onTap={onCancel} quiet />
      <Confirm
        open={asking}
        title={`不同意${view.applicant.name}的申请？`}
        text="这份申请就此办结，本人要入会得重新申请。"
        confirmLabel={`不同意${view.applicant.name}的申请`}
        danger
        busy={decide.busy}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </View>
  )
}

interface Missing {
  readonly reasons?: string
  readonly note?: string
}

function missingTexts(reasons: readonly string[], note: string): Missing {
  if (reasons.length === 0) return { reasons: '请至少选一个原因。' }
  return reasons.includes('other') && note.trim() === '' ? { note: '选了“其他”，请补充一句是什么。' } : {}
}

function isComplete({ reasons, note }: Missing): boolean {
  return reasons === undefined && note === undefined
}

interface NoteProps {
  readonly value: string
  readonly onInput: (note: string) => void
  readonly missing: Missing
}

/** Below the reasons: that one is missing, and a sentence of one’s own. */
function Note({ value, onInput, missing }: NoteProps) {
  return (
    <>
      {missing.reasons !== undefined && (
        <Text id="reason-error" className="field-error">
          {missing.reasons}
        </Text>
      )}
      <Field
        id="reason-note"
        label="补充一句（选“其他”时必填）"
        value={value}
        onInput={onInput}
        maxLength={200}
        multiline
        error={missing.note}
      />
    </>
  )
}
