import type { UnionId, UnitId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { dueOn } from '../../../shared/membership/due'
import { advanceApplication, type UnionApplicationBody } from '../../../shared/org/union-application'
import type { Policy } from '../../../shared/policy/resolve'
import { auditing } from '../../_kernel/audit'
import { keepDocument } from '../../_kernel/documents'
import { fileUses } from '../../_kernel/records/file-uses'
import { unions } from '../../_kernel/records/registry'
import {
  unionApplicationClaims,
  unionApplications,
  type UnionApplicationRecord,
} from '../../_kernel/records/union-applications'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { openTask } from '../../_kernel/tasks'
import { sealBody, subjectOf } from '../../_kernel/unions/applications'

interface NewApplication {
  readonly id: string
  readonly upper: UnionId
  /** What it is about: a unit that founds, or the union itself. One is open at a time. */
  readonly about: { readonly unit: UnitId } | { readonly union: UnionId }
  readonly name: string
  readonly body: UnionApplicationBody
  readonly papers: UnionApplicationRecord['papers']
  /** It was returned, and is sent again. */
  readonly again: boolean
  readonly policy: Policy
}

type Sending = (
  tx: Transaction,
) => Promise<Outcome<void, 'UNION_NOT_ACTIVE' | 'APPLICATION_CHANGED' | 'UNION_APPLICATION_OPEN'>>

/** 报上级: record, papers, and a task at the desk of the union above, in one transaction. */
export function sending(
  { id, upper: upperId, about, name, body, papers, again, policy }: NewApplication,
  call: Pick<Call<unknown>, 'sealer' | 'random' | 'indexer' | 'account' | 'now' | 'today'>,
): Sending {
  const sealed = sealBody(id, body, call)
  const claim = 'unit' in about ? about.unit : about.union
  const audit = auditing(call, {
    action: again ? 'union-application.send-again' : 'union-application.send',
    subject: id,
    union: upperId,
    content: { body, papers },
  })
  return async (tx) => {
    const upper = await tx.get(unions, upperId)
    if (upper?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const before = again ? await tx.get(unionApplications, id) : undefined
    if (again && (before === undefined || 'refuse' in advanceApplication(before.state, 'send-again')))
      return refuse('APPLICATION_CHANGED')
    if ((await tx.get(unionApplicationClaims, claim)) !== undefined) return refuse('UNION_APPLICATION_OPEN')
    await tx.put(unionApplicationClaims, { _id: claim, application: id })
    const record: UnionApplicationRecord = {
      _id: id,
      kind: body.kind,
      state: 'submitted',
      upper: upperId,
      ...about,
      name,
      by: call.account,
      body: sealed,
      papers: [...papers],
      sent: (before?.sent ?? 0) + 1,
      sentAt: call.now,
      personal: true,
    }
    await tx.put(unionApplications, record)
    for (const { file } of before?.papers ?? [])
      if (!papers.some((paper) => paper.file === file)) await tx.remove(fileUses, file)
    for (const { file } of papers) await keepDocument(tx, file, { collection: unionApplications.name, record: id })
    const due = dueOn(call.today, policy.values.taskWorkingDays)
    const task = { kind: 'union-application', subject: subjectOf(record), union: upper, dueOn: due } as const
    await openTask(tx, task, { by: call.account, at: call.now })
    await audit(tx)
    return succeed(undefined)
  }
}
