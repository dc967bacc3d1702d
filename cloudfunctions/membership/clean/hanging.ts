import type { z } from 'zod'
import { cleanProcedures } from '../../../shared/contract/membership-clean'
import { refuse, succeed } from '../../../shared/core/outcome'
import { confirmedOf, type HangingReason } from '../../../shared/membership/composition'
import { auditView } from '../../_kernel/audit'
import { askedFromOf, whyMemberHangs } from '../../_kernel/hanging'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { rosterRow } from '../roster'

type Row = z.input<typeof cleanProcedures.hanging.output>['rows'][number]

/** Memberships looked at in one answer, and rows in it. */
const lookedAt = 2_000
const pageSize = 200
const shown = 50

/** 空挂会员: looked for when it is asked, a bounded stretch a page; sealed names are opened of those that are shown alone. */
export const hanging = implement(cleanProcedures.hanging, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'roster.view', subject: union._id, union: union._id })
  const rhythm = (await policyOfUnion(union, call)).values.rosterUpdate
  const askedFrom = askedFromOf(union, rhythm)
  const ended = call.input.cursor === undefined ? await membersOfEnded(union, call) : []
  const rows: Row[] = [...ended]
  let { cursor } = call.input
  let looked = ended.length
  do {
    const page = await call.store.find(memberships, {
      index: 'byUnion',
      equals: { union: union._id, state: 'active' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const member of page.documents) {
      const why = whyMemberHangs(member, askedFrom, rhythm, call.today)
      if (why !== undefined) rows.push(rowOf(member, union, why, true, call))
    }
    looked += page.documents.length
    cursor = page.cursor
  } while (cursor !== undefined && looked < lookedAt && rows.length < shown)
  return succeed({ rows, looked, ...(cursor === undefined ? {} : { cursor }) })
})

/** 已撤销工会里的会员: of unions directly below that are no more; at most a page, since moving them is what makes room for the others. */
async function membersOfEnded(union: UnionRecord, call: Call<unknown>): Promise<readonly Row[]> {
  const below = await call.store.find(unions, { index: 'byParent', equals: { parent: union._id }, limit: 1000 })
  const rows: Row[] = []
  for (const ended of below.documents.filter(({ status }) => status !== 'active')) {
    if (rows.length >= shown) break
    const page = await call.store.find(memberships, {
      index: 'byUnion',
      equals: { union: ended._id, state: 'active' },
      limit: shown,
    })
    rows.push(...page.documents.map((member) => rowOf(member, ended, 'union-ended', false, call)))
  }
  return rows
}

function rowOf(
  member: MembershipRecord,
  union: UnionRecord,
  why: HangingReason,
  own: boolean,
  call: Call<unknown>,
): Row {
  const { person, name, maskedNumber } = rosterRow(member, call)
  const { since, changedOn, confirmedOn } = member
  return {
    person,
    name,
    maskedNumber,
    unionName: union.name,
    own,
    why,
    lastOn: confirmedOf({ since, changedOn, confirmedOn }),
  }
}
