import type { z } from 'zod'
import { card as contract, type CardVerdict } from '../../shared/contract/card'
import { dayOfSeconds } from '../../shared/card/days'
import { toleranceSeconds, verifyOffline, type OfflineVerdict } from '../../shared/card/verify'
import { toHex } from '../../shared/core/bytes'
import { succeed } from '../../shared/core/outcome'
import { isoTime } from '../../shared/core/time'
import { verifyWithNode } from '../_kernel/card/ed25519'
import { cards, cardUses } from '../_kernel/records/cards'
import { DuplicateId } from '../_kernel/store/port'
import { implement, type Call } from '../_kernel/serve'
import { inForce } from './holder'
import { countingUse } from './services/counting'
import { serviceBehind } from './services/offered'

type Genuine = Extract<OfflineVerdict, { kind: 'genuine' }>

/** 联网核验: everything an offline verifier does, then what only the issuer knows: whether it still holds, and whether it was shown before. */
export const verify = implement(contract.procedures.verify, async (call) => {
  const now = Math.floor(Date.parse(call.now) / 1000)
  const verdict = verifyOffline(call.input.shown, {
    issuers: call.issuer.keys(call.today),
    now,
    verify: verifyWithNode,
  })
  return succeed(verdict.kind === 'genuine' ? await judged(verdict, call) : { kind: verdict.kind })
})

type Asked = z.output<typeof contract.procedures.verify.input>

async function judged(shown: Genuine, call: Call<Asked>): Promise<CardVerdict> {
  const opened = call.issuer.open(shown.reference)
  const [card] =
    opened === undefined
      ? []
      : (await call.store.find(cards, { index: 'bySerial', equals: { serial: opened.serial }, limit: 1 })).documents
  const membership = card === undefined ? undefined : await inForce(card, call)
  if (membership === undefined) return { kind: 'revoked' }
  if (!(await isFirstUse(shown, call))) return { kind: 'used' }
  const status = membership.state === 'retained' ? 'retained' : 'active'
  return { kind: 'valid', name: shown.name, union: shown.union, status, until: dayOfSeconds(shown.from) }
}

/** 一次: whoever inserts the digest first has the card, and has it counted; the same attempt, asked again, still has it and counts nothing more. */
async function isFirstUse({ reference, nonce, at }: Genuine, call: Call<Asked>): Promise<boolean> {
  const { store, indexer, input } = call
  const _id = indexer.lockId(`card-use:${toHex(reference)}:${toHex(nonce)}`)
  const attempt = indexer.lockId(`card-attempt:${input.attempt}`)
  // Beyond twice the tolerance nobody takes it any more, whichever clock is ahead.
  const expiresAt = isoTime((at + 2 * toleranceSeconds) * 1000)
  const service = input.service === undefined ? undefined : await serviceBehind(input.service, call)
  const count = service?.state === 'open' ? countingUse(service, call) : undefined
  try {
    await store.transact(async (tx) => {
      await tx.insert(cardUses, { _id, attempt, expiresAt })
      await count?.(tx)
    })
    return true
  } catch (fault) {
    if (!(fault instanceof DuplicateId) || fault.collection !== cardUses.name) throw fault
    return (await store.get(cardUses, _id))?.attempt === attempt
  }
}
