import { card as contract } from '../../shared/contract/card'
import { listedBytes } from '../../shared/card/revocation-list'
import { daysAfter } from '../../shared/core/calendar'
import { refuse, succeed } from '../../shared/core/outcome'
import { revocations as records } from '../_kernel/records/cards'
import { implement } from '../_kernel/serve'

/** References of one answer: 8 KB. */
const together = 1_000

/**
 * 吊销名单 of one day: what a verifier keeps for the hours without a network. References of revoked cards only, and of that day only: two days’ lists cannot be
 * laid beside each other to follow anybody. Today’s and tomorrow’s, and no other: by the list of a day that is over, whoever kept what they scanned on it could tell whose card was
 * revoked since, and lay that beside who left.
 */
export const revocations = implement(contract.procedures.revocations, async (call) => {
  const { day, cursor } = call.input
  if (day < call.today || day > daysAfter(call.today, 1)) return refuse('BAD_INPUT', { field: 'day' })
  const query = { index: 'byEnd', equals: {}, from: day, limit: together } as const
  const page = await call.store.find(records, { ...query, ...(cursor === undefined ? {} : { cursor }) })
  const references = page.documents
    .map(({ _id }) => Buffer.from(call.issuer.reference(_id, day).subarray(0, listedBytes)))
    // In an order of their own: the order of the records would be the same every day.
    .sort((one, other) => one.compare(other))
  return succeed({
    references: Buffer.concat(references).toString('base64url'),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    asOf: call.now,
  })
})
