import type { FileId, UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { PaperKind, UnionEventKind } from '../../../shared/membership/union-event'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { droppingReport } from '../../_kernel/unions/reports'
import { papersFor } from './papers'
import { seatUnion } from './seats'

export interface EndingInput {
  readonly union: UnionId
  readonly ending: UnionId
  readonly papers: readonly { readonly paper: PaperKind; readonly file: FileId }[]
}

type Code = 'NOT_FOUND' | 'UNION_NOT_ACTIVE' | 'UNION_LEADS_OTHERS' | 'DOCUMENT_MISSING'

/** 能不能撤销或合并: directly below the union that approves, in being, leading nobody, with its papers (工会法 §13; ORG-14). */
export async function mayEnd(
  kind: Exclude<UnionEventKind, 'founded'>,
  { union: upper, ending, papers }: EndingInput,
  call: Pick<Call<unknown>, 'store' | 'files'>,
): Promise<Outcome<UnionRecord, Code>> {
  const union = await call.store.get(unions, ending)
  if (union?.parent !== upper) return refuse('NOT_FOUND')
  if (union.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  if (await hasActiveBelow(ending, call.store)) return refuse('UNION_LEADS_OTHERS')
  const complete = await papersFor(kind, papers, call)
  return complete.ok ? succeed(union) : complete
}

/** The union is out of routing from this transaction on; its people stay where they are until everybody was told. */
export async function endingUnion(
  union: UnionRecord,
  change: Pick<UnionRecord, 'status' | 'successor' | 'endedOn'>,
  call: Pick<Call<unknown>, 'store' | 'today'>,
): Promise<(tx: Transaction) => Promise<Outcome<UnionRecord, 'UNION_NOT_ACTIVE'>>> {
  const dropReport = await droppingReport(union, call)
  return async (tx) => {
    const before = await tx.get(unions, union._id)
    if (before?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const after = { ...before, ...change }
    await tx.put(unions, after)
    await seatUnion(tx, after)
    await dropReport(tx)
    return succeed(after)
  }
}
