import type { z } from 'zod'
import type { Me } from '../../shared/contract/session'
import type { IsoDate } from '../../shared/core/time'
import { rightsOf } from '../../shared/org/officers'
import { applications } from '../_kernel/records/applications'
import { memberships } from '../_kernel/records/memberships'
import { officers, unions, type OfficerRecord } from '../_kernel/records/registry'
import type { Call } from '../_kernel/serve'

const dayMs = 24 * 60 * 60 * 1000
/** 将超期: due within three days, as the counts on the workbench warn. */
const soonDays = 3

/** 职务: the unions this account is in office at, with the counts that are doors on the workbench. */
export async function officesOf(
  call: Pick<Call<unknown>, 'store' | 'account' | 'now' | 'today'>,
): Promise<z.input<typeof Me>['offices']> {
  const held = await call.store.find(officers, { index: 'byAccount', equals: { account: call.account }, limit: 50 })
  const inOffice = held.documents.filter(({ until }) => until === undefined || until > call.now)
  return (await Promise.all(inOffice.map((officer) => officeOf(officer, call)))).flatMap((office) => office ?? [])
}

async function officeOf({ union: id, role }: OfficerRecord, { store, today }: Pick<Call<unknown>, 'store' | 'today'>) {
  const union = await store.get(unions, id)
  if (union?.status !== 'active') return undefined
  const rights = [...rightsOf[role]]
  const waiting = { index: 'inbox', equals: { union: id, state: 'submitted' } } as const
  const decides = rights.includes('approve')
  const [waitingCount, dueSoon, members, below] = await Promise.all([
    decides ? store.count(applications, waiting) : 0,
    decides ? store.count(applications, { ...waiting, until: daysAfter(today, soonDays + 1) }) : 0,
    rights.includes('roster')
      ? store.count(memberships, { index: 'byUnion', equals: { union: id, state: 'active' } })
      : 0,
    store.find(unions, { index: 'byParent', equals: { parent: id }, limit: 1 }),
  ])
  return {
    union: id,
    unionName: union.name,
    role,
    rights,
    leads: below.documents.length > 0,
    waiting: waitingCount,
    dueSoon,
    members,
  }
}

function daysAfter(day: IsoDate, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}
