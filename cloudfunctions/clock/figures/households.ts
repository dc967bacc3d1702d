import { succeed } from '../../../shared/core/outcome'
import type { RoundStep } from '../../_kernel/operations/daily-round'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import type { Runtime } from '../../_kernel/runtime'
import type { Transaction } from '../../_kernel/store/port'

/** Two reads and a write each, of the hundred operations that a transaction takes. */
const together = 30
const perRun = 600

/** 户籍补记: a membership on which the household is missing gets that of its person, so that an index counts it. Answers how many got one. */
export async function noteHouseholds({ store }: Pick<Runtime, 'store'>, after: string | undefined): Promise<RoundStep> {
  const page = await store.find(memberships, {
    index: 'byHousehold',
    equals: { household: undefined },
    limit: perRun,
    ...(after === undefined ? {} : { cursor: after }),
  })
  let done = 0
  for (let at = 0; at < page.documents.length; at += together) {
    const some = page.documents.slice(at, at + together)
    done += (await store.transact((tx) => noteIn(tx, some))).data
  }
  return { done, ...(page.cursor === undefined ? {} : { after: page.cursor }) }
}

async function noteIn(tx: Transaction, some: readonly MembershipRecord[]) {
  let done = 0
  for (const { _id } of some) {
    const [membership, person] = [await tx.get(memberships, _id), await tx.get(persons, _id)]
    if (membership === undefined || person === undefined || membership.household !== undefined) continue
    await tx.put(memberships, { ...membership, household: person.household })
    done += 1
  }
  return succeed(done)
}
