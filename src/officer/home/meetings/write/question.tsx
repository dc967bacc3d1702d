import { MemberPower, StaffPower } from '../../../../../shared/home/meetings/facts'
import { ChoiceList } from '../../../../components/ChoiceList'
import { DateField } from '../../../../components/DateField'
import { Field } from '../../../../components/Field'
import { MultiChoice } from '../../../../components/MultiChoice'
import { Notice } from '../../../../components/Notice'
import { today } from '../../../../pages/today'
import { unreachable } from '../../../../../shared/core/unreachable'
import { PaperFields } from '../../parts/paper-fields'
import { powerName } from '../texts'
import type { QuestionProps } from './question-props'
import { Photos } from './photos'
import { Resolutions } from './resolutions'

/** 一页一问. */
export function Question(props: QuestionProps) {
  const { step } = props
  switch (step) {
    case 'which':
      return <Which {...props} />
    case 'people':
      return <People {...props} />
    case 'delegates':
      return <Delegates {...props} />
    case 'agenda':
      return <Agenda {...props} />
    case 'powers':
      return <Powers {...props} />
    case 'resolutions':
      return <Resolutions {...props} />
    case 'proposals':
      return <Proposals {...props} />
    case 'papers':
      return <Photos {...props} />
    case 'archive':
      return <Archive {...props} />
    default:
      return unreachable(step)
  }
}

type Written =
  'period' | 'session' | 'entitled' | 'attended' | 'women' | 'dispatched' | 'rural' | 'received' | 'answered'

interface CountProps extends Pick<QuestionProps, 'draft' | 'errors' | 'onChange'> {
  readonly name: Written
  readonly path?: string
  readonly label: string
  readonly hint?: string
}

function Count({ name, path = name, label, hint, draft, errors, onChange }: CountProps) {
  return (
    <Field
      id={`meeting-${name}`}
      label={label}
      hint={hint}
      type="number"
      maxLength={7}
      value={draft[name]}
      onInput={(value) => onChange({ ...draft, [name]: value })}
      error={errors[path]}
    />
  )
}

function Which(props: QuestionProps) {
  const { draft, errors, fixed, onChange } = props
  return (
    <>
      {fixed ? (
        <Notice tone="info">
          第 {draft.period} 届第 {draft.session} 次不能改；填错了请删去这份，重新登记。
        </Notice>
      ) : (
        <>
          <Count {...props} name="period" label="第几届？" />
          <Count {...props} name="session" label="第几次会议？" />
        </>
      )}
      <DateField
        id="meeting-day"
        label="哪一天开的？"
        value={draft.day === '' ? undefined : draft.day}
        end={today()}
        onChange={(day) => onChange({ ...draft, day })}
        error={errors['day']}
      />
      <Field
        id="meeting-place"
        label="在哪里开的？"
        value={draft.place}
        maxLength={60}
        onInput={(place) => onChange({ ...draft, place })}
        error={errors['place']}
      />
    </>
  )
}

function People(props: QuestionProps) {
  const { meeting, draft, errors, onChange } = props
  const who = meeting === 'members' ? '会员' : '职工'
  return (
    <>
      <ChoiceList
        id="meeting-form"
        label="谁来开会？"
        value={draft.form}
        options={[
          { value: 'everybody', label: `全体${who}`, note: `${who}大会` },
          { value: 'delegates', label: `${who}代表`, note: `${who}代表大会` },
        ]}
        onChange={(form) => onChange({ ...draft, form })}
        error={errors['convened.form']}
      />
      <Count {...props} name="entitled" label="应到多少人？" />
      <Count {...props} name="attended" label="实到多少人？" />
    </>
  )
}

function Delegates(props: QuestionProps) {
  return (
    <>
      <Notice tone="info">同一位代表可以算在几项里；没有就填 0。</Notice>
      <Count {...props} name="women" path="convened.women" label="女代表几人？" />
      <Count
        {...props}
        name="dispatched"
        path="convened.dispatched"
        label="劳务派遣工代表几人？"
        hint="开会要把劳务派遣工、农民工吸纳进来"
      />
      <Count {...props} name="rural" path="convened.rural" label="农民工代表几人？" />
    </>
  )
}

function Agenda({ meeting, draft, errors, onChange }: QuestionProps) {
  const wrong = Object.keys(errors).find((path) => path.split('.')[0] === 'agenda')
  return (
    <>
      <Field
        id="meeting-banner"
        label="会标怎么写的？"
        hint="两个会同一天开，要各挂各的会标；没有会标可以不填"
        value={draft.banner}
        maxLength={60}
        onInput={(banner) => onChange({ ...draft, banner })}
        error={errors['banner']}
      />
      <Field
        id="meeting-agenda"
        label="有哪些议程？"
        hint="一行一项"
        placeholder={meeting === 'members' ? '例如：听取工会委员会工作报告' : '例如：审议集体合同草案'}
        multiline
        maxLength={2_000}
        value={draft.agenda}
        onInput={(agenda) => onChange({ ...draft, agenda })}
        error={wrong === undefined ? undefined : errors[wrong]}
      />
    </>
  )
}

function Powers({ meeting, draft, onChange }: QuestionProps) {
  const powers: readonly (MemberPower | StaffPower)[] = meeting === 'members' ? MemberPower.options : StaffPower.options
  return (
    <MultiChoice
      id="meeting-power"
      label="行使了哪些职权？"
      values={powers.filter((power) => draft.powers.includes(power))}
      options={powers.map((value) => ({ value, label: powerName[value] }))}
      onChange={(chosen) => onChange({ ...draft, powers: [...chosen] })}
    />
  )
}

function Proposals(props: QuestionProps) {
  return (
    <>
      <Count {...props} name="received" path="proposals.received" label="收到多少件提案？" hint="没有就填 0" />
      <Count {...props} name="answered" path="proposals.answered" label="办了多少件？" />
    </>
  )
}

function Archive({ draft, errors, onChange }: QuestionProps) {
  return (
    <PaperFields
      id="meeting"
      draft={draft}
      errors={errors}
      hint="会员大会、职工大会各建各的卷，卷号不能相同"
      onChange={onChange}
    />
  )
}
