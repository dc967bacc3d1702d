import type { home } from '../../../../shared/contract/home'
import type { IsoDate } from '../../../../shared/core/time'
import { isSentUp, type AssessmentState } from '../../../../shared/home/standards/assessment'
import type { ItemState } from '../../../../shared/home/standards/keys'
import type { RecordPlace } from '../../../../shared/home/standards/places'
import type { z } from 'zod'
import type { AssessmentView } from '../../../../shared/contract/home-standards'
import { fullDayText } from '../../../pages/today'

export type Assessment = z.output<typeof AssessmentView>
export type Standing = z.output<typeof home.procedures.standing.output>
export type Item = Assessment['items'][number]
export type Question = Assessment['questions'][number]

/** 对照标准各页的说法. */
export const stateName: Readonly<Record<AssessmentState, string>> = {
  open: '填写中',
  sent: '等上级审核',
  returned: '退回修改',
  decided: '已评定',
  objected: '异议处理中',
  final: '已评定',
  withdrawn: '已撤回',
}

export const itemTag = {
  met: { label: '达到', tone: 'success' },
  gap: { label: '差距', tone: 'warning' },
  open: { label: '要说明', tone: 'neutral' },
  claimed: { label: '已说明', tone: 'neutral' },
  'not-meant': { label: '不适用', tone: 'neutral' },
} as const satisfies Readonly<Record<ItemState, { label: string; tone: 'success' | 'warning' | 'neutral' }>>

/** 去哪里补. */
export const placePage: Readonly<Record<RecordPlace, string>> = {
  registry: 'officer/registry/index',
  meetings: 'officer/home/meetings/index',
  round: 'officer/round/index',
  reviews: 'officer/reviews/index',
  accounts: 'officer/publications/index',
  officers: 'officer/officers/index',
  figures: 'figures/statistics/index',
  roster: 'officer/roster/index',
  management: 'officer/home/management/index',
  archive: 'officer/home/archive/index',
}

type Result = Pick<NonNullable<Assessment['result']>, 'outcome' | 'met' | 'of'>

export function resultText({ outcome, met, of }: Result): string {
  return `${outcome === 'met' ? '达标' : '没有达标'}：${of} 条里达到 ${met} 条`
}

/** 共几条、达到几条. */
export function scoreText(items: readonly { readonly state: ItemState }[]): string {
  const many = (...states: readonly ItemState[]) => items.filter(({ state }) => states.includes(state)).length
  const parts = [
    `${many('met', 'gap', 'open', 'claimed')} 条里达到 ${many('met')} 条`,
    ...(many('gap') > 0 ? [`差 ${many('gap')} 条`] : []),
    ...(many('open', 'claimed') > 0 ? [`${many('open', 'claimed')} 条登记里看不出，申报时说明`] : []),
  ]
  return parts.join('，')
}

export function answerText({ answer }: Pick<Question, 'answer'>): string {
  switch (answer?.kind) {
    case undefined:
      return '还没回答'
    case 'text':
      return answer.text
    case 'photos':
      return `照片 ${answer.photos.length} 张`
    case 'paper':
      return `${answer.what}，原件在${answer.place}`
    case 'not-yet':
      return '还没有做到'
    case 'not-meant':
      return `不适用：${answer.why}`
  }
}

/** 还等着报送的部署: through its last day, and until this year’s was sent. */
export function callThatWaits({
  called,
  on,
  year,
  assessment,
}: Pick<Standing, 'called' | 'on' | 'year' | 'assessment'>): Standing['called'] {
  if (called === undefined || called.until < on) return undefined
  return assessment?.year === year && isSentUp(assessment.state) ? undefined : called
}

/** The last day counts. */
export const sendByText = (until: IsoDate): string => `请最晚 ${fullDayText(until)}报送。`
