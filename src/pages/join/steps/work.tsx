import { useState } from 'react'
import { ChoiceList } from '../../../components/ChoiceList'
import { TextAction } from '../../../components/TextAction'
import { FieldError } from '../field-error'
import { commonWork, rareWork, workHint, workTitle } from '../questions'
import { originUnit } from '../situation'
import { StepScreen, type StepProps } from '../step-screen'

/** 谁给您发工资？ The one question from which the category follows. */
export function WorkStep({ flow, send }: StepProps) {
  const { work } = flow.answers
  const [rare, showRare] = useState(rareWork.some(({ value }) => value === work))
  const options = [...commonWork(originUnit(flow)?.name), ...(rare ? rareWork : [])]
  return (
    <StepScreen flow={flow} send={send} title={workTitle} hint={workHint}>
      <FieldError flow={flow} field="situation" missing={work === undefined ? '请选一个最像的' : undefined} />
      <ChoiceList
        id="join-choice"
        value={work}
        options={options}
        onChange={(value) => send({ type: 'answer', change: { work: value } })}
      />
      {!rare && <TextAction id="join-more" label="都不像，看看别的情形" onTap={() => showRare(true)} />}
    </StepScreen>
  )
}
