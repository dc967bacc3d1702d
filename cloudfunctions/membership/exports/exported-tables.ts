import { exportProcedures } from '../../../shared/contract/membership-exports'
import { succeed } from '../../../shared/core/outcome'
import { exports } from '../../_kernel/records/exports'
import { implement } from '../../_kernel/serve'
import { viewOf } from './job'

const most = 20

/** 我的导出: what can still be had, and what was removed again. */
export const exportedTables = implement(exportProcedures.exportedTables, async (call) => {
  const equals = { union: call.input.union, by: call.account }
  const found = await call.store.find(exports, { index: 'mine', equals, order: 'descending', limit: most })
  return succeed({ rows: found.documents.map(viewOf) })
})
