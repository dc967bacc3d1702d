import { casts } from '../../cloudfunctions/_kernel/records/casts'
import { electors, type ReviewRecord } from '../../cloudfunctions/_kernel/records/reviews'
import { surveyCodes } from '../../cloudfunctions/_kernel/records/survey-codes'
import { boardOf, putBoard } from '../../cloudfunctions/_kernel/review/board'
import { succeed } from '../../shared/core/outcome'
import { electorOf, reviewIn, slipOf } from '../reviews'
import { type TestSystem } from '../system'
import { phoneOf } from '../voting-phone'
import type { Cases } from './attempt'

type In = 'voting' | 'staff' | 'published'
const known = new WeakMap<TestSystem['newcomer'], Map<In, Promise<ReviewRecord>>>()

/** One review of each for a system: a review costs two keys of RSA. */
async function shared(system: TestSystem, which: In): Promise<ReviewRecord> {
  const own = known.get(system.newcomer) ?? new Map<In, Promise<ReviewRecord>>()
  known.set(system.newcomer, own)
  const made = own.get(which) ?? madeFor(system, which)
  own.set(which, made)
  return made
}

async function madeFor(system: TestSystem, which: In): Promise<ReviewRecord> {
  if (which === 'staff') return reviewIn(system, 'voting', { kind: 'staff' })
  const review = await reviewIn(system, which)
  const pages = (['ballot', 'remark'] as const).flatMap((envelope) =>
    boardOf(review._id, envelope, [new Uint8Array(32)]),
  )
  if (which === 'published')
    await system.runtime.store.transact(async (tx) => {
      await putBoard(tx, pages)
      return succeed(undefined)
    })
  return review
}

/** What a phone would send, learned from the phone itself: it is cut off before anything of it arrives. */
async function asked(system: TestSystem, which: 'receive' | 'cast', as: string, { _id: review }: ReviewRecord) {
  const seen: unknown[] = []
  const keep = (input: unknown) => {
    seen.push(input)
    return Promise.resolve({ ok: false, problem: { kind: 'offline', message: '' } } as const)
  }
  const phone = phoneOf(system, as, undefined, {
    ...(which === 'receive'
      ? { receive: (_, blinded) => keep({ review, blinded }) }
      : { cast: (_, envelope, cast) => keep({ review, envelope, cast }) }),
  })
  await phone.receive(review)
  await phone.castBallot(review, 'satisfied')
  return seen[0]
}

export async function readyToReceive(system: TestSystem) {
  const review = await shared(system, 'voting')
  const { as, elector } = await electorOf(system, review)
  return { as, elector, input: await asked(system, 'receive', as, review) }
}

export async function readyByCode(system: TestSystem) {
  const review = await shared(system, 'staff')
  const { code, id } = await slipOf(system, review)
  const { blinded } = Object(await asked(system, 'receive', '', review)) as { blinded: unknown }
  return { id, input: { review: review._id, code, blinded } }
}

export async function readyToCast(system: TestSystem) {
  const { as } = await electorOf(system, await shared(system, 'voting'))
  return { as, input: await asked(system, 'cast', as, await shared(system, 'voting')) }
}

export async function published(system: TestSystem) {
  return shared(system, 'published')
}

export const receivingAttempts: Readonly<Record<string, Cases>> = {
  myReviews: {
    ask: async (system) => {
      const { as } = await electorOf(system, await shared(system, 'voting'))
      const silent = (data: unknown) => JSON.stringify(data) === '{"reviews":[]}'
      return { as, input: {}, silent }
    },
  },
  receive: {
    'receive a token': async (system) => {
      const { as, elector, input } = await readyToReceive(system)
      const effects = async () => ((await system.runtime.store.get(electors, elector))?.signed === undefined ? 0 : 1)
      return { as, input, effects }
    },
  },
  receiveByCode: {
    'receive a token': async (system) => {
      const { id, input } = await readyByCode(system)
      const effects = async () => ((await system.runtime.store.get(surveyCodes, id))?.signed === undefined ? 0 : 1)
      return { as: system.newcomer(), input, effects }
    },
  },
}

export const ballotAttempts: Readonly<Record<string, Cases>> = {
  announcement: {
    ask: async (system) => ({ as: system.newcomer(), input: { review: (await shared(system, 'voting'))._id } }),
  },
  cast: {
    'cast a ballot': async (system) => {
      const { as, input } = await readyToCast(system)
      const before = await castsIn(system)
      return { as, input, effects: async () => (await castsIn(system)) - before }
    },
  },
  board: {
    ask: async (system) => {
      const { _id: review } = await published(system)
      return { as: system.newcomer(), input: { review, envelope: 'ballot', page: 0 } }
    },
  },
}

async function castsIn(system: TestSystem): Promise<number> {
  const { digest } = await shared(system, 'voting')
  return system.runtime.ballots.count(casts, { index: 'byReview', equals: { review: digest } })
}
