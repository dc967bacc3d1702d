import { useState } from 'react'
import { ServiceFacts, ServiceKind } from '../../../shared/card/service'
import { Card } from '../../components/Card'
import { ChoiceList } from '../../components/ChoiceList'
import { FactList } from '../../components/FactList'
import { Field } from '../../components/Field'
import { MainAction } from '../../components/MainAction'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { SideAction } from '../../components/SideAction'
import { serviceKindText } from '../../pages/service-texts'
import type { Problem } from '../../services/problem'
import { factsOf, stepOfField, steps, type Draft, type Step } from './draft'

interface FormProps {
  readonly title: string
  readonly start: Draft
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly onSend: (facts: ServiceFacts) => void
  readonly onCancel: () => void
}

/** 添加、修改: the same questions. */
export function ServiceForm({ title, start, busy, problem, onSend, onCancel }: FormProps) {
  const [draft, setDraft] = useState(start)
  const [step, setStep] = useState<Step>('kind')
  const at = steps.indexOf(step)
  const to = (by: 1 | -1) => setStep(steps[at + by] ?? step)
  const fields = problem?.kind === 'refused' ? problem.fields : {}
  const [wrong] = Object.keys(fields)
  const mend = wrong === undefined ? undefined : stepOfField[wrong]
  const facts = factsOf(draft)
  return (
    <Screen title={title} progress={(at + 1) / steps.length}>
      {step === 'check' ? (
        <>
          <Check draft={draft} onChange={setStep} />
          {problem !== undefined && (
            <Notice
              tone="danger"
              {...(mend === undefined ? {} : { action: { label: '去改', onTap: () => setStep(mend) } })}
            >
              {Object.values(fields)[0] ?? problem.message}
            </Notice>
          )}
          <MainAction
            id="service-send"
            label="都对，保存"
            busy={busy}
            disabled={facts === undefined}
            onTap={() => facts !== undefined && onSend(facts)}
          />
        </>
      ) : (
        <Question key={step} step={step} draft={draft} onChange={setDraft} onNext={() => to(1)} />
      )}
      <SideAction id="service-back" label={at === 0 ? '不填了' : '上一步'} onTap={at === 0 ? onCancel : () => to(-1)} />
    </Screen>
  )
}

interface QuestionProps {
  readonly step: Exclude<Step, 'check'>
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onNext: () => void
}

function Question({ step, draft, onChange, onNext }: QuestionProps) {
  const [tried, setTried] = useState(false)
  const errorOf = (field: 'name' | 'gives' | 'where' | 'hours' | 'phone') => {
    const value = draft[field]
    if (value.trim() === '' && (field === 'hours' || field === 'phone')) return undefined
    const read = ServiceFacts.shape[field].safeParse(value)
    return read.success ? undefined : read.error.issues[0]?.message
  }
  const asked = { kind: [], name: ['name'], gives: ['gives'], where: ['where'], contact: ['hours', 'phone'] } as const
  const next = () => {
    setTried(true)
    const complete =
      step === 'kind' ? draft.kind !== undefined : asked[step].every((field) => errorOf(field) === undefined)
    if (complete) onNext()
  }
  const error = (field: Parameters<typeof errorOf>[0]) => (tried ? errorOf(field) : undefined)
  return (
    <>
      {step === 'kind' && (
        <ChoiceList
          id="service-kind"
          label="哪一类服务？"
          value={draft.kind}
          options={ServiceKind.options.map((value) => ({ value, label: serviceKindText[value] }))}
          onChange={(kind) => onChange({ ...draft, kind })}
          error={tried && draft.kind === undefined ? '请选一类' : undefined}
        />
      )}
      {step === 'name' && (
        <Field
          id="service-name"
          label="叫什么名字？"
          value={draft.name}
          maxLength={40}
          placeholder="例如：职工法律援助中心"
          onInput={(name) => onChange({ ...draft, name })}
          error={error('name')}
        />
      )}
      {step === 'gives' && (
        <Field
          id="service-gives"
          label="凭会员卡有什么？"
          value={draft.gives}
          maxLength={200}
          multiline
          placeholder="例如：免挂号费；购书九折"
          onInput={(gives) => onChange({ ...draft, gives })}
          error={error('gives')}
        />
      )}
      {step === 'where' && (
        <Field
          id="service-where"
          label="在哪里？"
          value={draft.where}
          maxLength={100}
          multiline
          placeholder="写到门牌号、楼层"
          onInput={(where) => onChange({ ...draft, where })}
          error={error('where')}
        />
      )}
      {step === 'contact' && (
        <>
          <Field
            id="service-hours"
            label="什么时候开？（可以不填）"
            value={draft.hours}
            maxLength={60}
            placeholder="例如：工作日 9:00–17:00"
            onInput={(hours) => onChange({ ...draft, hours })}
            error={error('hours')}
          />
          <Field
            id="service-phone"
            label="电话（可以不填）"
            value={draft.phone}
            maxLength={30}
            placeholder="手机号，或带区号的座机"
            onInput={(phone) => onChange({ ...draft, phone })}
            error={error('phone')}
          />
        </>
      )}
      <MainAction id="service-next" label="下一步" onTap={next} />
    </>
  )
}

function Check({ draft, onChange }: { readonly draft: Draft; readonly onChange: (step: Step) => void }) {
  const { kind, name, gives, where, hours, phone } = draft
  const fact = (heading: string, text: string, step: Step) => ({
    heading,
    text: text.trim() === '' ? '没有填' : text,
    action: { id: `service-edit-${step}`, label: '修改', onTap: () => onChange(step) },
  })
  return (
    <Card title="请核对一遍" note="会员看到的就是这些。">
      <FactList
        items={[
          fact('类别', kind === undefined ? '' : serviceKindText[kind], 'kind'),
          fact('名称', name, 'name'),
          fact('凭会员卡有什么', gives, 'gives'),
          fact('地址', where, 'where'),
          fact('开放时间', hours, 'contact'),
          fact('电话', phone, 'contact'),
        ]}
      />
    </Card>
  )
}
