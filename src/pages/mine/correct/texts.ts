import type { CorrectedField } from '../../../../shared/membership/data-request'

export const fieldName: Readonly<Record<CorrectedField, string>> = {
  name: '姓名',
  mobile: '手机号',
  education: '学历',
  household: '户籍',
  other: '别的',
}

export const fieldChoices = (['name', 'mobile', 'education', 'household', 'other'] as const).map((value) => ({
  value,
  label: fieldName[value],
  ...(value === 'other' ? { note: '证件号码要更正，请带证件到工会当面办' } : {}),
}))

export const shouldLabel: Readonly<Record<CorrectedField, string>> = {
  name: '正确的姓名，和证件上的一样',
  mobile: '正确的手机号',
  education: '现在的学历',
  household: '现在的户籍',
  other: '哪里不对，应该是什么',
}
