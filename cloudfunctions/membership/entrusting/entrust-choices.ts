import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { implement } from '../../_kernel/serve'
import { heldHere } from '../life/held'
import { entrustedOf } from '../states/my-membership'
import { partiesOf } from './parties'

/** 可以委托给谁: nobody, where the member is not dispatched. */
export const entrustChoices = implement(contract.procedures.entrustChoices, async (call) => {
  const held = await heldHere(call.input, call)
  if (!held.ok) return held
  const { member } = held.data
  const parties = await partiesOf(member, call)
  const known = parties.ok ? parties.data : []
  const others = known.flatMap(({ unionRecords }) => unionRecords).filter(({ _id }) => _id !== member.union)
  const now = await entrustedOf(member, call)
  return succeed({
    unions: [...new Map(others.map(({ _id, name }) => [_id, { union: _id, name }])).values()],
    units: known.map(({ unit, name }) => ({ unit, name })),
    ...(now === undefined ? {} : { now }),
  })
})
