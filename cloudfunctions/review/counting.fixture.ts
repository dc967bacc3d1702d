import { fromBase64url, toBase64url } from '../../shared/core/base64url'
import { announcedKey } from '../../shared/review/announcement'
import { writeBallot } from '../../shared/review/ballot'
import { castId } from '../../shared/review/cast'
import type { Envelope } from '../../shared/review/envelope'
import { Grade, type Grades } from '../../shared/review/kinds'
import { castWith, takeToken, tokenRandomness, wantToken } from '../../shared/review/phone'
import { writeRemark, type Remark } from '../../shared/review/remark'
import { random } from '../../shared/review/review.fixture'
import { casts } from '../_kernel/records/casts'
import { announcementOf } from '../_kernel/review/announcement'
import { blindSigner } from '../_kernel/review/blind-signer'
import { destroySigning, signingSecrets } from '../_kernel/review/keys'
import { castUnions } from '../../local/demo/personas'
import { PersonId, type ReviewId, type UnionId } from '../../shared/core/ids'
import { isoTime } from '../../shared/core/time'
import type { Channel } from '../../shared/review/channel'
import type { ReviewPhase } from '../../shared/review/life'
import { inOffice } from '../../tests/faults/ready'
import type { TestSystem } from '../../tests/system'
import {
  electorId,
  electors,
  reviewKeys,
  reviews,
  type ElectorRecord,
  type ReviewRecord,
} from '../_kernel/records/reviews'
import { memberships } from '../_kernel/records/memberships'
import { announced } from './review.fixture'

/** Two who may tick and count in a union, and nobody else’s tellers. */
export async function tellersOf(
  system: Pick<TestSystem, 'runtime' | 'newcomer'>,
  union: UnionId = castUnions.factory.id,
) {
  const [one, other] = [await inOffice(system, union, 'clerk'), await inOffice(system, union, 'examiner')]
  return { one: one.as, other: other.as }
}

export async function recordOfReview({ runtime }: TestSystem, review: ReviewId): Promise<ReviewRecord> {
  const record = await runtime.store.get(reviews, review)
  if (record === undefined) throw new Error(`there is no review ${review}`)
  return record
}

/** The review stands in this phase now; a closed one has no signing keys any more. */
export async function putPhase(system: TestSystem, review: ReviewId, phase: ReviewPhase): Promise<void> {
  const { due: _, ...record } = await recordOfReview(system, review)
  await system.runtime.store.transact(async (tx) => {
    await tx.put(reviews, { ...record, phase })
    if (phase === 'closed') await destroySigning(tx, record.keys)
  })
}

/** Electors who are nobody in particular, so many by each channel. */
export async function putElectors(
  system: TestSystem,
  review: ReviewId,
  { phone = 0, paper = 0, silent = 0 }: { phone?: number; paper?: number; silent?: number },
): Promise<void> {
  const channels: readonly (Channel | undefined)[] = [
    ...Array.from({ length: phone }, () => 'phone' as const),
    ...Array.from({ length: paper }, () => 'paper' as const),
    ...Array.from({ length: silent }, () => undefined),
  ]
  const { store } = system.runtime
  for (const [at, channel] of channels.entries()) {
    const person = PersonId.parse(`voter-${at}`)
    const elector: ElectorRecord = { _id: electorId(review, person), review, person, standing: 'elector' }
    await store.insert(electors, channel === undefined ? elector : { ...elector, channel })
  }
  const record = await recordOfReview(system, review)
  await store.transact((tx) => tx.put(reviews, { ...record, electors: channels.length }))
}

/** A review of the factory’s that is being voted in, its members the electors. */
export async function votingAmongMembers(
  system: TestSystem,
  union: UnionId = castUnions.factory.id,
  as = 'demo-factory-chair',
): Promise<{ readonly review: ReviewId; readonly persons: readonly PersonId[] }> {
  const review = await announced(system, union, as)
  const { store } = system.runtime
  const { documents } = await store.find(memberships, {
    index: 'byUnion',
    equals: { union, state: 'active' },
    limit: 100,
  })
  for (const { _id: person } of documents)
    await store.insert(electors, { _id: electorId(review, person), review, person, standing: 'elector' })
  await putPhase(system, review, 'voting')
  return { review, persons: documents.map(({ _id }) => _id) }
}

/** When the count of a review may begin: longer after its end than any function runs. */
export async function afterTheEnd(system: TestSystem, review: ReviewId): Promise<void> {
  const { votingUntil } = await recordOfReview(system, review)
  system.travel(isoTime(Date.parse(votingUntil) + 100_000))
}

/** Casts of nobody in particular, made as phones make them and put where the ballot function puts them. Before the close: afterwards nobody signs. */
export async function castVotes(
  system: TestSystem,
  review: ReviewId,
  { grades = {}, remarks = [] }: { grades?: Partial<Grades>; remarks?: readonly Omit<Remark, 'review'>[] },
): Promise<void> {
  const voter = await voterOf(system, review)
  for (const grade of Grade.options)
    for (let one = 0; one < (grades[grade] ?? 0); one++)
      await voter('ballot', (digest) => writeBallot({ review: digest, grade }))
  for (const remark of remarks)
    await voter('remark', (digest) => writeRemark({ review: digest, ...remark }) ?? new Uint8Array())
}

/** Receives a token and casts with it what is written. */
export async function voterOf({ runtime }: TestSystem, review: ReviewId) {
  const record = await runtime.store.get(reviews, review)
  const keys = await runtime.store.get(reviewKeys, record?.keys ?? '')
  const secrets = keys && signingSecrets(keys, runtime)
  const digest = fromBase64url(record?.digest ?? '')
  if (record === undefined || keys === undefined || secrets === undefined || digest === undefined)
    throw new Error('nobody can vote in it')
  const announcement = announcementOf(record, keys)
  const signers = { ballot: blindSigner(secrets.ballot), remark: blindSigner(secrets.remark) }
  return async (envelope: Envelope, content: (digest: Uint8Array) => Uint8Array): Promise<string> => {
    const key = announcedKey(announcement, envelope, signers[envelope].publicKey)
    const made = key && wantToken(envelope, digest, key, random(tokenRandomness(key)))
    const blindSignature = made && (await signers[envelope].sign(made.blinded))
    const held = made && blindSignature && takeToken(envelope, digest, key, { wanted: made.wanted, blindSignature })
    if (held === undefined) throw new Error('nothing received')
    const sealedTo = { content: content(digest), tallyKey: announcement.tallyKey, ephemeral: random(32) }
    const cast = castWith(envelope, digest, held, sealedTo)
    const _id = toBase64url(castId(envelope, digest, cast.slice(0, 32)))
    await runtime.ballots.insert(casts, { _id, review: record.digest, envelope, cast: toBase64url(cast) })
    return _id
  }
}
