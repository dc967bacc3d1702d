import { review } from '../../shared/contract/review'
import { refuse, succeed } from '../../shared/core/outcome'
import { implement } from '../_kernel/serve'
import { reviewOf } from './of-union'
import { callingOff } from './steps/calling-off'

/** 撤销评家, until voting begins: afterwards it goes on to its end, whatever the turnout. */
export const callOffReview = implement(review.procedures.callOffReview, async (call) => {
  const found = await reviewOf(call.input, call.store)
  if (found === undefined) return refuse('NOT_FOUND')
  const callOff = callingOff(found, call, call.input.reason)
  return call.act(async (tx) => {
    const after = await callOff(tx)
    return after.ok ? succeed({}) : after
  })
})
