import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { dueOn } from '../../../shared/membership/due'
import { auditing } from '../../_kernel/audit'
import { keepDocument } from '../../_kernel/documents'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { reaffiliations } from '../../_kernel/records/reaffiliations'
import { unions } from '../../_kernel/records/registry'
import { unionApplicationClaims } from '../../_kernel/records/union-applications'
import { implement } from '../../_kernel/serve'
import { openTask } from '../../_kernel/tasks'
import { freshPictures } from '../founding/papers'
import { lineUnder } from './line-under'

/** 报告 of the side that gives it up, 批复 of whoever decided it. */
const needed = ['report', 'reply'] as const
/** A name is that of few unions. */
const most = 20

/** 按全称找工会, in any line: what unions are called is no secret. */
export const unionsNamed = implement(registry.procedures.unionsNamed, async ({ store, input: { name } }) => {
  const { documents } = await store.find(unions, { index: 'byName', equals: { name }, limit: most })
  const inBeing = documents.filter(({ status }) => status === 'active')
  const rows = inBeing.map(async ({ _id, name, parent }) => ({
    union: _id,
    name,
    upperName: (parent === undefined ? undefined : await store.get(unions, parent))?.name ?? '',
  }))
  return succeed({ rows: await Promise.all(rows) })
})

/** 提出变更隶属: record, papers and a task at the desk of the other upper union. A union has one matter open at a time. */
export const askReaffiliation = implement(registry.procedures.askReaffiliation, async (call) => {
  const { union: from, moving: id, to, reason, papers } = call.input
  const [moving, taking] = await Promise.all([call.store.get(unions, id), call.store.get(unions, to)])
  if (moving?.parent !== from) return refuse('NOT_FOUND')
  if (taking?.status !== 'active' || to === from) return refuse('UPPER_INVALID', { field: 'to' })
  const missing = needed.find((kind) => !papers.some(({ paper }) => paper === kind))
  if (missing !== undefined) return refuse('DOCUMENT_MISSING', { field: `papers.${missing}` })
  const fresh = await freshPictures(papers, call)
  if (!fresh.ok) return fresh
  const { taskWorkingDays } = (await policyOfUnion(taking, call)).values
  const _id = call.random.id()
  const audit = auditing(call, {
    action: 'reaffiliation.ask',
    subject: _id,
    union: from,
    content: { moving: id, to, reason, papers },
  })
  return call.act(async (tx) => {
    const [union, giving, upper] = [await tx.get(unions, id), await tx.get(unions, from), await tx.get(unions, to)]
    if (union?.status !== 'active' || union.parent !== from || giving === undefined) return refuse('UNION_NOT_ACTIVE')
    if (upper?.status !== 'active' || (await lineUnder(tx, id, to)) === undefined)
      return refuse('UPPER_INVALID', { field: 'to' })
    if ((await tx.get(unionApplicationClaims, id)) !== undefined) return refuse('UNION_APPLICATION_OPEN')
    await tx.put(unionApplicationClaims, { _id: id, application: _id })
    await tx.insert(reaffiliations, {
      _id,
      union: id,
      unionName: union.name,
      from,
      fromName: giving.name,
      to,
      toName: upper.name,
      state: 'asked',
      reason,
      papers,
      by: call.account,
      askedAt: call.now,
      levels: [],
      step: 0,
    })
    for (const { file } of papers) await keepDocument(tx, file, { collection: reaffiliations.name, record: _id })
    const task = {
      kind: 'reaffiliation',
      subject: _id,
      union: upper,
      dueOn: dueOn(call.today, taskWorkingDays),
    } as const
    await openTask(tx, task, { by: call.account, at: call.now })
    await audit(tx)
    return succeed({ reaffiliation: _id })
  })
})
