import { useState } from 'react'
import { registry } from '../../../shared/contract/registry'
import type { UnionApplicationView } from '../../../shared/contract/registry-applications'
import type { UnionId } from '../../../shared/core/ids'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { SideAction } from '../../components/SideAction'
import { showFirstError } from '../../pages/show-first-error'
import { replaceWith } from '../../services/route'
import { useAct } from '../../services/use-act'
import { bodyOf, draftOf, errorsAt, papersOf, stepsOf, type Kind, type Step } from './draft'
import { Question } from './question'

interface Props {
  readonly union: UnionId
  readonly kind: Kind
  /** What was returned, and is mended. */
  readonly before: UnionApplicationView | undefined
  readonly termYears: readonly number[]
  /** Before the first question, where there is something before it. */
  readonly onBack?: () => void
  readonly onStep: (along: number) => void
}

/** 一步一问, and in the end all of it once more before it is sent. */
export function Form({ union, kind, before, termYears, onBack, onStep }: Props) {
  const apply = useAct(registry, 'applyToUpper')
  const steps = stepsOf[kind]
  const [draft, setDraft] = useState(() => draftOf(before))
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const step = steps[at] ?? 'check'
  const errors = errorsAt(step, draft, kind)
  const to = (next: number) => {
    setTried(false)
    setAt(next)
    onStep((next + 1) / steps.length)
  }
  const forward = () => {
    setTried(true)
    if (Object.keys(errors).length > 0) showFirstError()
    else to(at + 1)
  }
  const send = async () => {
    const body = bodyOf(draft, kind)
    if (body === undefined) return
    const done = await apply.run({
      union,
      body,
      papers: papersOf(draft),
      ...(before === undefined ? {} : { again: before.application }),
    })
    if (done.ok) void replaceWith('officer/union-application/index', { union, application: done.data.application })
  }
  const refused = apply.problem?.kind === 'refused' ? Object.values(apply.problem.fields)[0] : undefined
  return (
    <>
      <Question
        key={step}
        step={step}
        union={union}
        kind={kind}
        termYears={termYears}
        draft={draft}
        errors={tried ? errors : {}}
        onChange={setDraft}
        onEdit={(wanted: Step) => to(steps.indexOf(wanted))}
      />
      {step === 'check' && apply.problem !== undefined && (
        <Notice tone="danger">{refused ?? apply.problem.message}</Notice>
      )}
      {step === 'check' ? (
        <MainAction id="apply-send" label="报上级工会" busy={apply.busy} onTap={() => void send()} />
      ) : (
        <MainAction id="apply-next" label="下一步" onTap={forward} />
      )}
      {at > 0 && <SideAction id="apply-back" label="上一步" onTap={() => to(at - 1)} />}
      {at === 0 && onBack !== undefined && <SideAction id="apply-back" label="上一步" onTap={onBack} />}
    </>
  )
}
