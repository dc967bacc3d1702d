import { z } from 'zod'
import { unreachable } from '../core/unreachable'
import type { Situation } from './joining'

/** 会员类别, as officers and rosters call it. */
export const MemberCategory = z.enum([
  '在职职工',
  '编外聘用',
  '劳务派遣',
  '劳务外包',
  '新就业形态',
  '灵活就业',
  '借调',
  '单位负责人',
  '其他',
])
export type MemberCategory = z.infer<typeof MemberCategory>

export function categoryOf(situation: Situation): MemberCategory {
  switch (situation.work) {
    case 'unit':
      return situation.establishment === 'regular' ? '在职职工' : '编外聘用'
    case 'dispatched':
      return '劳务派遣'
    case 'outsourced':
      return '劳务外包'
    case 'platform':
      return '新就业形态'
    case 'several':
      return '灵活就业'
    case 'seconded':
      return '借调'
    case 'owner':
      return '单位负责人'
    case 'other':
      return '其他'
    default:
      return unreachable(situation)
  }
}
