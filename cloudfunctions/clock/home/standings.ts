import { chinaDay } from '../../../shared/core/time'
import { keepStanding, standingOfUnion } from '../../home/standards/keep-standing'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { unions } from '../../_kernel/records/registry'
import type { Runtime } from '../../_kernel/runtime'

/** Unions in one run: some twenty looks by an index each. */
const together = 100
const abreast = 10

/** 每天对照标准: every union once a day by its records, those under one parent together; meetings, terms and rates change without anybody telling this. */
export async function computeStandings(
  { store, now }: Pick<Runtime, 'store' | 'now'>,
  after: string | undefined,
  limit = together,
): Promise<RoundStep> {
  const page = await store.find(unions, {
    index: 'byParent',
    equals: {},
    limit,
    ...(after === undefined ? {} : { cursor: after }),
  })
  for (let at = 0; at < page.documents.length; at += abreast) {
    const some = page.documents.slice(at, at + abreast)
    const ports = { store, now: now(), today: chinaDay(now()) }
    const looked = await Promise.all(some.map(async (union) => [union, await standingOfUnion(union, ports)] as const))
    // One after the other: they add to the same sums.
    for (const [union, standing] of looked) await store.transact((tx) => keepStanding(tx, union, standing))
  }
  return { done: page.documents.length, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}
