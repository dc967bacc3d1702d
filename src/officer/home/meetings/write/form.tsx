import { useState } from 'react'
import type { UnionId } from '../../../../../shared/core/ids'
import type { MeetingKind } from '../../../../../shared/home/meetings/facts'
import { MainAction } from '../../../../components/MainAction'
import { Notice } from '../../../../components/Notice'
import { Screen } from '../../../../components/Screen'
import { SideAction } from '../../../../components/SideAction'
import { showFirstError } from '../../../../pages/show-first-error'
import { back, replaceWith } from '../../../../services/route'
import { useDraft } from '../../parts/use-draft'
import { meetingName } from '../texts'
import { Check } from './check'
import { Draft, errorsAt, judged, stepOf, stepsOf, type Step } from './draft'
import { Question } from './question'
import { useSend, type Amends } from './use-send'

interface Props {
  readonly union: UnionId
  readonly meeting: MeetingKind
  readonly start: Draft
  readonly amends?: Amends
}

/** 登记一次会议: one question a page, and a look at everything before it is sent. */
export function MeetingForm({ union, meeting, start, amends }: Props) {
  const { draft, change, forget } = useDraft(
    // Of a record that somebody changed meanwhile the draft is another: nothing of theirs is written over.
    amends === undefined ? `meeting.${union}.${meeting}` : `meeting.${amends.id}.${amends.seen}`,
    Draft,
    start,
  )
  const [step, setStep] = useState<Step>(amends === undefined ? 'which' : 'check')
  const [tried, setTried] = useState(false)
  const { send, busy, problem } = useSend(union, amends)
  const name = meetingName[meeting]
  const title = amends === undefined ? `登记${name}` : `修改${name}的记录`
  if (draft === undefined) return <Screen title={title} loading />
  const steps = stepsOf(meeting, draft)
  const at = steps.indexOf(step)
  const { facts, errors } = judged(meeting, draft)
  const to = (next: Step | undefined) => {
    setTried(false)
    if (next !== undefined) setStep(next)
  }
  const forward = () => {
    setTried(true)
    if (errorsAt(step, errors).length > 0) showFirstError()
    else to(steps[at + 1])
  }
  const sent = async () => {
    if (facts === undefined) return
    const id = await send(facts)
    if (id === undefined) return
    forget()
    void replaceWith('officer/home/meetings/one/index', { union, meeting, id })
  }
  const fields = problem?.kind === 'refused' ? problem.fields : {}
  const [wrong = Object.keys(errors)[0]] = Object.keys(fields)
  const told = problem === undefined ? undefined : (Object.values(fields)[0] ?? problem.message)
  return (
    <Screen title={title} progress={(at + 1) / steps.length}>
      {step === 'check' ? (
        <>
          {amends !== undefined && JSON.stringify(draft) !== JSON.stringify(start) && (
            <Notice
              tone="info"
              action={{
                id: 'meeting-undo',
                label: '不改了',
                onTap: () => {
                  change(start)
                  forget()
                },
              }}
            >
              改了的还没有保存。
            </Notice>
          )}
          <Check meeting={meeting} draft={draft} fixed={amends !== undefined} onEdit={to} />
          {(told !== undefined || facts === undefined) && (
            <Notice
              tone="danger"
              {...(wrong === undefined
                ? {}
                : { action: { id: 'meeting-mend', label: '去改', onTap: () => to(stepOf(wrong)) } })}
            >
              {told ?? `还有没填对的：${Object.values(errors)[0] ?? ''}`}
            </Notice>
          )}
          <MainAction
            id="meeting-send"
            label={amends === undefined ? '登记' : '保存'}
            busy={busy}
            disabled={facts === undefined}
            onTap={() => void sent()}
          />
        </>
      ) : (
        <>
          <Question
            key={step}
            step={step}
            union={union}
            meeting={meeting}
            draft={draft}
            errors={tried ? errors : {}}
            fixed={amends !== undefined}
            onChange={change}
          />
          <MainAction id="meeting-next" label="下一步" onTap={forward} />
        </>
      )}
      <SideAction
        id="meeting-back"
        label={at === 0 ? '先放着' : '上一步'}
        onTap={at === 0 ? () => void back() : () => to(steps[at - 1])}
      />
    </Screen>
  )
}
