import { castUnions } from '../../../local/demo/personas'
import type { TitleLevel } from '../../../shared/home/titles/title'
import { granted, type TestSystem } from '../../../tests/system'

export const factory = castUnions.factory.id
export const chair = 'demo-factory-chair'
export const street = 'demo-street'
export const keeper = castUnions.street.id

export const note = '建了职工书屋和活动室，会员评家满意率连续两年提高。'
export const paper = '中街工〔2026〕8 号'

type Asking = Pick<TestSystem, 'ask'>

export const step = (system: Asking, kind: 'begin' | 'take-back' | 'apply', level: TitleLevel = 'township') =>
  system.ask(chair, 'home', 'stepTitle', {
    union: factory,
    level,
    step: kind === 'apply' ? { kind, note } : { kind },
  })

export const decide = (system: Asking, verdict: object, level: TitleLevel = 'township') =>
  system.ask(street, 'home', 'decideTitle', { union: keeper, of: factory, level, verdict })

/** The factory has applied for the title of its township; whatever became of it before is over. */
export async function applied(system: Asking): Promise<void> {
  await decide(system, { kind: 'fail', note: '重新来过' })
  await decide(system, { kind: 'withdraw', note: '重新来过' })
  await step(system, 'take-back')
  granted(await step(system, 'begin'))
  granted(await step(system, 'apply'))
}

export async function honoured(system: Asking, on: string): Promise<void> {
  await applied(system)
  granted(await decide(system, { kind: 'pass' }))
  granted(await decide(system, { kind: 'award', on, paper }))
}
