import { Text, View } from '@tarojs/components'
import type { z } from 'zod'
import type { RegistrationForm } from '../../shared/contract/membership-forms'
import { chinaDay } from '../../shared/core/time'
import { fullDayText } from './today'
import './registration-sheet.scss'

type Form = z.output<typeof RegistrationForm>

/** 会员登记表, one A4 sheet: what is on file, and room for the union’s seal. */
export function RegistrationSheet({ form }: { readonly form: Form }) {
  return (
    <View className="registration" id="registration-sheet">
      <Text className="registration-title">工会会员登记表</Text>
      <Text className="registration-note">{`${form.unionName} · 会员号 ${form.memberNumber}`}</Text>
      <View className="registration-cells">
        {cellsOf(form).map(([heading, text]) => (
          <View key={heading} className="registration-cell">
            <Text className="registration-heading">{heading}</Text>
            <Text>{text === '' ? '—' : text}</Text>
          </View>
        ))}
      </View>
      <Text className="registration-heading">会籍变动</Text>
      {form.history.map(({ at, text }) => (
        <Text key={`${at}${text}`} className="registration-line">{`${fullDayText(chinaDay(at))} ${text}`}</Text>
      ))}
      <View className="registration-seal">
        <Text>{`${form.approvedBy ?? form.unionName}（公章）`}</Text>
      </View>
      <Text className="registration-note">按系统登记的内容生成，本人不用填写。有不对的，请在“我的资料”里提更正。</Text>
    </View>
  )
}

function cellsOf(form: Form): readonly (readonly [heading: string, text: string])[] {
  const { applied, committee } = form
  return [
    ['姓名', form.name],
    ['性别', form.sex === undefined ? '' : form.sex === 'male' ? '男' : '女'],
    ['出生日期', form.birth ?? ''],
    ['国籍', form.nationality],
    [form.documentName, form.maskedNumber],
    ['手机号码', form.mobile],
    ['学历', form.education],
    ['户籍类型', form.household],
    ['所属单位', form.unitName],
    ['就业状况', form.employment],
    ['担任工会职务', form.office],
    ['入会时间', fullDayText(form.since)],
    ['本人申请', applied === undefined ? '' : appliedText(applied)],
    ['工会委员会意见', committee === undefined ? '' : `${fullDayText(committee.decidedOn)}讨论通过，同意入会`],
  ]
}

const appliedText = ({ agreedAt, onPaper }: NonNullable<Form['applied']>) =>
  `${fullDayText(chinaDay(agreedAt))}${onPaper ? '在纸上签名' : '在网上同意申请书'}`
