import { review as contract } from '../../../shared/contract/review'
import { refuse, succeed } from '../../../shared/core/outcome'
import { accounts } from '../../_kernel/records/accounts'
import { memberships } from '../../_kernel/records/memberships'
import { reviews, type ReviewRecord } from '../../_kernel/records/reviews'
import { electorOf } from '../../_kernel/review/elector-of'
import { implement, type Call } from '../../_kernel/serve'
import { reviewOfUnion } from '../of-union'
import { resultView } from './view'

export const reviewResult = implement(contract.procedures.reviewResult, async (call) => {
  const found = await reviewOfUnion(call.input, call.store)
  return found.ok ? succeed(await resultView(found.data, call)) : found
})

/** 向会员公布: nobody is sent a message; whoever may know finds it. */
export const myReviewResult = implement(contract.procedures.myReviewResult, async (call) => {
  const found = await call.store.get(reviews, call.input.review)
  return found !== undefined && (await concerns(found, call))
    ? succeed(await resultView(found, call))
    : refuse('NOT_FOUND')
})

async function concerns({ _id, union }: ReviewRecord, { store, account }: Pick<Call<unknown>, 'store' | 'account'>) {
  const person = (await store.get(accounts, account))?.person
  if (person === undefined) return false
  const [elector, membership] = await Promise.all([electorOf(_id, person, store), store.get(memberships, person)])
  return elector?.standing === 'elector' || (membership?.union === union && membership.state === 'active')
}
