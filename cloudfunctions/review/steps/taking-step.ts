import { succeed } from '../../../shared/core/outcome'
import { stepped } from '../../../shared/review/life'
import { dueOf, nextStep, type ClockStep } from '../../../shared/review/next-step'
import { auditing } from '../../_kernel/audit'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import { destroySigning } from '../../_kernel/review/keys'
import { askingForPapers } from '../paper/asking-for-papers'
import type { Runtime } from '../../_kernel/runtime'
import { callingOff } from './calling-off'

type Ports = Pick<Runtime, 'store' | 'now' | 'random' | 'indexer'>

/** 到期的一步, everything of it in one transaction. False where somebody else took it, or made it impossible, a moment before. */
export async function takeStep(
  seen: ReviewRecord,
  step: Exclude<ClockStep, 'take-list'>,
  { store, now, random, indexer }: Ports,
): Promise<boolean> {
  const { _id, union, digest } = seen
  const ports = { now: now(), random, indexer, account: 'clock' as const }
  const callOff = callingOff(seen, ports)
  const askForPapers = await askingForPapers(seen, step, { store, now: ports.now })
  const audit = auditing(ports, { action: `review.${step}`, subject: _id, union, digest })
  const done = await store.transact(async (tx) => {
    const review = await tx.get(reviews, _id)
    if (review === undefined || nextStep(review, ports.now) !== step) return succeed(false)
    if (step === 'call-off') return succeed((await callOff(tx)).ok)
    const next = stepped(review, step)
    if ('refuse' in next) return succeed(false)
    const after = { ...review, phase: next.to, updatedAt: ports.now }
    await tx.put<ReviewRecord>(reviews, { ...after, due: dueOf(after) })
    if (step === 'close') await destroySigning(tx, review.keys)
    await askForPapers?.(tx)
    await audit(tx)
    return succeed(true)
  })
  return done.data
}
