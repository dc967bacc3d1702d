import { Field } from '../../../components/Field'
import { FieldError } from '../field-error'
import { PlacePicker } from '../place-picker'
import { monthsOf, originUnit, placeFor } from '../situation'
import { isSentence } from '../steps'
import { StepScreen, type StepProps } from '../step-screen'

export function MonthsStep({ flow, send }: StepProps) {
  const { months } = flow.answers
  const wrong = flow.tried && monthsOf(flow.answers) === undefined
  return (
    <StepScreen flow={flow} send={send} title="借调多久了？" hint="满六个月，可以把会籍转到现在的单位。">
      <Field
        id="join-months"
        label="已经几个月"
        type="digit"
        maxLength={3}
        value={months ?? ''}
        onInput={(typed) => send({ type: 'answer', change: { months: typed } })}
        placeholder="例如 8，不满一个月写 0"
        {...(wrong ? { error: '请写几个月，只写数字，例如 8' } : {})}
      />
    </StepScreen>
  )
}

export function NoteStep({ flow, send }: StepProps) {
  const { note } = flow.answers
  return (
    <StepScreen flow={flow} send={send} title="说说您的情况" hint="工会的人看过，告诉您怎么办。">
      <Field
        id="join-note"
        label="一两句话就行"
        multiline
        maxLength={200}
        value={note ?? ''}
        onInput={(typed) => send({ type: 'answer', change: { note: typed } })}
        placeholder="例如：在校学生，在食品厂实习半年"
        {...(flow.tried && !isSentence(note) ? { error: '请用一两句话说说您的情况' } : {})}
      />
    </StepScreen>
  )
}

export function PlaceStep({ flow, send }: StepProps) {
  const place = placeFor(flow)
  return (
    <StepScreen
      flow={flow}
      send={send}
      title="您平时在哪一带干活？"
      hint="常去好几处的，选去得最多的地方。"
      withoutNext={place === undefined}
    >
      <PlacePicker
        value={place}
        startFrom={originUnit(flow)?.region}
        onFound={(found) => {
          send({ type: 'answer', change: { place: found } })
          send({ type: 'next' })
        }}
      />
      <FieldError flow={flow} field="situation" />
    </StepScreen>
  )
}
