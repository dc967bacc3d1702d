import type { UnionId } from '../../../shared/core/ids'
import { Audience, PublicationKind } from '../../../shared/org/publication'
import { ChoiceList } from '../../components/ChoiceList'
import { DateField } from '../../components/DateField'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { audienceText, publicationKindText } from '../../pages/publication-texts'
import { ofKind, type Draft, type Step } from './draft'
import { Pictures } from './pictures'

interface QuestionProps {
  readonly step: Exclude<Step, 'check'>
  readonly union: UnionId
  readonly draft: Draft
  readonly errors: Readonly<Record<string, string>>
  /** Of what is published already. */
  readonly kindIsFixed: boolean
  readonly onChange: (draft: Draft) => void
}

/** 一页一问. */
export function Question(props: QuestionProps) {
  switch (props.step) {
    case 'kind':
      return <Kind {...props} />
    case 'words':
      return <Words {...props} />
    case 'activity':
      return <ActivityFields {...props} />
    case 'pictures':
      return <Pictures {...props} />
    case 'audience':
      return <Readers {...props} />
  }
}

const kindNotes: Readonly<Record<PublicationKind, string>> = {
  accounts: '每年向会员公开一次',
  decisions: '会员大会、代表大会、委员会的',
  notice: '要会员知道的事',
  activity: '会员一键报名；参加人数是申请补助的依据',
}

function Kind({ draft, errors, kindIsFixed, onChange }: QuestionProps) {
  if (kindIsFixed)
    return (
      <Notice tone="info">
        修改后，会员看到的是新内容，以前的内容也留着，点“改过几次”能看到。种类不能改，要换种类请撤下后再发。
      </Notice>
    )
  return (
    <ChoiceList
      id="publication-kind"
      label="公开什么？"
      value={draft.kind}
      options={PublicationKind.options.map((value) => ({
        value,
        label: publicationKindText[value],
        note: kindNotes[value],
      }))}
      onChange={(kind) => onChange(ofKind(draft, kind))}
      error={errors['kind']}
    />
  )
}

function Words({ draft, errors, onChange }: QuestionProps) {
  return (
    <>
      <Field
        id="publication-title"
        label="标题"
        value={draft.title}
        maxLength={60}
        placeholder="例如：2026 年工会经费收支情况"
        onInput={(title) => onChange({ ...draft, title })}
        error={errors['title']}
      />
      <Field
        id="publication-text"
        label="内容"
        hint="请不要写会员的身份证号、手机号、病情等个人信息。"
        value={draft.text}
        maxLength={5_000}
        multiline
        onInput={(text) => onChange({ ...draft, text })}
        error={errors['text']}
      />
    </>
  )
}

function ActivityFields({ draft, errors, onChange }: QuestionProps) {
  return (
    <>
      <DateField
        id="publication-day"
        label="哪一天？"
        value={draft.day === '' ? undefined : draft.day}
        onChange={(day) => onChange({ ...draft, day })}
        error={errors['activity.day']}
      />
      <Field
        id="publication-place"
        label="在哪里？"
        value={draft.place}
        maxLength={100}
        onInput={(place) => onChange({ ...draft, place })}
        error={errors['activity.place']}
      />
      <Field
        id="publication-places"
        label="多少名额？"
        hint="发布后只能增加，不能减少。"
        type="number"
        value={draft.places}
        maxLength={4}
        onInput={(places) => onChange({ ...draft, places })}
        error={errors['activity.places']}
      />
      <DateField
        id="publication-until"
        label="报名到哪一天？"
        value={draft.signUpUntil === '' ? undefined : draft.signUpUntil}
        onChange={(signUpUntil) => onChange({ ...draft, signUpUntil })}
        error={errors['activity.signUpUntil']}
      />
    </>
  )
}

function Readers({ draft, errors, onChange }: QuestionProps) {
  return (
    <ChoiceList
      id="publication-audience"
      label="给谁看？"
      value={draft.audience}
      options={Audience.options.map((value) => ({
        value,
        label: audienceText[value],
        note: value === 'members' ? '本会和下级工会的会员，登录后看' : '没有登录的人也能看到',
      }))}
      onChange={(audience) => onChange({ ...draft, audience })}
      error={errors['audience']}
    />
  )
}
