import { review } from '../../shared/contract/review'
import { succeed } from '../../shared/core/outcome'
import { implement } from '../_kernel/serve'
import { reviewOfUnion } from './of-union'
import { callingOff } from './steps/calling-off'

/** 撤销评家, until voting begins: afterwards it goes on to its end, whatever the turnout. */
export const callOffReview = implement(review.procedures.callOffReview, async (call) => {
  const known = await reviewOfUnion(call.input, call.store)
  if (!known.ok) return known
  const found = known.data
  const callOff = callingOff(found, call, call.input.reason)
  return call.act(async (tx) => {
    const after = await callOff(tx)
    return after.ok ? succeed({}) : after
  })
})
