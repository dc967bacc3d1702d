import { randomBytes } from 'node:crypto'
import type { Answer } from '../src/services/problem'
import { offline } from '../src/services/problem'
import type { ReviewId } from '../shared/core/ids'
import type { Envelope } from '../shared/review/envelope'
import type { Grade } from '../shared/review/kinds'
import type { Remark } from '../shared/review/remark'
import { votingPhone, type VotingPhone, type VotingPorts } from '../src/services/review/voting'
import type { Answered, TestSystem } from './system'

/** One message to a function on its way: whether it gets there, and whether its answer comes back. */
export type Fate = 'arrives' | 'request lost' | 'answer lost'
export type Line = () => Fate

const clear: Line = () => 'arrives'

/** The phone’s steps, by review and, for whoever holds a slip, its code. */
export interface TestPhone {
  kept(review: ReviewId, code?: string): ReturnType<VotingPhone['kept']>
  receive(review: ReviewId, code?: string): ReturnType<VotingPhone['receive']>
  castBallot(review: ReviewId, grade: Grade, code?: string): ReturnType<VotingPhone['castBallot']>
  castRemark(review: ReviewId, remark: Omit<Remark, 'review'>, code?: string): ReturnType<VotingPhone['castRemark']>
  check(review: ReviewId, envelope: Envelope, published: string): ReturnType<VotingPhone['check']>
  /** What lies in its storage, for another phone to steal. */
  readonly storage: Map<string, string>
}

/** The phone of the app on the functions themselves: the shared code, with a storage in memory and a line that can be cut. `as` undefined votes by a code. */
export function phoneOf(
  { ask }: Pick<TestSystem, 'ask'>,
  as: string | undefined,
  line: Line = clear,
  change: Partial<VotingPorts> = {},
  storage = new Map<string, string>(),
): TestPhone {
  async function over<T>(call: () => Promise<Answered<T>>): Promise<Answer<T>> {
    const fate = line()
    if (fate === 'request lost') return lost
    const answer = await call()
    return fate === 'answer lost' ? lost : told(answer)
  }
  const phone = votingPhone({
    storage: {
      read: async (name) => storage.get(name),
      keep: async (name, text) => void storage.set(name, text),
    },
    account: () => undefined,
    random: async (length) => Uint8Array.from(randomBytes(length)),
    announcement: (review) => over(() => ask(undefined, 'ballot', 'announcement', { review })),
    announcedDigest: async (review) => {
      const answer = await over(() => ask(as, 'review', 'announcedReview', { review }))
      return answer.ok ? { ok: true, data: answer.data.digest } : answer
    },
    receive: ({ review, code }, blinded) =>
      over(() =>
        code === undefined
          ? ask(as, 'review', 'receive', { review, blinded })
          : ask(undefined, 'review', 'receiveByCode', { review, code, blinded }),
      ),
    cast: (review, envelope, cast) => over(() => ask(undefined, 'ballot', 'cast', { review, envelope, cast })),
    board: (review, envelope, page) => over(() => ask(undefined, 'ballot', 'board', { review, envelope, page })),
    ...change,
  })
  return {
    kept: (review, code) => phone.kept({ review, code }),
    receive: (review, code) => phone.receive({ review, code }),
    castBallot: (review, grade, code) => phone.castBallot({ review, code }, grade),
    castRemark: (review, remark, code) => phone.castRemark({ review, code }, remark),
    check: (review, envelope, published) => phone.check({ review }, envelope, published),
    storage,
  }
}

const lost = { ok: false, problem: offline } as const

function told<T>(answer: Answered<T>): Answer<T> {
  if (answer.ok) return { ok: true, data: answer.data }
  const { code, message, fields } = answer
  if (code === 'FAULT' || code === 'CANNOT_SAVE') return { ok: false, problem: { kind: 'fault', message } }
  return { ok: false, problem: { kind: 'refused', code, message, fields } }
}

/** What a step came to, in a word. */
export function wordOf(voted: Awaited<ReturnType<VotingPhone['castBallot'] | VotingPhone['receive']>>): string {
  if (voted.ok) return voted.data
  const { problem } = voted
  if (problem.kind === 'refused') return problem.code
  return problem.kind === 'alarm' ? problem.what : problem.kind
}
