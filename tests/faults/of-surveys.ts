import type { ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { surveyBatches, surveyCodes } from '../../cloudfunctions/_kernel/records/survey-codes'
import { reviewIn, slipOf } from '../reviews'
import { granted, type TestSystem } from '../system'
import type { Cases } from './attempt'
import { inOffice, union } from './ready'

interface Held {
  readonly review: ReviewRecord
  readonly teller: string
}
const known = new WeakMap<TestSystem['newcomer'], Promise<Held>>()

/** One survey of the factory’s staff for a system, and who makes its slips: a review costs two keys of RSA. */
async function survey(system: TestSystem): Promise<Held> {
  const before = known.get(system.newcomer) ?? held(system)
  known.set(system.newcomer, before)
  return before
}

async function held(system: TestSystem): Promise<Held> {
  const review = await reviewIn(system, 'announced', { kind: 'staff', staff: 100_000 })
  return { review, teller: (await inOffice(system, union, 'clerk')).as }
}

async function batchToMake(system: TestSystem) {
  const { review, teller } = await survey(system)
  const batch = system.runtime.random.id()
  return { as: teller, batch, input: { union, review: review._id, batch, many: 3 } }
}

/** 职工满意率调查. */
export const surveyAttempts: Readonly<Record<string, Cases>> = {
  makeSurveyCodes: {
    'make a batch': async (system) => {
      const { as, batch, input } = await batchToMake(system)
      const { store } = system.runtime
      const effects = async () => {
        const slips = await store.count(surveyCodes, { index: 'byBatch', equals: { batch } })
        return (await store.get(surveyBatches, batch)) === undefined ? 0 : slips / 3
      }
      return { as, input, effects }
    },
  },
  cancelSurveyCodes: {
    'cancel slips': async (system) => {
      const { review, teller: as } = await survey(system)
      const { code, id } = await slipOf(system, review)
      const effects = async () => ((await system.runtime.store.get(surveyCodes, id))?.state === 'cancelled' ? 1 : 0)
      return { as, input: { union, review: review._id, which: { by: 'codes', codes: [code] } }, effects }
    },
    'cancel a batch': async (system) => {
      const { as, batch, input } = await batchToMake(system)
      granted(await system.ask(as, 'review', 'makeSurveyCodes', input))
      const unused = { index: 'byBatch', equals: { batch, state: 'unused' } } as const
      const effects = async () => ((await system.runtime.store.count(surveyCodes, unused)) === 0 ? 1 : 0)
      return { as, input: { union, review: input.review, which: { by: 'batch', batch } }, effects }
    },
  },
  surveyCodeCounts: {
    ask: async (system) => {
      const { review, teller: as } = await survey(system)
      return { as, input: { union, review: review._id } }
    },
  },
}
