import { Revision } from '../../shared/core/ids'
import { advance, type ApplicationCommand } from '../../shared/membership/application'
import { releaseNumber } from '../_kernel/locks'
import { claims, type ApplicationRecord, type StoredStep } from '../_kernel/records/applications'
import type { Transaction } from '../_kernel/store/port'

/** The application one step further, or the refusal’s code. Pure: what is written is up to the caller. */
export function stepped(
  before: ApplicationRecord,
  command: ApplicationCommand,
  step: StoredStep,
  change: Partial<ApplicationRecord> = {},
) {
  const next = advance(before.state, command)
  if ('refuse' in next)
    return { ok: false, code: next.refuse === 'NOT_RETURNED' ? 'APPLICATION_CHANGED' : next.refuse } as const
  const after: ApplicationRecord = {
    ...before,
    ...change,
    state: next.to,
    revision: Revision.parse(before.revision + 1),
    updatedAt: step.at,
    timeline: [...before.timeline, step],
  }
  return { ok: true, after } as const
}

/** Gives back the locks an open application holds; another application’s lock on the same number stays. */
export async function releaseClaims(tx: Transaction, application: ApplicationRecord): Promise<void> {
  if (application.account !== undefined) {
    const ofAccount = `account:${application.account}`
    if ((await tx.get(claims, ofAccount))?.application === application._id) await tx.remove(claims, ofAccount)
  }
  await releaseNumber(tx, application.locks, application._id)
}

/** 不留的照片: a picture of somebody’s certificate is of no use to a union that they do not join; the clock sweeps the file. */
export function withoutProof({ proof: _, ...rest }: ApplicationRecord): ApplicationRecord {
  return rest
}
