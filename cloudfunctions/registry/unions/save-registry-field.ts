import { registry } from '../../../shared/contract/registry'
import { refuse } from '../../../shared/core/outcome'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { writingField } from '../../_kernel/unions/write-field'

/** 填一项, on the registry’s page: by the rule and the writer of the half-year round. */
export const saveRegistryField = implement(registry.procedures.saveRegistryField, async (call) => {
  const { union: id, key, value } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  const writing = await writingField({ union, key, value }, call)
  return writing.ok ? call.act(writing.data) : writing
})
