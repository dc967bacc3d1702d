import { chinaDay } from '../../../shared/core/time'
import { overBefore, retention } from '../../../shared/policy/retention'
import { publications, seats, signUps, type PublicationRecord } from '../../_kernel/records/publications'
import type { Runtime } from '../../_kernel/runtime'
import { seatId } from '../../registry/openness/seats'

/** Two removals for each: a CloudBase transaction takes 100. */
const together = 40
const pagesPerRun = 100

type Ports = Pick<Runtime, 'store' | 'now'>

/** 忘掉报名, a year after the activity: how many there were stays with it. */
export async function forgetSignUps({ store, now }: Ports): Promise<number> {
  const until = chinaDay(overBefore(retention.signUp, now()))
  let forgotten = 0
  for (let page = 0; page < pagesPerRun; page++) {
    const over = await store.find(publications, { index: 'bySignUpsOf', equals: {}, until, limit: 1 })
    const [activity] = over.documents
    if (activity === undefined) break
    forgotten += await forgetPage(activity, until, store)
  }
  return forgotten
}

/** What was found is judged once more in the transaction: the activity may have been put off meanwhile, and another clock may be here. */
async function forgetPage({ _id: id }: PublicationRecord, until: string, store: Ports['store']): Promise<number> {
  const page = await store.find(signUps, { index: 'byPublication', equals: { publication: id }, limit: together })
  return store.transact(async (tx) => {
    const activity = await tx.get(publications, id)
    if (activity?.signUpsOf === undefined || activity.signUpsOf >= until) return 0
    let gone = 0
    for (const { _id } of page.documents) {
      const signUp = await tx.get(signUps, _id)
      if (signUp === undefined) continue
      await tx.remove(signUps, _id)
      await tx.remove(seats, seatId(id, signUp.seat))
      gone += 1
    }
    const { signUpsOf, ...rest } = activity
    const more = page.cursor !== undefined
    const counted = { ...rest, forgotten: (activity.forgotten ?? 0) + gone }
    await tx.put(publications, more ? { ...counted, signUpsOf } : counted)
    return gone
  })
}
