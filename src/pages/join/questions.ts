import type { Industry } from '../../../shared/membership/joining'
import { industryName } from '../../../shared/membership/labels'
import { unreachable } from '../../../shared/core/unreachable'
import type { Answers, UnitRole, Work } from './answers'

/** 问题的说法: plain words for what the rules call by terms of art. */
export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly note?: string
}

export const workTitle = '谁给您发工资？'
export const workHint = '按这个判断您该加入哪个工会。'

/** The five that nearly everybody is; `unitName` is the unit of the poster. */
export function commonWork(unitName: string | undefined): readonly Choice<Work>[] {
  return [
    { value: 'unit', label: '我干活的这家单位', note: unitName ?? '合同和这家单位签，工资也由它发' },
    { value: 'dispatched', label: '劳务公司派我来的', note: '合同和劳务派遣公司签，人在别的单位上班' },
    { value: 'outsourced', label: '外包公司', note: '保洁、保安、食堂、施工等，公司包下了这里的活' },
    { value: 'platform', label: '平台或站点按单结算', note: '送外卖、送快递、开网约车、跑货运等' },
    { value: 'several', label: '几家都干，或按天结', note: '小时工、灵活就业' },
  ]
}

export const rareWork: readonly Choice<Work>[] = [
  { value: 'seconded', label: '原来的单位，我是借调来的', note: '合同没变，人借到别的单位上班' },
  { value: 'owner', label: '我自己就是老板', note: '单位的法定代表人、实际负责人' },
  { value: 'other', label: '都不是，我说说情况', note: '学生、实习、待岗等' },
]

export function workName(work: Work): string {
  const found = [...commonWork(undefined), ...rareWork].find(({ value }) => value === work)
  return found?.label ?? ''
}

interface UnitQuestion {
  readonly title: string
  readonly hint: string
  readonly label: string
}

export function unitQuestion(role: UnitRole, work: Work | undefined): UnitQuestion {
  switch (role) {
    case 'unit':
      return work === 'owner'
        ? { title: '您的单位是哪一家？', hint: '写营业执照上的名称，写几个字就能找。', label: '我的单位' }
        : { title: '您在哪家单位上班？', hint: '写几个字就能找，工资条或工牌上有名称。', label: '上班的单位' }
    case 'agency':
      return { title: '派您来的是哪家劳务公司？', hint: '就是和您签合同的那家，写几个字就能找。', label: '派遣公司' }
    case 'user-unit':
      return { title: '您每天在哪家单位上班？', hint: '不是劳务公司，是您干活的地方。', label: '上班的单位' }
    case 'employer':
      return { title: '和您签合同的外包公司是哪家？', hint: '写几个字就能找，工资条上有名称。', label: '外包公司' }
    case 'home':
      return { title: '您原来的单位是哪家？', hint: '合同在那里、工资由它发的单位。', label: '原来的单位' }
    case 'host':
      return work === 'seconded'
        ? { title: '您借调到哪家单位？', hint: '现在每天上班的单位。', label: '借调到' }
        : { title: '您每天在哪家单位干活？', hint: '外包公司派您去的那家。', label: '干活的单位' }
    default:
      return unreachable(role)
  }
}

export const establishmentChoices: readonly Choice<NonNullable<Answers['establishment']>>[] = [
  { value: 'regular', label: '在编', note: '行政编、事业编、工勤编' },
  { value: 'off_establishment', label: '编外聘用', note: '合同制、聘用制、公益性岗位' },
]

const industries: readonly Industry[] = [
  'delivery',
  'express',
  'ride_hailing',
  'truck',
  'domestic',
  'property',
  'catering',
  'construction',
  'machinery',
  'retail',
  'other',
]
export const industryChoices: readonly Choice<Industry>[] = industries.map((value) => ({
  value,
  label: industryName[value],
}))

export const retiredChoices: readonly Choice<'no' | 'yes'>[] = [
  { value: 'no', label: '还没有，在上班' },
  { value: 'yes', label: '已经退休', note: '办了退休手续，在领退休金' },
]
