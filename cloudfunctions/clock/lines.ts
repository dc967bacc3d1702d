import type { UnionId } from '../../shared/core/ids'
import { advanceReaffiliation } from '../../shared/org/reaffiliation'
import { reaffiliations, type ReaffiliationRecord } from '../_kernel/records/reaffiliations'
import { unions, type UnionRecord } from '../_kernel/records/registry'
import type { Runtime } from '../_kernel/runtime'
import type { Transaction } from '../_kernel/store/port'
import { movingAssessments } from '../_kernel/unions/assessments'
import { nextBelow } from '../_kernel/unions/walk'

/** Unions in one transaction: three operations each, of a hundred. */
const together = 25
const stretchesPerRun = 40

/**
 * 下级的条跟着改 (ORG-13): after a union came under another one, every union below it gets the line of its parent, parents first, in stretches. What a stretch does twice it
 * does once: a line follows from the parent’s alone. Answers how many unions were looked at.
 */
export async function carryLines(runtime: Runtime): Promise<number> {
  const { documents } = await runtime.store.find(reaffiliations, {
    index: 'byState',
    equals: { state: 'carrying' },
    limit: 20,
  })
  let looked = 0
  for (const { _id } of documents)
    for (let stretch = 0; stretch < stretchesPerRun; stretch++) {
      const met = await carryStretch(_id, runtime)
      looked += met
      if (met < together) break
    }
  return looked
}

async function carryStretch(id: string, { store, now: clock }: Pick<Runtime, 'store' | 'now'>): Promise<number> {
  const seen = await store.get(reaffiliations, id)
  if (seen?.state !== 'carrying') return 0
  const met: UnionRecord[] = []
  let levels: ReaffiliationRecord['levels'] = seen.levels
  while (met.length < together) {
    const next = await nextBelow(levels, { store })
    levels = next === undefined ? [] : [...next.levels]
    if (next === undefined) break
    met.push(next.union)
  }
  // Before the stretch is done: what a clock that is killed here leaves, the next one finds.
  for (const { _id } of met) {
    const move = await movingAssessments(_id, { store }, { by: 'clock', at: clock() })
    if (move !== undefined) await store.transact(move)
  }
  return store.transact(async (tx) => {
    const now = await tx.get(reaffiliations, id)
    if (now?.state !== 'carrying' || now.step !== seen.step) return 0
    await rewrite(tx, met)
    const arrived = met.length < together ? advanceReaffiliation(now.state, 'arrive') : undefined
    const state = arrived !== undefined && 'to' in arrived ? arrived.to : now.state
    await tx.put(reaffiliations, { ...now, levels, step: now.step + 1, state })
    return met.length
  })
}

async function rewrite(tx: Transaction, met: readonly UnionRecord[]): Promise<void> {
  const lines = new Map<UnionId, readonly UnionId[]>()
  for (const { _id } of met) {
    const union = await tx.get(unions, _id)
    if (union?.parent === undefined) continue
    const above = lines.get(union.parent) ?? (await tx.get(unions, union.parent))?.line
    if (above === undefined) continue
    const line = [_id, ...above]
    lines.set(_id, line)
    if (line.join() !== union.line.join()) await tx.put(unions, { ...union, line })
  }
}
