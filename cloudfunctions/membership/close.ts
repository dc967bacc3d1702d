import { Revision } from '../../shared/core/ids'
import { advance, type ApplicationCommand } from '../../shared/membership/application'
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
  for (const id of [`account:${application.account}`, `person:${application.lock}`]) {
    const claim = await tx.get(claims, id)
    if (claim?.application === application._id) await tx.remove(claims, id)
  }
}
