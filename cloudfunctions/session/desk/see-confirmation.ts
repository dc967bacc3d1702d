import { session } from '../../../shared/contract/session'
import { refuse, succeed } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import type { ConfirmedAct } from '../../../shared/desk/confirmation'
import { maskName } from '../../../shared/identity/mask'
import { confirmations } from '../../_kernel/records/desk'
import { exports } from '../../_kernel/records/exports'
import { imports } from '../../_kernel/records/imports'
import { memberships, RosterSecrets } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { openJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import { confirmationId } from '../../_kernel/desk/confirming'

/** 手机上看要确认什么: for whoever scans a sign-in; for an act, only for the one who is signed in at that desk. */
export const seeConfirmation = implement(session.procedures.seeConfirmation, async (call) => {
  const asked = await call.store.get(confirmations, confirmationId(call.input.code, call))
  if (asked?.state !== 'asked' || asked.expiresAt <= call.now) return refuse('CONFIRMATION_GONE')
  if (asked.account !== undefined && asked.account !== call.account) return refuse('CONFIRMATION_GONE')
  const { where, askedAt, choices } = asked
  return succeed({ act: await inFacts(asked.act, call), where, askedAt, choices })
})

async function inFacts(act: ConfirmedAct, call: Pick<Call<unknown>, 'store' | 'sealer' | 'account'>) {
  switch (act.kind) {
    case 'sign-in':
    case 'export-mine':
      return act
    case 'reveal': {
      const { union, person, value, kind } = act
      const [record, membership] = await Promise.all([
        call.store.get(unions, union),
        call.store.get(memberships, person),
      ])
      return { kind, value, unionName: record?.name ?? '', maskedName: nameOf(union, membership, call) }
    }
    case 'export-table': {
      const job = await call.store.get(exports, act.export)
      // Only its officer is asked, and a made-up act tells nothing.
      if (job?.union !== act.union || job.by !== call.account)
        return { kind: act.kind, annex: 'roster' as const, ofName: '', rows: 0 }
      return { kind: act.kind, annex: job.annex, ofName: job.ofName, rows: job.rows }
    }
    case 'import-table': {
      const [job, record] = await Promise.all([call.store.get(imports, act.import), call.store.get(unions, act.union)])
      if (job?.union !== act.union || job.by !== call.account)
        return { kind: act.kind, annex: 'roster' as const, unionName: '', rows: 0 }
      const { annex = 'roster', checked } = job
      return { kind: act.kind, annex, unionName: record?.name ?? '', rows: checked.new + checked.changed }
    }
    default:
      return unreachable(act)
  }
}

/** Somebody of another union has no name here: a made-up act must not become a way to ask for names. */
function nameOf(
  union: string,
  membership: { _id: string; union: string; roster: string } | undefined,
  { sealer }: Pick<Call<unknown>, 'sealer'>,
): string {
  if (membership?.union !== union) return '某人'
  const place = { collection: memberships.name, id: membership._id, field: 'roster' }
  return maskName(openJson(sealer, place, RosterSecrets, membership.roster).name)
}
