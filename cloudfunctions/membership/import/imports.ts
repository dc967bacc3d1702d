import { importProcedures } from '../../../shared/contract/membership-import'
import { succeed } from '../../../shared/core/outcome'
import { imports as records } from '../../_kernel/records/imports'
import { implement } from '../../_kernel/serve'
import { viewOf } from './job'

const most = 20

/** 我的导入: what can be carried on, and what came of the last ones. */
export const imports = implement(importProcedures.imports, async (call) => {
  const equals = { union: call.input.union, by: call.account }
  const found = await call.store.find(records, { index: 'mine', equals, order: 'descending', limit: most })
  return succeed({ rows: found.documents.map((one) => viewOf(one, call)) })
})
