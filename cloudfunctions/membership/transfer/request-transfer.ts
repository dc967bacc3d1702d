import { membership as contract } from '../../../shared/contract/membership'
import { Revision, TransferId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { UnionChoice } from '../../../shared/membership/joining'
import { auditing } from '../../_kernel/audit'
import { unions } from '../../_kernel/records/registry'
import { transfers, type TransferRecord, type TransferStep } from '../../_kernel/records/transfers'
import { implement, type Call } from '../../_kernel/serve'
import type { UnionLabel } from '../joining/assess'
import { tasksAfter, writeTasks } from './asking'
import { claimTransfer } from './claim'
import { answerBy, noticeOf } from './notice'
import { sealTransfer } from './secrets'
import { whereTo, type WhereTo } from './where-to'

/** 办转会 (T1–T3, T8): the union that is left gets notice, the one that receives is asked; what the rules leave open goes to the upper union. */
export const requestTransfer = implement(contract.procedures.requestTransfer, async (call) => {
  const { choice } = call.input
  const routed = await whereTo(call.input, call)
  if (!routed.ok) return routed
  const goal = goalOf(choice, routed.data)
  if (!goal.ok) return goal
  const { to, reviewer } = goal.data
  if (to !== undefined && (await call.store.get(unions, to.union))?.status !== 'active')
    return refuse('UNION_NOT_ACTIVE', { field: 'choice' })

  const { mine, known, change, assessment, offered } = routed.data
  const { situation } = known
  const { member } = mine
  const from = { union: member.union, name: (await call.store.get(unions, member.union))?.name ?? '' }
  const { releasesOn } = await noticeOf(change, member.union, call)
  const asked = to ?? reviewer
  const acceptBy = await answerBy(asked.union, call)
  const _id = TransferId.parse(call.random.id())
  const first: TransferRecord = {
    _id,
    person: member._id,
    account: call.account,
    change,
    from,
    ...(to === undefined ? { reviewer } : { to }),
    offered: offered.map((label) => ({ ...label })),
    state: 'open',
    leaving: releasesOn === undefined ? 'released' : 'waiting',
    receiving: to === undefined ? 'undecided' : 'waiting',
    revision: Revision.parse(1),
    requestedAt: call.now,
    ...(releasesOn === undefined ? {} : { releasesOn }),
    acceptBy,
    updatedAt: call.now,
    ...(known.unit === undefined ? {} : { unit: known.unit }),
    unitName: known.unitName,
    followUps: [...assessment.result.followUps],
    sentence: assessment.explanation.sentence,
    ...(assessment.explanation.clauses[0] === undefined ? {} : { clause: assessment.explanation.clauses[0].title }),
    policyVersion: assessment.policy.version,
    tasks: {},
    steps: [firstStep(asked, choice, call)],
    secrets: sealTransfer(
      _id,
      {
        situation,
        facts: known.facts.map((fact) => ({ ...fact })),
        ...(choice.kind === 'objection' ? { objection: choice.sentence } : {}),
        notes: {},
      },
      call,
    ),
  }
  const record = { ...first, tasks: tasksAfter(undefined, first) }
  const audit = auditing(call, {
    action: 'transfer.request',
    subject: _id,
    union: member.union,
    policyVersion: record.policyVersion,
    content: { to: to?.union, situation },
  })
  return call.act(async (tx) => {
    const claimed = await claimTransfer(tx, record)
    if (!claimed.ok) return claimed
    await tx.insert(transfers, record)
    await writeTasks(tx, undefined, record, { actor: { by: call.account, at: call.now }, settleBy: acceptBy })
    await audit(tx)
    return succeed({ transfer: _id, ...(releasesOn === undefined ? {} : { releasesOn }) })
  })
})

type Goal =
  | { readonly to: UnionLabel; readonly reviewer?: undefined }
  | { readonly to?: undefined; readonly reviewer: UnionLabel }

/** The union somebody takes, or the one that decides where they say 这不对 and where the rules ask for people. */
function goalOf(
  choice: UnionChoice,
  { offered, review, reviewer, assessment }: WhereTo,
): Outcome<Goal, 'NEED_INFO' | 'TRANSFER_NOT_NEEDED' | 'UNION_NOT_OFFERED'> {
  const { action } = assessment.result
  if (action === 'NEED_INFO') return refuse('NEED_INFO', { field: 'situation' })
  if (choice.kind === 'offered') {
    const to = offered.find(({ union }) => union === choice.union)
    if (to !== undefined) return succeed({ to })
    return refuse(offered.length === 0 && !review ? 'TRANSFER_NOT_NEEDED' : 'UNION_NOT_OFFERED', { field: 'choice' })
  }
  if ((choice.kind === 'objection' || review) && reviewer !== undefined) return succeed({ reviewer })
  return refuse('UNION_NOT_OFFERED', { field: 'choice' })
}

function firstStep(
  asked: UnionLabel,
  choice: UnionChoice,
  { now, account }: Pick<Call<unknown>, 'now' | 'account'>,
): TransferStep {
  return {
    kind: choice.kind === 'objection' ? 'objected' : 'requested',
    at: now,
    by: account,
    union: asked.union,
    unionName: asked.name,
  }
}
