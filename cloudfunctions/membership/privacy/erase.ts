import { accounts } from '../../_kernel/records/accounts'
import { applications, drafts } from '../../_kernel/records/applications'
import { dataRequests } from '../../_kernel/records/data-requests'
import { deskSessions } from '../../_kernel/records/desk'
import { fileUses } from '../../_kernel/records/file-uses'
import { unionApplications, type UnionApplicationRecord } from '../../_kernel/records/union-applications'
import { notices } from '../../_kernel/records/upkeep'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { releaseClaims } from '../close'
import type { Myself } from './me'

/** One transaction takes 100 operations on CloudBase; an application takes six, a founding five, everything else one. What is left over, the clock’s retention takes. */
const most = { applications: 5, others: 12, foundings: 3 } as const

/**
 * 删除: what an account that is nobody’s yet has left behind. Offices stay, as they rest on an appointment; audit entries stay, as they name nobody. A
 * signature’s file goes with the sweep, as nothing refers to it any more. A founding that came back is theirs alone; one that waits or was approved is the unit’s.
 */
export async function erasing(
  { account, applications: sent }: Myself,
  call: Pick<Call<unknown>, 'store' | 'account'>,
): Promise<(tx: Transaction) => Promise<void>> {
  const mine = { account: call.account }
  const [told, desks, asked, returned] = await Promise.all([
    call.store.find(notices, { index: 'byAccount', equals: mine, limit: most.others }),
    call.store.find(deskSessions, { index: 'byAccount', equals: mine, limit: most.others }),
    call.store.find(dataRequests, { index: 'byAccount', equals: mine, limit: most.others }),
    returnedFoundings(call),
  ])
  const theirs = sent.filter(({ person }) => person === undefined).slice(0, most.applications)
  return async (tx) => {
    for (const { _id } of theirs) {
      const application = await tx.get(applications, _id)
      // Approved meanwhile: there is a member now, and that is another matter.
      if (application === undefined || application.person !== undefined) continue
      await releaseClaims(tx, application)
      await tx.remove(applications, _id)
    }
    for (const { _id } of told.documents) await tx.remove(notices, _id)
    for (const { _id } of desks.documents) await tx.remove(deskSessions, _id)
    for (const { _id } of asked.documents) await tx.remove(dataRequests, _id)
    for (const { _id } of returned) {
      const application = await tx.get(unionApplications, _id)
      if (application?.state !== 'returned') continue
      for (const { file } of application.papers) await tx.remove(fileUses, file)
      await tx.remove(unionApplications, _id)
    }
    await tx.remove(drafts, call.account)
    const now = account === undefined ? undefined : await tx.get(accounts, account._id)
    if (now !== undefined && now.person === undefined) await tx.remove(accounts, now._id)
  }
}

/** What somebody who prepared a founding sent, and got back: whom it names goes with it. */
async function returnedFoundings({
  store,
  account: by,
}: Pick<Call<unknown>, 'store' | 'account'>): Promise<readonly UnionApplicationRecord[]> {
  const sent = await store.find(unionApplications, { index: 'byAccount', equals: { by }, limit: 50 })
  return sent.documents
    .filter(({ kind, state }) => kind === 'founding' && state === 'returned')
    .slice(0, most.foundings)
}
