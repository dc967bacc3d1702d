import type { z } from 'zod'
import { membership as contract } from '../../../shared/contract/membership'
import { succeed } from '../../../shared/core/outcome'
import { isOpen } from '../../../shared/membership/application'
import { monthsAfter } from '../../../shared/core/calendar'
import { isHeld } from '../../../shared/membership/life'
import { applications } from '../../_kernel/records/applications'
import { dataRequests } from '../../_kernel/records/data-requests'
import { unions } from '../../_kernel/records/registry'
import { implement, type Call } from '../../_kernel/serve'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { openTasksOf } from '../life/closing-tasks'
import { myRecord } from './my-member'

type Affair = z.input<typeof contract.procedures.myAffairs.output>['affairs'][number]
type Ports = Pick<Call<unknown>, 'store' | 'account' | 'today'>

/** 我的待办: everything that is under way about me, whichever feature began it; the page has a sentence for each kind. */
export const myAffairs = implement(contract.procedures.myAffairs, async (call) => {
  const [applying, asked, ofMember] = await Promise.all([openApplication(call), openRequests(call), aboutMember(call)])
  return succeed({ affairs: [...applying, ...ofMember, ...asked] })
})

async function openApplication({ store, account }: Ports): Promise<readonly Affair[]> {
  const query = { index: 'byAccount', equals: { account }, order: 'descending', limit: 1 } as const
  const { documents } = await store.find(applications, query)
  return documents
    .filter(({ state }) => isOpen(state))
    .map(({ _id, unionName, submittedAt, dueOn }) => ({
      id: _id,
      kind: 'application',
      unionName,
      since: submittedAt,
      dueOn,
      application: _id,
    }))
}

async function openRequests({ store, account }: Ports): Promise<readonly Affair[]> {
  const query = { index: 'byAccount', equals: { account }, order: 'descending', limit: 50 } as const
  const { documents } = await store.find(dataRequests, query)
  return documents
    .filter(({ state }) => state === 'open')
    .map(({ _id, unionName, askedAt, dueOn }) => ({ id: _id, kind: 'data-request', unionName, since: askedAt, dueOn }))
}

/** Tasks of officers about the member, and a look at the data that nobody has taken for as long as the region’s rounds are apart. */
async function aboutMember(call: Ports): Promise<readonly Affair[]> {
  const member = await myRecord(call)
  const union = member === undefined ? undefined : await call.store.get(unions, member.union)
  if (member === undefined || union === undefined) return []
  const [open, policy] = await Promise.all([openTasksOf(member._id, call), policyOfUnion(union, call)])
  const desks = await Promise.all(open.map(({ desk }) => call.store.get(unions, desk)))
  const waiting = open.map(({ _id, kind, openedAt, dueOn }, index) => ({
    id: _id,
    kind,
    unionName: desks[index]?.name ?? '',
    since: openedAt,
    dueOn,
  }))
  const seen = member.confirmedOn ?? member.since
  const stale = isHeld(member.state) && monthsAfter(seen, policy.values.rosterUpdate.everyMonths) < call.today
  return stale ? [...waiting, { id: 'unconfirmed', kind: 'unconfirmed', unionName: union.name }] : waiting
}
