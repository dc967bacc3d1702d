import type { titleProcedures } from '../../../../shared/contract/home-titles'
import type { Honour } from '../../../../shared/home/titles/honour'
import type { TitleLevel, TitleState, TitleStep } from '../../../../shared/home/titles/title'
import type { z } from 'zod'
import { fullDayText, momentText } from '../../../pages/today'

export type Title = z.output<typeof titleProcedures.titleCase.output>['title']
export type ShownState = z.output<typeof titleProcedures.titleRegister.input>['show']

export const levelName: Readonly<Record<TitleLevel, string>> = {
  township: '镇街级',
  district: '区县级',
  city: '市级',
  province: '省级',
  national: '全国',
}
export const stateName: Readonly<Record<TitleState, string>> = {
  none: '没有创建',
  building: '创建中',
  applied: '待考核',
  passed: '待表彰',
  held: '已获得',
  rechecking: '复查中',
}
export const toneOf: Readonly<Record<TitleState, 'neutral' | 'success' | 'warning'>> = {
  none: 'neutral',
  building: 'neutral',
  applied: 'warning',
  passed: 'warning',
  held: 'success',
  rechecking: 'warning',
}
export const honourName: Readonly<Record<Honour, string>> = { certificate: '劳动奖状', medal: '劳动奖章' }

const stepName: Readonly<Record<TitleStep, string>> = {
  begin: '开始创建',
  apply: '申报',
  'take-back': '撤回',
  pass: '考核通过',
  fail: '考核没有通过',
  award: '表彰',
  enter: '补录',
  'fall-due': '复查到期',
  keep: '复查通过，保留称号',
  withdraw: '撤销称号',
  correct: '更正登记',
  strike: '登记错了，划去',
}

const bad: readonly TitleStep[] = ['fail', 'withdraw', 'take-back', 'strike']

/** 经过, the latest last. */
export function pastSteps(past: Title['past']) {
  return past.map(({ step, at, by, on, paper, note }) => ({
    state: bad.includes(step) ? ('bad' as const) : ('done' as const),
    title: by === undefined ? stepName[step] : `${by}：${stepName[step]}`,
    note: [momentText(at), on === undefined ? undefined : `${fullDayText(on)}表彰`, paper, note]
      .filter((part) => part !== undefined)
      .join('，'),
  }))
}

export const levelOptions = (Object.keys(levelName) as TitleLevel[]).map((value) => ({
  value,
  label: levelName[value],
}))
