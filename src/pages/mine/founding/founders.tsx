import { View } from '@tarojs/components'
import { educationName, householdName } from '../../../../shared/membership/labels'
import { Education, Household } from '../../../../shared/membership/joining'
import type { Founder } from '../../../../shared/org/union-application'
import { Card } from '../../../components/Card'
import { Field } from '../../../components/Field'
import { PickField } from '../../../components/PickField'
import { SideAction } from '../../../components/SideAction'

export interface FounderDraft {
  readonly name: string
  readonly number: string
  readonly mobile: string
  readonly education?: Education
  readonly household?: Household
}

/** What is sent; undefined where somebody’s line is not whole. */
export function foundersIn(drafts: readonly FounderDraft[]): Founder[] | undefined {
  const whole = drafts.flatMap(({ education, household, ...founder }) =>
    education === undefined || household === undefined || founder.name.trim().length < 2
      ? []
      : [{ ...founder, education, household }],
  )
  return whole.length === drafts.length ? whole : undefined
}

const most = 50

interface Props {
  readonly founders: readonly FounderDraft[]
  readonly onChange: (founders: readonly FounderDraft[]) => void
  readonly tried: boolean
}

/** 首批会员, who signed the letter together; the others join or are imported afterwards. */
export function Founders({ founders, onChange, tried }: Props) {
  const put = (at: number, change: Partial<FounderDraft>) =>
    onChange(founders.map((founder, one) => (one === at ? { ...founder, ...change } : founder)))
  return (
    <Card title="首批会员" note={`签了入会申请书（附件 2）的职工，最多 ${most} 人；批复后录入，其余的以后自己申请。`}>
      {founders.map((founder, at) => (
        <View key={at}>
          <Field
            id={`founder-name-${at}`}
            label={`第 ${at + 1} 人的姓名`}
            value={founder.name}
            maxLength={40}
            onInput={(name) => put(at, { name })}
            error={tried && founder.name.trim().length < 2 ? '请填写姓名' : undefined}
          />
          <Field
            id={`founder-number-${at}`}
            label="身份证号码"
            type="idcard"
            value={founder.number}
            onInput={(number) => put(at, { number })}
          />
          <Field
            id={`founder-mobile-${at}`}
            label="手机号"
            type="tel"
            value={founder.mobile}
            onInput={(mobile) => put(at, { mobile })}
          />
          <PickField
            id={`founder-education-${at}`}
            label="学历"
            value={founder.education}
            options={Education.options.map((value) => ({ value, label: educationName[value] }))}
            onChange={(education) => put(at, { education })}
            error={tried && founder.education === undefined ? '请选学历' : undefined}
          />
          <PickField
            id={`founder-household-${at}`}
            label="户籍类型"
            value={founder.household}
            options={Household.options.map((value) => ({ value, label: householdName[value] }))}
            onChange={(household) => put(at, { household })}
            error={tried && founder.household === undefined ? '请选户籍' : undefined}
          />
          <SideAction label="去掉这个人" onTap={() => onChange(founders.filter((_, one) => one !== at))} />
        </View>
      ))}
      {founders.length < most && (
        <SideAction
          id="founding-member"
          label="加一个人"
          onTap={() => onChange([...founders, { name: '', number: '', mobile: '' }])}
        />
      )}
    </Card>
  )
}
