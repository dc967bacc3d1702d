import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse } from '../../../shared/core/outcome'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { writingField } from '../../_kernel/unions/write-field'

/** 填一项, while the round is looked at. */
export const saveUnionField = implement(roundProcedures.saveUnionField, async (call) => {
  const { union: id, key, value } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const writing = await writingField({ union, key, value }, call)
  return writing.ok ? call.act(writing.data) : writing
})
