import { home } from '../../../../../shared/contract/home'
import type { UnionId } from '../../../../../shared/core/ids'
import type { ManagementKind } from '../../../../../shared/home/management/facts'
import { unreachable } from '../../../../../shared/core/unreachable'
import { ChoiceList } from '../../../../components/ChoiceList'
import { DateField } from '../../../../components/DateField'
import { Field } from '../../../../components/Field'
import { PickField } from '../../../../components/PickField'
import { fullDayText, today } from '../../../../pages/today'
import { useAsk } from '../../../../services/use-ask'
import { PaperFields } from '../../parts/paper-fields'
import { wayName } from '../texts'
import type { Draft } from './draft'

export interface FieldsProps {
  readonly union: UnionId
  readonly kind: ManagementKind
  readonly draft: Draft
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (draft: Draft) => void
}

/** 这一种要填的. */
export function Fields(props: FieldsProps) {
  const { kind } = props
  switch (kind) {
    case 'board':
      return <Board {...props} />
    case 'disclosure':
      return <Disclosure {...props} />
    case 'contract':
      return <Contract {...props} />
    case 'appraisal':
      return <Appraisal {...props} />
    default:
      return unreachable(kind)
  }
}

interface OneProps extends FieldsProps {
  readonly label: string
}

function Day({ label, draft, errors, onChange }: OneProps) {
  return (
    <DateField
      id="management-day"
      label={label}
      value={draft.day === '' ? undefined : draft.day}
      end={today()}
      onChange={(day) => onChange({ ...draft, day })}
      error={errors['day']}
    />
  )
}

type Counted = 'directors' | 'supervisors' | 'staffSupervisors' | 'appraised'

function Count({
  name,
  label,
  draft,
  errors,
  onChange,
  hint,
}: OneProps & { readonly name: Counted; readonly hint?: string }) {
  return (
    <Field
      id={`management-${name}`}
      label={label}
      hint={hint}
      type="number"
      maxLength={5}
      value={draft[name]}
      onInput={(value) => onChange({ ...draft, [name]: value })}
      error={errors[name]}
    />
  )
}

function Board(props: FieldsProps) {
  return (
    <>
      <Day {...props} label="从哪一天起是这些人？" />
      <Count {...props} name="directors" label="职工董事几名？" hint="没有就填 0" />
      <Count {...props} name="supervisors" label="监事会一共几名监事？" hint="没有设监事会填 0" />
      <Count {...props} name="staffSupervisors" label="其中职工监事几名？" />
    </>
  )
}

function Disclosure(props: FieldsProps) {
  const { draft, errors, onChange } = props
  return (
    <>
      <Day {...props} label="哪一天公开的？" />
      <Field
        id="management-what"
        label="公开了什么？"
        hint="请不要写个人的信息"
        placeholder="例如：上半年生产经营情况"
        maxLength={200}
        multiline
        value={draft.what}
        onInput={(what) => onChange({ ...draft, what })}
        error={errors['what']}
      />
      <ChoiceList
        id="management-way"
        label="怎样公开的？"
        value={draft.way}
        options={(['congress', 'board', 'meeting', 'online'] as const).map((value) => ({
          value,
          label: wayName[value],
        }))}
        onChange={(way) => onChange({ ...draft, way })}
        error={errors['way']}
      />
    </>
  )
}

function Contract(props: FieldsProps) {
  const { union, draft, errors, onChange } = props
  const year = Number((draft.day === '' ? today() : draft.day).slice(0, 4))
  const held = useAsk(home, 'meetingsOfUnion', { union, year })
  const met = (held.data?.rows ?? []).filter(({ meeting }) => meeting === 'staff')
  const chosen = draft.passedBy
  return (
    <>
      <ChoiceList
        id="management-scope"
        label="哪一种合同？"
        value={draft.scope}
        options={[
          { value: 'whole', label: '集体合同' },
          { value: 'special', label: '专项集体合同', note: '例如工资、女职工权益、劳动安全卫生' },
        ]}
        onChange={(scope) => onChange({ ...draft, scope })}
        error={errors['scope']}
      />
      <Field
        id="management-name"
        label="合同名称"
        maxLength={60}
        value={draft.name}
        onInput={(name) => onChange({ ...draft, name })}
        error={errors['name']}
      />
      <Day {...props} label="哪一天签订的？" />
      <DateField
        id="management-until"
        label="有效期到哪一天？"
        value={draft.until === '' ? undefined : draft.until}
        start={draft.until !== '' && draft.until < today() ? draft.until : today()}
        onChange={(until) => onChange({ ...draft, until })}
        error={errors['until']}
      />
      {(met.length > 0 || chosen !== '' || errors['passedBy'] !== undefined) && (
        <PickField
          id="management-passed"
          label="草案在哪次职工大会通过的？（没有登记可以不选）"
          value={chosen === '' ? undefined : chosen}
          options={[
            { value: '', label: '不选' },
            ...(chosen === '' || met.some(({ id }) => id === chosen)
              ? []
              : [{ value: chosen, label: '原来选的那一次' }]),
            ...met.map(({ id, day, period, session }) => ({
              value: String(id),
              label: `第 ${period} 届第 ${session} 次，${fullDayText(day)}`,
            })),
          ]}
          onChange={(passedBy) => onChange({ ...draft, passedBy })}
          error={errors['passedBy']}
        />
      )}
      <PaperFields id="management" draft={draft} errors={errors} hint="原件要存纸质的" onChange={onChange} />
    </>
  )
}

function Appraisal(props: FieldsProps) {
  const { draft, errors, onChange } = props
  return (
    <>
      <Day {...props} label="哪一天评议的？" />
      <Count {...props} name="appraised" label="评议了几位领导人员？" hint="只记人数，不写名字" />
      <DateField
        id="management-published"
        label="哪一天公布结果的？（还没有公布就不选）"
        value={draft.publishedOn === '' ? undefined : draft.publishedOn}
        end={today()}
        onChange={(publishedOn) => onChange({ ...draft, publishedOn })}
        error={errors['publishedOn']}
      />
      <PaperFields id="management" draft={draft} errors={errors} hint="评议的原始材料" onChange={onChange} />
    </>
  )
}
