import type { ApplicationState } from '../../../shared/membership/application'
import { overBefore, retention } from '../../../shared/policy/retention'
import { releaseNumber } from '../../_kernel/locks'
import { applications, claims, type ApplicationRecord } from '../../_kernel/records/applications'
import { auditEntries } from '../../_kernel/records/upkeep'
import type { Runtime } from '../../_kernel/runtime'
import type { Transaction } from '../../_kernel/store/port'
import { forget } from './forget'

/** One that waits for the union is never over: the delay is not the applicant’s. An approved one is part of the membership. */
const unapproved: readonly ApplicationState[] = ['rejected', 'withdrawn', 'returned']

/** 未批准的申请到期删除: the application, its locks, its signature and its picture go; the audit trail of the union says that it did, and nothing else of it. */
export async function forgetApplications(runtime: Runtime): Promise<number> {
  const now = runtime.now()
  const until = overBefore(retention.unapprovedApplication, now)
  let forgotten = 0
  for (const state of unapproved) {
    forgotten += await forget(
      {
        collection: applications,
        query: { index: 'closed', equals: { state }, until },
        isOver: (application) => application.state === state && application.updatedAt < until,
        along: async (tx, application) => {
          await releaseLocks(tx, application)
          await tx.insert(auditEntries, {
            _id: `forget:${application._id}`,
            at: now,
            actor: 'clock',
            action: 'application.forget',
            subject: application._id,
            union: application.union,
            chain: application.union,
          })
        },
        afterwards: async ({ letter, proof }) => {
          if (letter.signature !== undefined) await runtime.files.remove(letter.signature)
          if (proof !== undefined) await runtime.files.remove(proof)
        },
      },
      runtime,
    )
  }
  return forgotten
}

/** A returned application still holds them. */
async function releaseLocks(tx: Transaction, { _id, account, locks, state }: ApplicationRecord): Promise<void> {
  if (state !== 'returned') return
  const own = account === undefined ? undefined : `account:${account}`
  if (own !== undefined && (await tx.get(claims, own))?.application === _id) await tx.remove(claims, own)
  await releaseNumber(tx, locks, _id)
}
