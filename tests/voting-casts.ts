import { verifyWithNode } from '../cloudfunctions/_kernel/card/ed25519'
import { casts } from '../cloudfunctions/_kernel/records/casts'
import type { ReviewRecord } from '../cloudfunctions/_kernel/records/reviews'
import { boxOpener, tokenVerifier } from '../cloudfunctions/_kernel/review/opening'
import { tallyKeyOf } from '../cloudfunctions/_kernel/review/keys'
import { fromBase64url, toBase64url } from '../shared/core/base64url'
import type { Grade } from '../shared/review/kinds'
import { tallyBallots } from '../shared/review/tally'
import { electorOf, keysOf } from './reviews'
import type { TestSystem } from './system'
import { phoneOf, wordOf } from './voting-phone'

/** What lies in the box of this review. */
export async function castsOf(system: TestSystem, of: ReviewRecord) {
  const query = { index: 'byReview', equals: { review: of.digest, envelope: 'ballot' }, limit: 1000 } as const
  return (await system.runtime.ballots.find(casts, query)).documents
}

/** What a count would find now. */
export async function counted(system: TestSystem, of: ReviewRecord) {
  const keys = await keysOf(system, of)
  const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array()
  return tallyBallots(
    (await castsOf(system, of)).map(({ cast }) => bytes(cast)),
    {
      review: bytes(of.digest),
      grades: of.grades,
      isSigned: tokenVerifier(bytes(keys.ballotKey)),
      open: boxOpener(tallyKeyOf(keys, system.runtime)),
      verify: verifyWithNode,
    },
  )
}

export const cast = (system: TestSystem, of: ReviewRecord, text: string) =>
  system.ask(undefined, 'ballot', 'cast', { review: of._id, envelope: 'ballot', cast: text })

/** A phone that has received, and the cast that it would send: nothing of it was sent. */
export async function sealedCast(system: TestSystem, of: ReviewRecord, grade: Grade = 'satisfied'): Promise<string> {
  const { as } = await electorOf(system, of)
  let sealed = ''
  const phone = phoneOf(system, as, undefined, {
    cast: async (_, __, text) => {
      sealed = text
      return { ok: false, problem: { kind: 'offline', message: '' } }
    },
  })
  expect(wordOf(await phone.receive(of._id))).toBe('received')
  await phone.castBallot(of._id, grade)
  return sealed
}

export const changedAt = (text: string, at: number) => {
  const bytes = fromBase64url(text) ?? new Uint8Array()
  return toBase64url(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte)))
}
