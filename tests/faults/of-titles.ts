import { honourProposals } from '../../cloudfunctions/_kernel/records/titles'
import { titleId } from '../../cloudfunctions/home/titles/keeping'
import {
  applied,
  decide,
  factory,
  honoured,
  keeper,
  note,
  paper,
  step,
} from '../../cloudfunctions/home/titles/titles.fixture'
import { succeed } from '../../shared/core/outcome'
import { granted, type TestSystem } from '../system'
import { asked, type Cases } from './attempt'
import { audited, chair, street } from './ready'

const today = '2026-11-18'
const level = 'township'
const title = titleId(factory, level)
const of = { union: keeper, of: factory, level }
const own = { union: factory, level }

async function more(system: TestSystem, subject: string, action: string) {
  const before = await audited(system, subject, action)
  return async () => (await audited(system, subject, action)) - before
}

async function nothingYet(system: TestSystem): Promise<void> {
  await applied(system)
  granted(await step(system, 'take-back'))
}

const proposal = `${factory}:${level}:medal:${today.slice(0, 4)}`

/** 模范职工之家、荣誉推荐. */
export const titleAttempts: Readonly<Record<string, Cases>> = {
  titles: asked(chair, { union: factory }),
  titleRegister: asked(street, { union: keeper, show: 'held' }),
  honoursProposed: asked(street, { union: keeper }),
  titleCase: {
    'look at an application': async (system) => {
      await applied(system)
      return { as: street, input: of }
    },
  },
  stepTitle: {
    begin: async (system) => {
      await nothingYet(system)
      const effects = await more(system, title, 'title.begin')
      return { as: chair, input: { ...own, step: { kind: 'begin' } }, effects }
    },
    apply: async (system) => {
      await nothingYet(system)
      granted(await step(system, 'begin'))
      const effects = await more(system, title, 'title.apply')
      return { as: chair, input: { ...own, step: { kind: 'apply', note } }, effects }
    },
    'take it back': async (system) => {
      await applied(system)
      const effects = await more(system, title, 'title.take-back')
      return { as: chair, input: { ...own, step: { kind: 'take-back' } }, effects }
    },
  },
  decideTitle: {
    pass: async (system) => {
      await applied(system)
      const effects = await more(system, title, 'title.pass')
      return { as: street, input: { ...of, verdict: { kind: 'pass' } }, effects }
    },
    award: async (system) => {
      await applied(system)
      granted(await decide(system, { kind: 'pass' }))
      const effects = await more(system, title, 'title.award')
      return { as: street, input: { ...of, verdict: { kind: 'award', on: today, paper } }, effects }
    },
  },
  enterTitle: {
    enter: async (system) => {
      await nothingYet(system)
      const effects = await more(system, title, 'title.enter')
      return { as: street, input: { ...of, on: today, paper }, effects }
    },
  },
  correctTitle: {
    correct: async (system) => {
      await honoured(system, today)
      const effects = await more(system, title, 'title.correct')
      return { as: street, input: { ...of, to: { level, on: '2026-11-17', paper } }, effects }
    },
  },
  proposeHonour: {
    propose: async (system) => {
      await honoured(system, today)
      await system.runtime.store.transact(async (tx) => {
        await tx.remove(honourProposals, proposal)
        return succeed(undefined)
      })
      const effects = await more(system, proposal, 'honour.propose')
      return { as: chair, input: { ...own, honour: 'medal' }, effects }
    },
  },
}
