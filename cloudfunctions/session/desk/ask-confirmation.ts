import { session } from '../../../shared/contract/session'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import type { ConfirmedAct } from '../../../shared/desk/confirmation'
import { holdsRight } from '../../_kernel/access'
import { confirmations } from '../../_kernel/records/desk'
import { exports } from '../../_kernel/records/exports'
import { imports } from '../../_kernel/records/imports'
import { memberships } from '../../_kernel/records/memberships'
import { implement, type Call } from '../../_kernel/serve'
import { newCode } from './show-code'

/**
 * 请手机确认: one act, at this desk, by whoever is signed in here. What they may not do is not asked either: the phone would name somebody, and its answer would
 * stand in the audit of a union that is none of theirs. It is judged again when it is done.
 */
export const askConfirmation = implement(session.procedures.askConfirmation, async (call) => {
  const browser = call.caller.browser?.id
  if (call.caller.browser === undefined || browser === undefined) return refuse('BROWSER_ONLY')
  const permitted = await permittedAct(call.input.act, call)
  if (permitted !== 'permitted') return refuse(permitted)
  const { shown, record } = newCode(
    { act: call.input.act, browser, where: call.caller.browser.description, account: call.account },
    call,
  )
  return call.act(async (tx) => {
    await tx.insert(confirmations, record)
    return succeed(shown)
  })
})

async function permittedAct(
  act: ConfirmedAct,
  { store, account, now }: Pick<Call<unknown>, 'store' | 'account' | 'now'>,
): Promise<'permitted' | 'NOT_ALLOWED' | 'NOT_FOUND'> {
  switch (act.kind) {
    case 'sign-in':
    case 'export-mine':
      return 'permitted'
    case 'reveal':
      if (!(await holdsRight(store, account, [act.union], 'roster', now))) return 'NOT_ALLOWED'
      return (await store.get(memberships, act.person))?.union === act.union ? 'permitted' : 'NOT_FOUND'
    case 'export-table': {
      if (!(await holdsRight(store, account, [act.union], 'roster', now))) return 'NOT_ALLOWED'
      const job = await store.get(exports, act.export)
      return job?.union === act.union && job.by === account ? 'permitted' : 'NOT_FOUND'
    }
    case 'import-table': {
      if (!(await holdsRight(store, account, [act.union], 'memberships', now))) return 'NOT_ALLOWED'
      const job = await store.get(imports, act.import)
      return job?.union === act.union && job.by === account ? 'permitted' : 'NOT_FOUND'
    }
    default:
      return unreachable(act)
  }
}
