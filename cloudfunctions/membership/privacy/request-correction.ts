import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed } from '../../../shared/core/outcome'
import { readCorrection } from '../../../shared/membership/data-request'
import { auditing } from '../../_kernel/audit'
import { dataRequests } from '../../_kernel/records/data-requests'
import { implement } from '../../_kernel/serve'
import { myself } from './me'
import { keeperOf, newRequest, openRequest } from './requesting'

/** 请求更正 (PIPL §46): the union that keeps the roster checks it and corrects. */
export const requestCorrection = implement(contract.procedures.requestCorrection, async (call) => {
  const { field } = call.input
  const correction = readCorrection(field, call.input.should)
  if (!correction.ok) return correction
  const keeper = await keeperOf(await myself(call), call)
  if (keeper === undefined) return refuse('NOTHING_ON_FILE')
  if (await openRequest({ kind: 'correction', field }, call)) return refuse('REQUEST_OPEN')
  const record = newRequest({ kind: 'correction', field, keeper, should: correction.data.value }, call)
  const audit = auditing(call, { action: 'data.correction-asked', subject: keeper.subject, union: keeper.union })
  return call.act(async (tx) => {
    await tx.insert(dataRequests, record)
    await audit(tx)
    return succeed({ dueOn: record.dueOn, unionName: record.unionName })
  })
})
