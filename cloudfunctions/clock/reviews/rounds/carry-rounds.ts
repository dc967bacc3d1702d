import { chinaDay } from '../../../../shared/core/time'
import { unreachable } from '../../../../shared/core/unreachable'
import { reviewRounds, type ReviewRoundRecord, type WalkLevel } from '../../../_kernel/records/review-rounds'
import type { UnionRecord } from '../../../_kernel/records/registry'
import type { Runtime } from '../../../_kernel/runtime'
import { timeBox } from '../time-box'
import { hasToOpen, openedIn } from '../../../review/rounds/in-round'
import { openFor } from './open-for'
import { nextBelow } from '../../../_kernel/unions/walk'

const runMs = 15_000
/** Unions between two notes of how far it is; those that a crash has looked at again are none the worse. */
const stretch = 40
const together = 20

/** 评家活动到期的事: counts who will need keys, and on the opening day announces for whoever has not. Answers how many unions it went to. */
export async function carryRounds(runtime: Runtime): Promise<number> {
  const hasTime = timeBox(runMs)
  let met = 0
  for (const state of ['opening', 'waiting', 'counting'] as const) {
    const { documents } = await runtime.store.find(reviewRounds, {
      index: 'byState',
      equals: { state },
      limit: together,
    })
    for (const round of documents) {
      try {
        met += await carry(round, hasTime, runtime)
      } catch (fault) {
        runtime.log({ function: 'clock', procedure: 'reviews.rounds', code: 'FAULT', fault })
      }
    }
  }
  return met
}

async function carry(seen: ReviewRoundRecord, hasTime: () => boolean, runtime: Runtime): Promise<number> {
  let met = 0
  let round: ReviewRoundRecord | undefined = seen
  while (round !== undefined && hasTime()) {
    const before: ReviewRoundRecord = round
    if (before.state === 'opened') return met
    if (before.state === 'waiting' && chinaDay(runtime.now()) < before.opensOn) return met
    const { after, unions } = await stretchOf(before, runtime)
    met += unions
    round = await moveOn(before, after, runtime)
  }
  return met
}

interface Moved extends Partial<Pick<ReviewRoundRecord, 'unions' | 'openedBefore'>> {
  readonly state: ReviewRoundRecord['state']
  readonly levels: readonly WalkLevel[]
}

/** What one stretch does, and where the round is after it. */
async function stretchOf(
  round: ReviewRoundRecord,
  runtime: Runtime,
): Promise<{ readonly after: Moved; readonly unions: number }> {
  switch (round.state) {
    case 'counting': {
      const { levels, done, unions } = await walk(round, runtime, (union) => hasToOpen(union, round, runtime.store))
      const state = levels.length === 0 ? ('waiting' as const) : round.state
      return { after: { state, levels, unions: round.unions + done }, unions }
    }
    case 'waiting':
      return { after: await freshWalk(round, runtime), unions: 0 }
    case 'opening': {
      const { levels, unions } = await walk(round, runtime, (union) => openFor(union, round, runtime))
      if (levels.length > 0) return { after: { state: 'opening', levels }, unions }
      const isLast = (await openedIn(round, runtime.store)) === round.openedBefore
      return { after: isLast ? { state: 'opened', levels } : await freshWalk(round, runtime), unions }
    }
    case 'opened':
      return { after: round, unions: 0 }
    default:
      return unreachable(round.state)
  }
}

/** From the top: a union that was renamed, moved or founded while the walk went on may have been missed. */
async function freshWalk(round: ReviewRoundRecord, { store }: Runtime): Promise<Moved> {
  return { state: 'opening', levels: [{ parent: round.union }], openedBefore: await openedIn(round, store) }
}

async function walk(
  { levels: from }: ReviewRoundRecord,
  { store }: Runtime,
  visit: (union: UnionRecord) => Promise<boolean>,
) {
  let levels: readonly WalkLevel[] = from
  let [done, unions] = [0, 0]
  for (; unions < stretch; unions++) {
    const met = await nextBelow(levels, { store })
    if (met === undefined) return { levels: [], done, unions }
    if (await visit(met.union)) done += 1
    levels = met.levels
  }
  return { levels, done, unions }
}

/** Undefined where another clock was here: it goes on. */
async function moveOn(
  before: ReviewRoundRecord,
  after: Moved,
  { store, now }: Runtime,
): Promise<ReviewRoundRecord | undefined> {
  const updatedAt = now()
  return store.transact(async (tx) => {
    const kept = await tx.get(reviewRounds, before._id)
    if (kept?.step !== before.step) return undefined
    const moved: ReviewRoundRecord = { ...kept, ...after, levels: [...after.levels], step: kept.step + 1, updatedAt }
    await tx.put(reviewRounds, moved)
    return moved
  })
}
