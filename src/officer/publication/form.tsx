import { useState } from 'react'
import type { UnionId } from '../../../shared/core/ids'
import type { PublicationFacts } from '../../../shared/org/publication'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import type { Problem } from '../../services/problem'
import { Check } from './check'
import { errorsAt, judged, stepOf, stepsOf, type Draft, type Step } from './draft'
import { Question } from './question'

interface FormProps {
  readonly title: string
  readonly union: UnionId
  readonly start: Draft
  readonly sendLabel: string
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly onSend: (facts: PublicationFacts) => void
  readonly onCancel: () => void
}

/** 写、改: the same questions, and in the end what members will read. */
export function PublicationForm({ title, union, start, sendLabel, busy, problem, onSend, onCancel }: FormProps) {
  const [draft, setDraft] = useState(start)
  const [step, setStep] = useState<Step>('kind')
  const [tried, setTried] = useState(false)
  const steps = stepsOf(draft)
  const at = steps.indexOf(step)
  const to = (next: Step | undefined) => {
    setTried(false)
    if (next !== undefined) setStep(next)
  }
  const { facts, errors } = judged(draft)
  const forward = () => {
    setTried(true)
    if (errorsAt(step, errors).length > 0) showFirstError()
    else to(steps[at + 1])
  }
  const fields = problem?.kind === 'refused' ? problem.fields : {}
  const [wrong] = Object.keys(fields)
  return (
    <Screen title={title} progress={(at + 1) / steps.length}>
      {step === 'check' ? (
        <>
          <Check draft={draft} onEdit={to} />
          {problem !== undefined && (
            <Notice
              tone="danger"
              {...(wrong === undefined ? {} : { action: { label: '去改', onTap: () => to(stepOf(wrong)) } })}
            >
              {Object.values(fields)[0] ?? problem.message}
            </Notice>
          )}
          <MainAction
            id="publication-send"
            label={sendLabel}
            busy={busy}
            disabled={facts === undefined}
            onTap={() => facts !== undefined && onSend(facts)}
          />
        </>
      ) : (
        <>
          <Question
            key={step}
            step={step}
            union={union}
            draft={draft}
            errors={tried ? errors : {}}
            kindIsFixed={start.kind !== undefined}
            onChange={setDraft}
          />
          <MainAction id="publication-next" label="下一步" onTap={forward} />
        </>
      )}
      <SideAction
        id="publication-back"
        label={at === 0 ? '不写了' : '上一步'}
        onTap={at === 0 ? onCancel : () => to(steps[at - 1])}
      />
    </Screen>
  )
}
