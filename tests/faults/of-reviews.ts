import {
  announced,
  listed,
  objectedToList,
  plainUnion,
  spareSet,
  usualDays,
} from '../../cloudfunctions/review/review.fixture'
import { newMember } from '../../cloudfunctions/membership/events/events.fixture'
import { reviewIdOf } from '../../cloudfunctions/review/turns'
import type { TestSystem } from '../system'
import type { Cases } from './attempt'
import { paperAttempts, resultAttempts } from './of-counts'
import { scrutinyAttempts } from './of-scrutiny'
import { audited, inOffice, street, union } from './ready'

/** 会员评家. */
export const reviewAttempts: Readonly<Record<string, Cases>> = {
  announceReview: {
    'announce it': async (system) => {
      const days = usualDays(system)
      const anew = await plainUnion(system)
      const review = reviewIdOf({ union: anew, year: Number(days.votingOn.slice(0, 4)), kind: 'members' })
      await spareSet(system)
      const input = { union: anew, kind: 'members', days }
      return { as: street, input, effects: () => audited(system, review, 'review.announce') }
    },
  },
  callOffReview: {
    'call it off': async (system) => {
      const anew = await plainUnion(system)
      const review = await announced(system, anew, street)
      const input = { union: anew, review, reason: '公告日期写错' }
      return { as: street, input, effects: () => audited(system, review, 'review.call-off') }
    },
  },
  electorList: {
    ask: async (system) => {
      const { union: anew, review } = await listedAnew(system)
      return { as: street, input: { union: anew, review, show: 'everybody' } }
    },
  },
  electorCounts: {
    ask: async (system) => {
      const { union: anew, review } = await listedAnew(system)
      return { as: street, input: { union: anew, review } }
    },
  },
  objectToList: {
    'about oneself': async (system) => {
      const { as, review } = await listedAnew(system)
      const input = { review, objection: { about: 'self', sentence: '我没有退会' } }
      return { as, input, effects: () => audited(system, review, 'review.object') }
    },
    'about somebody else': async (system) => {
      const { as, review } = await listedAnew(system)
      const input = { review, objection: { about: 'other', name: '某人', sentence: '他退休了' } }
      return { as, input, effects: () => audited(system, review, 'review.object') }
    },
  },
  listObjection: {
    ask: async (system) => {
      const { union: anew, task, officer } = await objectedAnew(system)
      return { as: officer, input: { union: anew, task } }
    },
  },
  settleListObjection: {
    'leave the list as it is': settling('stands', async () => ({ kind: 'stands' })),
    'strike an elector': settling('strike', async ({ person }) => ({ kind: 'strike', person })),
    'admit an elector': settling('admit', async ({ union: at }, system) => ({
      kind: 'admit',
      person: await newMember(system, { union: at }),
    })),
  },
  ...paperAttempts,
  ...resultAttempts,
  ...scrutinyAttempts,
  reviews: { ask: async () => ({ as: street, input: { union } }) },
  announcedReview: {
    ask: async (system) => ({ as: street, input: { review: await announcedAnew(system) } }),
  },
}

/** A list of a union with one member who has WeChat. */
async function listedAnew(system: TestSystem) {
  const anew = await plainUnion(system)
  const as = system.newcomer()
  const person = await newMember(system, { union: anew, as })
  const review = await listed(system, await announced(system, anew, street))
  const { as: officer } = await inOffice(system, anew, 'chair')
  return { union: anew, review, as, person, officer }
}

/** An objection to a list, and an officer at whose desk it lies. */
export async function objectedAnew(system: TestSystem) {
  const all = await listedAnew(system)
  const objection = { about: 'other', name: '某会员', sentence: '名单上不对' }
  return { ...all, task: await objectedToList(system, all.as, all.review, objection) }
}

type Settling = (of: Awaited<ReturnType<typeof objectedAnew>>, system: TestSystem) => Promise<object>

function settling(kind: string, verdictOf: Settling) {
  return async (system: TestSystem) => {
    const of = await objectedAnew(system)
    const input = { union: of.union, task: of.task, verdict: await verdictOf(of, system), reason: '查过花名册' }
    return { as: of.officer, input, effects: () => audited(system, of.review, `review.objection.${kind}`) }
  }
}

async function announcedAnew(system: TestSystem) {
  const anew = await plainUnion(system)
  return announced(system, anew, street)
}
