import type { z } from 'zod'
import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { termEnd } from '../../../shared/org/committees'
import type { UnionApplicationBody } from '../../../shared/org/union-application'
import type { UnionFacts } from '../../../shared/org/warnings'
import { auditView } from '../../_kernel/audit'
import { pictureOf } from '../../_kernel/documents'
import { howMany } from '../../_kernel/kept-counts'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { officers, unions } from '../../_kernel/records/registry'
import { unionApplications, type UnionApplicationRecord } from '../../_kernel/records/union-applications'
import { implement, type Call } from '../../_kernel/serve'
import { fieldsOf } from '../../_kernel/unions/fields'
import { unitNow } from '../../_kernel/units'
import { knownOf, warningViews } from '../unions/facts'
import { applicationAt, bodyOf } from '../../_kernel/unions/applications'

type View = z.input<typeof registry.procedures.unionApplication.output>
type Row = z.input<typeof registry.procedures.unionApplications.output>['rows'][number]

const aPage = 30

/** 收到的和报出的申请. */
export const unionApplicationList = implement(registry.procedures.unionApplications, async (call) => {
  const { union, show, cursor } = call.input
  const page = await call.store.find(unionApplications, {
    ...(show === 'received' ? { index: 'byUpper', equals: { upper: union } } : { index: 'byUnion', equals: { union } }),
    order: 'descending',
    limit: aPage,
    ...(cursor === undefined ? {} : { cursor }),
  })
  return succeed({
    rows: await Promise.all(page.documents.map((application) => rowOf(application, call))),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function rowOf(
  { _id, kind, state, name, upper, sentAt }: UnionApplicationRecord,
  call: Call<unknown>,
): Promise<Row> {
  return { application: _id, kind, state, name, upperName: (await call.store.get(unions, upper))?.name ?? '', sentAt }
}

/** 看一份申请. */
export const unionApplication = implement(registry.procedures.unionApplication, async (call) => {
  const { union: asking, application: id } = call.input
  const found = await applicationAt(id, asking, call.store)
  if (found === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'union-application.view', subject: id, union: asking })
  const { application, side } = found
  const { unit: unitId, union, papers, returned, reply } = application
  const body = bodyOf(application, call)
  const unit = unitId === undefined ? undefined : await unitNow(unitId, call.store)
  return succeed({
    ...(await rowOf(application, call)),
    side,
    ...(union === undefined ? {} : { union }),
    ...(unit === undefined ? {} : { unit: { unit: unit._id, name: unit.name, place: unit.place, staff: unit.staff } }),
    body,
    papers,
    warnings: application.state === 'approved' ? [] : await warningsAbout(application, body, unit?.staff, call),
    ...(returned === undefined ? {} : { returned }),
    ...(reply === undefined
      ? {}
      : {
          reply: {
            unionName: reply.unionName,
            year: reply.year,
            serial: reply.serial,
            on: reply.on,
            ...(reply.event === undefined ? {} : { event: reply.event }),
          },
        }),
  })
})

/** What the thresholds say to the union as it would be. */
async function warningsAbout(
  { upper: upperId, union: id }: UnionApplicationRecord,
  body: UnionApplicationBody,
  staff: number | undefined,
  call: Call<unknown>,
): Promise<View['warnings']> {
  if (body.kind === 'dissolution') return []
  const { elected, relatives } = body
  if (body.kind === 'founding') {
    const upper = await call.store.get(unions, upperId)
    if (upper === undefined) return []
    const until = termEnd(body.heldOn, body.termYears)
    const facts: UnionFacts = {
      type: body.type,
      members: body.founders.length,
      staff: staff === 0 ? undefined : staff,
      units: 0,
      committees: elected.map(({ kind, seats }) => ({ kind, seats, until })),
      relatives,
    }
    return warningViews(facts, await policyOfUnion(upper, call), call.today)
  }
  const union = id === undefined ? undefined : await call.store.get(unions, id)
  if (union === undefined) return []
  const members = await howMany({ what: 'active', union: union._id }, call)
  const standing = await fieldsOf(union, members.count, call)
  const known = await knownOf(union, { members: members.count, staff: standing.staff }, call)
  const running = known.committees.find(({ kind }) => kind === 'committee')?.until
  const until = body.kind === 're-election' ? termEnd(body.heldOn, body.termYears) : (running ?? call.today)
  const others = known.facts.committees.filter(({ kind }) => !elected.some((one) => one.kind === kind))
  const committees = [...others, ...elected.map(({ kind, seats }) => ({ kind, seats, until }))]
  const { chair: _, ...facts } = known.facts
  return warningViews({ ...facts, committees, relatives }, await policyOfUnion(union, call), call.today)
}

/** 一张材料. */
export const unionApplicationPaper = implement(registry.procedures.unionApplicationPaper, async (call) => {
  const { union: asking, application: id, file } = call.input
  const found = await applicationAt(id, asking, call.store)
  if (found === undefined || !found.application.papers.some((one) => one.file === file)) return refuse('NOT_FOUND')
  await auditView(call, { action: 'union-application.paper', subject: id, union: asking })
  const picture = await pictureOf(file, call)
  if (picture === undefined) return refuse('NOT_FOUND')
  const { union, by } = found.application
  const sender = union === undefined ? undefined : await call.store.get(officers, `${union}:${by}`)
  return succeed({
    picture,
    ...(sender === undefined
      ? {}
      : { sentBy: call.sealer.open({ collection: officers.name, id: sender._id, field: 'name' }, sender.name) }),
  })
})
