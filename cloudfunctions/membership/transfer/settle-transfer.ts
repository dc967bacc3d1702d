import { membership as contract } from '../../../shared/contract/membership'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { UnionId } from '../../../shared/core/ids'
import { unreachable } from '../../../shared/core/unreachable'
import { unions } from '../../_kernel/records/registry'
import type { TransferRecord } from '../../_kernel/records/transfers'
import { implement, type Call } from '../../_kernel/serve'
import type { UnionLabel } from '../joining/assess'
import { mayAssign } from '../deciding/candidates'
import { acting } from './acting'
import { answerBy } from './notice'
import { transferFor } from './sides'
import type { TransferAct } from './stepping'

/** 裁定 (T7): it goes on as asked, it goes to another union, or it does not go. */
export const settleTransfer = implement(contract.procedures.settleTransfer, async (call) => {
  const found = await transferFor(call.input, call)
  if (!found.ok) return found
  const { part, transfer, acting: union } = found.data
  if (!part.settling) return refuse('NOT_FOUND')
  const { verdict, reason: note } = call.input
  const by = { union, note }
  switch (verdict.kind) {
    case 'uphold':
      return acting(
        transfer,
        { ...by, command: 'uphold', kind: 'upheld', tell: `${union.name}裁定您的转会照办，请看进度。` },
        call,
      )
    case 'stop':
      return acting(
        transfer,
        {
          ...by,
          command: 'stop',
          kind: 'stopped',
          tell: `${union.name}裁定这次不转会，会籍还在原来的工会，理由请看进度。`,
        },
        call,
      )
    case 'assign': {
      const to = await targetOf(transfer, union, verdict.to, call)
      return to.ok ? acting(transfer, { ...by, ...to.data }, call) : to
    }
    default:
      return unreachable(verdict)
  }
})

async function targetOf(
  transfer: TransferRecord,
  decider: UnionLabel,
  to: UnionId,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<
  Outcome<Pick<TransferAct, 'command' | 'kind' | 'change' | 'tell'>, 'UNION_NOT_OFFERED' | 'UNION_NOT_ACTIVE'>
> {
  const union = await call.store.get(unions, to)
  const stays = transfer.change === 'move' && to === transfer.from.union
  if (union === undefined || stays || !union.direct || !mayAssign(transfer.offered, decider.union, union))
    return refuse('UNION_NOT_OFFERED', { field: 'to', message: '会籍不能转到这个工会，请另选一个。' })
  if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE', { field: 'to' })
  return succeed({
    command: 'assign',
    kind: 'assigned',
    change: { to: { union: union._id, name: union.name }, acceptBy: await answerBy(union._id, call) },
    tell: `${decider.name}定下您的会籍转到${union.name}，请看进度。`,
  })
}
