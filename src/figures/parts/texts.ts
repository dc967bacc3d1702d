import type { z } from 'zod'
import type { figureProcedures, FigureList } from '../../../shared/contract/membership-figures'
import type { RateKey } from '../../../shared/org/rates'

export type FiguresView = z.output<typeof figureProcedures.figures.output>
export type MonthRow = z.output<typeof figureProcedures.monthTable.output>['rows'][number]

export const rateName: Readonly<Record<RateKey, string>> = {
  units: '建会率',
  members: '职工入会率',
  rural: '农民工入会率',
  cards: '会员卡激活率',
}
/** What the two numbers are. */
export const rateParts: Readonly<Record<RateKey, readonly [string, string]>> = {
  units: ['已建会单位', '应建会单位'],
  members: ['会员', '职工'],
  rural: ['农民工会员', '农民工职工'],
  cards: ['已激活', '会员'],
}
export const listName: Readonly<Record<FigureList, string>> = {
  all: '全部',
  young: '建会不满年限',
  established: '建会已满年限',
  unchecked: '本期没核对',
  unrated: '没有职工人数',
  unorganised: '有单位没建会',
  retained: '有会籍保留的人',
  rural: '有农民工会员',
  cards: '有人没激活会员卡',
  'below-target': '入会率没达标',
}
export const reasonName: Readonly<Record<string, string>> = {
  movedOut: '转出',
  retained: '保留会籍',
  left: '退会',
  expelled: '开除',
  deceased: '去世',
  regular: '一般职工',
  dispatched: '劳务派遣',
  newForm: '新就业形态',
  women: '女',
  men: '男',
}

/** 91.5%, from whole numbers. */
export function percentOf(numerator: number, denominator: number): string {
  return denominator === 0 ? '没有数' : `${Math.floor((numerator * 1_000) / denominator) / 10}%`
}

/** 2026 年 11 月. */
export const monthText = (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`
export const shortMonth = (month: string) => `${Number(month.slice(5))}月`
