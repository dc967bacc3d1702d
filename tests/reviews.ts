import { fromBase64url } from '../shared/core/base64url'
import { PersonId, ReviewId, type UnionId } from '../shared/core/ids'
import { isoTime, type IsoTime } from '../shared/core/time'
import { Grade } from '../shared/review/kinds'
import type { ReviewPhase } from '../shared/review/life'
import { codeBytes, codeDigest, writeCode } from '../shared/review/survey-code'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { accounts } from '../cloudfunctions/_kernel/records/accounts'
import {
  electorId,
  electors,
  reviewKeys,
  reviews,
  type ElectorRecord,
  type ReviewRecord,
} from '../cloudfunctions/_kernel/records/reviews'
import { surveyCodes } from '../cloudfunctions/_kernel/records/survey-codes'
import { digestOf } from '../cloudfunctions/_kernel/review/announcement'
import { keySetOf, takeKeys } from '../cloudfunctions/_kernel/review/keys'
import { castUnions } from '../local/demo/personas'
import { succeed } from '../shared/core/outcome'
import { randomBytes } from 'node:crypto'
import { chinaDay } from '../shared/core/time'
import { newSigningPair } from './signing-keys'
import type { TestSystem } from './system'

const [hour, day] = [60 * 60 * 1000, 24 * 60 * 60 * 1000]

/** How far each phase’s periods lie from now: in the middle of it. */
const sinceReceiving: Readonly<Record<ReviewPhase, number>> = {
  announced: -day,
  receiving: day,
  voting: 8 * day,
  closed: 14 * day + hour,
  published: 15 * day,
  'called-off': day,
}

let made = 0

/** A review in the midst of a phase, as if it had been announced in time; each its own, whatever else the union holds. */
export async function reviewIn(
  { runtime }: Pick<TestSystem, 'runtime'>,
  phase: ReviewPhase,
  change: Partial<Pick<ReviewRecord, 'kind' | 'form' | 'grades' | 'staff'>> & { readonly union?: UnionId } = {},
): Promise<ReviewRecord> {
  const { union = castUnions.factory.id, kind = 'members', form = 'mixed', grades = Grade.options, staff = 0 } = change
  const now = Date.parse(runtime.now())
  const receivingFrom = now - sinceReceiving[phase]
  const at = (ms: number): IsoTime => isoTime(receivingFrom + ms)
  const keys = keySetOf(newSigningPair(), runtime)
  const cutoff = chinaDay(at(-3 * day))
  const _id = ReviewId.parse(`2026:${kind}:${union}.${++made}`)
  const facts = { _id, union, year: 2026, kind, form, grades: [...grades], staff, cutoff }
  const record: ReviewRecord = {
    ...facts,
    announcedOn: cutoff,
    keys: keys._id,
    digest: Buffer.from(digestOf(facts, keys)).toString('base64url'),
    phase,
    receivingFrom: at(0),
    votingFrom: at(7 * day),
    votingUntil: at(14 * day),
    openObjections: 0,
    electors: 1,
    updatedAt: runtime.now(),
  }
  await runtime.store.transact(async (tx) => {
    await takeKeys(tx, keys, record._id)
    await tx.put(reviews, record)
    return succeed(undefined)
  })
  return record
}

export async function keysOf({ runtime }: Pick<TestSystem, 'runtime'>, { keys }: Pick<ReviewRecord, 'keys'>) {
  const found = await runtime.store.get(reviewKeys, keys)
  if (found === undefined) throw new Error('a review without keys')
  return found
}

export async function moveTo({ runtime }: Pick<TestSystem, 'runtime'>, review: ReviewRecord, phase: ReviewPhase) {
  await runtime.store.transact((tx) => tx.put(reviews, { ...review, phase }))
}

/** Somebody with an account on this list; nothing else of them matters here. */
export async function electorOf(
  { runtime, newcomer }: Pick<TestSystem, 'runtime' | 'newcomer'>,
  { _id: review }: Pick<ReviewRecord, '_id'>,
  change: Partial<ElectorRecord> = {},
): Promise<{ readonly as: string; readonly person: PersonId; readonly elector: string }> {
  const as = newcomer()
  const person = PersonId.parse(runtime.random.id())
  await runtime.store.insert(accounts, { _id: accountOf(as, runtime), person, createdAt: runtime.now() })
  const elector = electorId(review, person)
  const record: ElectorRecord = { _id: elector, review, person, standing: 'elector', ...change }
  await runtime.store.insert(electors, record)
  return { as, person, elector }
}

/** A slip of a staff survey. */
export async function slipOf(
  { runtime }: Pick<TestSystem, 'runtime'>,
  review: Pick<ReviewRecord, '_id' | 'digest'>,
): Promise<{ readonly code: string; readonly id: string }> {
  const bytes = Uint8Array.from(randomBytes(codeBytes))
  const digest = fromBase64url(review.digest) ?? new Uint8Array()
  const id = Buffer.from(codeDigest(digest, bytes)).toString('base64url')
  await runtime.store.insert(surveyCodes, { _id: id, review: review._id, state: 'unused', batch: 'slips' })
  return { code: writeCode(bytes), id }
}
