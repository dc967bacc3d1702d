import { useState } from 'react'
import { membership } from '../../../../shared/contract/membership'
import type { CorrectedField } from '../../../../shared/membership/data-request'
import { educationName, householdName } from '../../../../shared/membership/labels'
import { ChoiceList } from '../../../components/ChoiceList'
import { Empty } from '../../../components/Empty'
import { Field } from '../../../components/Field'
import { MainAction } from '../../../components/MainAction'
import { Notice } from '../../../components/Notice'
import { PickField } from '../../../components/PickField'
import { Screen } from '../../../components/Screen'
import { back } from '../../../services/route'
import { useAct } from '../../../services/use-act'
import { dayText } from '../../today'
import { fieldChoices, shouldLabel } from './texts'

/** 更正资料: what is wrong, and what is right. */
export default function CorrectPage() {
  const ask = useAct(membership, 'requestCorrection')
  const [field, setField] = useState<CorrectedField>()
  const [should, setShould] = useState('')
  const [tried, setTried] = useState(false)
  const [asked, setAsked] = useState<{ readonly dueOn: string; readonly unionName: string }>()
  const refused = ask.problem?.kind === 'refused' ? ask.problem.fields['should'] : undefined
  const error =
    refused ??
    (tried && should.trim() === ''
      ? field === 'education' || field === 'household'
        ? '请选一项'
        : '请写正确的内容'
      : undefined)

  const choose = (next: CorrectedField) => {
    setField(next)
    setShould('')
    setTried(false)
    ask.clear()
  }
  const send = async () => {
    if (field === undefined || should.trim() === '') return setTried(true)
    const done = await ask.run({ field, should })
    if (done.ok) setAsked({ ...done.data, dueOn: dayText(done.data.dueOn) })
  }
  if (asked !== undefined)
    return (
      <Screen title="更正资料">
        <Empty
          title="已经送出"
          note={`${asked.unionName}核对后更正，最晚 ${asked.dueOn}答复。办好了首页会告诉您。`}
          action={{ id: 'correct-back', label: '好', onTap: () => void back() }}
        />
      </Screen>
    )
  return (
    <Screen
      title="更正资料"
      footer={
        field === undefined ? undefined : (
          <MainAction id="correct-send" label="请工会更正" busy={ask.busy} onTap={() => void send()} />
        )
      }
    >
      <ChoiceList id="correct-field" label="哪一项不对？" value={field} options={fieldChoices} onChange={choose} />
      {field !== undefined && (
        <Should
          field={field}
          value={should}
          onChange={(value) => {
            setShould(value)
            if (ask.problem !== undefined) ask.clear()
          }}
          error={error}
        />
      )}
      {field === 'mobile' && (
        <Notice tone="info">自己的号码，在“我的”里用微信验证就行，不用等工会。花名册上的号码由工会更正。</Notice>
      )}
      {ask.problem !== undefined && refused === undefined && <Notice tone="danger">{ask.problem.message}</Notice>}
    </Screen>
  )
}

interface ShouldProps {
  readonly field: CorrectedField
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

function Should({ field, value, onChange, error }: ShouldProps) {
  const label = shouldLabel[field]
  if (field === 'education' || field === 'household') {
    const names: Readonly<Record<string, string>> = field === 'education' ? educationName : householdName
    const options = Object.entries(names).map(([key, name]) => ({ value: key, label: name }))
    return (
      <PickField
        id="correct-should"
        label={label}
        value={value === '' ? undefined : value}
        options={options}
        onChange={onChange}
        error={error}
      />
    )
  }
  return (
    <Field
      id="correct-should"
      label={label}
      value={value}
      maxLength={200}
      multiline={field === 'other'}
      type={field === 'mobile' ? 'tel' : 'text'}
      onInput={onChange}
      error={error}
    />
  )
}
