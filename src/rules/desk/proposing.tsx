import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { PolicyRow } from '../../../shared/contract/registry-policies'
import type { UnionId } from '../../../shared/core/ids'
import { IsoDate } from '../../../shared/core/time'
import { Card } from '../../components/Card'
import { DateField } from '../../components/DateField'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import { fullDayText } from '../../pages/today'
import type { Problem } from '../../services/problem'
import { useAct } from '../../services/use-act'
import { policyEditors } from '../parts/editors'
import { valueText } from '../parts/value-text'
import { policyWords } from '../parts/words'
import { draftOf, errorsOf, sentOf, stepOfField, steps, type Draft, type Step } from './draft'
import { Fields } from './fields'

interface ProposingProps {
  readonly union: UnionId
  readonly row: PolicyRow
  readonly earliest: IsoDate
  readonly onProposed: () => void
  readonly onCancel: () => void
}

/** 提出规定: what, by which document, from when; looked over, sent. */
export function Proposing({ union, row, earliest, onProposed, onCancel }: ProposingProps) {
  const [draft, setDraft] = useState(() => draftOf(row))
  const [step, setStep] = useState<Step>('value')
  const [tried, setTried] = useState(false)
  const propose = useAct(registry, 'proposeProvision')
  const at = steps.indexOf(step)
  const errors = errorsOf(draft, step, earliest)
  const to = (next: Step | undefined) => {
    setTried(false)
    propose.clear()
    setStep(next ?? step)
  }
  const next = () => {
    if (Object.keys(errors).length === 0) return to(steps[at + 1])
    setTried(true)
    showFirstError()
  }
  const send = async () => {
    const sent = sentOf(draft)
    if (sent === undefined) return
    const answer = await propose.run({ union, ...sent })
    if (answer.ok) onProposed()
  }
  return (
    <Screen title="提出规定" progress={(at + 1) / steps.length}>
      {step === 'check' ? (
        <>
          <Check draft={draft} onMend={to} />
          <Wrong problem={propose.problem} onMend={to} />
          <MainAction id="rule-send" label="提出" busy={propose.busy} onTap={() => void send()} />
        </>
      ) : (
        <>
          <Question step={step} draft={draft} earliest={earliest} onChange={setDraft} errors={tried ? errors : {}} />
          <MainAction id="rule-next" label="下一步" onTap={next} />
        </>
      )}
      <SideAction
        id="rule-back"
        label={at === 0 ? '不提了' : '上一步'}
        disabled={propose.busy}
        onTap={at === 0 ? onCancel : () => to(steps[at - 1])}
      />
    </Screen>
  )
}

interface QuestionProps {
  readonly step: Exclude<Step, 'check'>
  readonly draft: Draft
  readonly earliest: IsoDate
  readonly onChange: (draft: Draft) => void
  readonly errors: Readonly<Record<string, string>>
}

function Question({ step, draft, earliest, onChange, errors }: QuestionProps) {
  const { key, value, place, document, clause } = draft.row
  switch (step) {
    case 'value':
      return (
        <>
          <Card
            title={policyWords[key].label}
            note={`现在：${valueText(key, value)}（${place} · ${document} ${clause}）`}
          />
          <Fields
            inputs={policyEditors[key].inputs}
            typed={draft.typed}
            onChange={(typed) => onChange({ ...draft, typed })}
            errors={errors}
          />
        </>
      )
    case 'clause':
      return (
        <Field
          id="rule-clause"
          label="依据哪个文件、哪一条？"
          value={draft.clause}
          onInput={(typed) => onChange({ ...draft, clause: typed })}
          hint="例如：青总工发〔2026〕12 号第三条。大家都看得到。"
          maxLength={120}
          error={errors['clause']}
          multiline
        />
      )
    case 'day':
      return (
        <DateField
          id="rule-day"
          label="从哪天起施行？"
          value={draft.day}
          start={earliest}
          onChange={(day) => onChange({ ...draft, day })}
          error={errors['day']}
        />
      )
  }
}

function Check({ draft, onMend }: { readonly draft: Draft; readonly onMend: (step: Step) => void }) {
  const { key, value } = draft.row
  const sent = sentOf(draft)
  const mend = (step: Step) => ({ id: `rule-mend-${step}`, label: '修改', onTap: () => onMend(step) })
  if (sent === undefined) return null
  return (
    <Card title={policyWords[key].label} note="提出后，由另一位干部公布才算数。">
      <FactList
        items={[
          { heading: '现在', text: valueText(key, value) },
          { heading: '改为', text: valueText(key, sent.value), action: mend('value') },
          { heading: '依据', text: sent.clause, action: mend('clause') },
          { heading: '从哪天起', text: fullDayText(IsoDate.parse(sent.effectiveFrom)), action: mend('day') },
        ]}
      />
    </Card>
  )
}

function Wrong({ problem, onMend }: { readonly problem: Problem | undefined; readonly onMend: (step: Step) => void }) {
  if (problem === undefined) return null
  const fields = problem.kind === 'refused' ? problem.fields : {}
  const step = stepOfField[Object.keys(fields)[0] ?? '']
  return (
    <Notice
      id="rule-problem"
      tone="danger"
      {...(step === undefined ? {} : { action: { label: '去改', onTap: () => onMend(step) } })}
    >
      {Object.values(fields)[0] ?? problem.message}
    </Notice>
  )
}
