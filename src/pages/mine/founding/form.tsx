import { useState } from 'react'
import { registry } from '../../../../shared/contract/registry'
import type { HandedCode } from '../../../../shared/core/ids'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { SideAction } from '../../../components/SideAction'
import { goHome } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { showFirstError } from '../../show-first-error'
import { today } from '../../today'
import { bodyOf, errorsAt, papersOf, stepOf, steps, type Draft, type Step } from './draft'
import { Question } from './question'
import { useKeeping } from './use-kept-draft'

interface Props {
  readonly code: HandedCode
  readonly termYears: readonly number[]
  readonly start: Draft
  readonly onSent: () => void
  readonly onStep: (along: number) => void
}

/** 一步一问, and in the end all of it once more before it is sent. */
export function Form({ code, termYears, start, onSent, onStep }: Props) {
  const apply = useAct(registry, 'applyFounding')
  const [draft, setDraft] = useState(start)
  const kept = useKeeping(code, draft, start)
  const [step, setStep] = useState<Step>('name')
  const [tried, setTried] = useState(false)
  const [founder, setFounder] = useState<number>()
  const at = steps.indexOf(step)
  const errors = errorsAt(step, draft, today())
  const fields = apply.problem?.kind === 'refused' ? Object.entries(apply.problem.fields) : []
  const [wrong] = fields
  const to = (next: Step | undefined) => {
    if (next === undefined) return
    setTried(false)
    setStep(next)
    onStep((steps.indexOf(next) + 1) / steps.length)
  }
  const forward = () => {
    setTried(true)
    if (Object.keys(errors).length > 0) showFirstError()
    else to(steps[at + 1])
  }
  const send = async () => {
    const body = bodyOf(draft)
    if (body === undefined) return
    const done = await apply.run({ code, body, papers: papersOf(draft) })
    if (!done.ok) return
    kept.drop()
    onSent()
  }
  // Somebody whose page is open is finished there, with its own buttons.
  const footer = founder === undefined
  return (
    <>
      <Question
        key={step}
        step={step}
        code={code}
        termYears={termYears}
        today={today()}
        draft={draft}
        errors={tried ? errors : {}}
        onChange={setDraft}
        onEdit={to}
        founder={founder}
        onFounder={setFounder}
      />
      {step === 'check' && apply.problem !== undefined && (
        <Notice
          tone="danger"
          {...(wrong === undefined ? {} : { action: { label: '去改', onTap: () => to(stepOf(wrong[0])) } })}
        >
          {wrong?.[1] ?? apply.problem.message}
        </Notice>
      )}
      {footer && step === 'check' && (
        <MainAction id="founding-send" label="报上级工会" busy={apply.busy} onTap={() => void send()} />
      )}
      {footer && step !== 'check' && <MainAction id="founding-next" label="下一步" onTap={forward} />}
      {footer && at === 0 && <SideAction id="founding-not-now" label="先不报" onTap={() => void goHome()} />}
      {footer && at > 0 && <SideAction id="founding-back" label="上一步" onTap={() => to(steps[at - 1])} />}
    </>
  )
}
