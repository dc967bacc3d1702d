import { membership as contract } from '../../../shared/contract/membership'
import type { UnitId } from '../../../shared/core/ids'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { Founder, FoundingBody } from '../../../shared/org/union-application'
import { privacyNotice } from '../../../shared/policy/privacy'
import type { Policy } from '../../../shared/policy/resolve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { openQuota } from '../../_kernel/quota'
import { unions } from '../../_kernel/records/registry'
import type { UnionApplicationRecord } from '../../_kernel/records/union-applications'
import { implement } from '../../_kernel/serve'
import { applicationAt, bodyOf } from '../../_kernel/unions/applications'
import { enteringOnPaper } from './entering'
import type { PaperForm } from './records'
import { routeFor } from './route-for'

/**
 * 建会同时录入首批会员 (003 二(六), 四4): the congress that elected the committee admitted them, and the union above approved it. Route, duplicates and number are judged as for everybody;
 * whoever is a member already stays one, and the founding’s event brings over those of this unit.
 */
export const enterFounder = implement(contract.procedures.enterFounder, async (call) => {
  const { union: desk, application: id, at } = call.input
  const found = await applicationAt(id, desk, call.store)
  if (found?.side !== 'decides' || found.application.state !== 'approved') return refuse('NOT_FOUND')
  const { application } = found
  const body = bodyOf(application, call)
  const founder = body.kind === 'founding' ? body.founders[at] : undefined
  const paper = application.papers.find(({ paper: kind }) => kind === 'letter')?.file
  const union = application.union === undefined ? undefined : await call.store.get(unions, application.union)
  if (body.kind !== 'founding' || founder === undefined || paper === undefined) return refuse('NOT_FOUND')
  if (union?.status !== 'active' || union.hostUnit === undefined) return refuse('UNION_NOT_ACTIVE')
  const policy = await policyOfUnion(union, call)
  const form = formOf(founder, body, application, union.hostUnit, policy)
  const routed = await routeFor({ ...form, union: union._id }, call)
  if (!routed.ok) return routed
  const quota = await openQuota('entry', routed.data.identity.locks[0].slice(0, 12), call)
  if (!quota.ok) return quota
  if (!routed.data.ours) {
    const spent = await quota.data.spend()
    return spent.ok ? refuse('UNION_NOT_OFFERED') : spent
  }
  const entering = await enteringOnPaper({ union, policy, form, paper, routed: routed.data }, call)
  return call.act(async (tx) => {
    const counted = await quota.data.spendIn(tx)
    if (!counted.ok) return counted
    const entered = await entering.write(tx)
    return entered.ok ? succeed({ memberNumber: entered.data.memberNumber }) : entered
  })
})

function formOf(
  { name, number, mobile, education, household }: Founder,
  { heldOn }: FoundingBody,
  { reply }: UnionApplicationRecord,
  unit: UnitId,
  { values: { letter } }: Policy,
): PaperForm {
  return {
    situation: { work: 'unit', unit: { kind: 'listed', unit }, establishment: 'regular' },
    retired: false,
    identity: { name, document: 'resident', number, mobile },
    details: { education, household },
    hasWechat: true,
    paper: {
      signedOn: heldOn,
      letterVersion: letter.version,
      privacyVersion: privacyNotice.version,
      sensitiveAgreed: true,
    },
    committee: { decidedOn: reply?.on ?? heldOn },
  }
}
