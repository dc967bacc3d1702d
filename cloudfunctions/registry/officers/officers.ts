import { registry } from '../../../shared/contract/registry'
import { refuse, succeed } from '../../../shared/core/outcome'
import { latestEnd, mayAppoint } from '../../../shared/org/appointment'
import { OfficerRole } from '../../../shared/org/officers'
import {
  GrantSecrets,
  officeGrants,
  officers as officerRecords,
  type OfficerRecord,
} from '../../_kernel/records/registry'
import { openJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import { secretsOf } from './grant'
import { appointingAt } from './standpoint'

/** A committee is small; who left stays on record and is not listed. */
const listed = 200

/** 干部名单: by role, and who is longest in office first; with the codes that nobody has taken yet. */
export const officers = implement(registry.procedures.officers, async (call) => {
  const { union } = call.input
  const appointing = await appointingAt(union, call)
  if (appointing === undefined) return refuse('NOT_FOUND')
  const { standpoint } = appointing
  const [inOffice, grants] = await Promise.all([
    call.store.find(officerRecords, { index: 'byUnion', equals: { union }, limit: listed }),
    call.store.find(officeGrants, { index: 'byUnion', equals: { union }, limit: listed }),
  ])
  return succeed({
    unionName: appointing.union.name,
    officers: inOffice.documents
      .filter(({ until }) => until === undefined || until > call.now)
      .sort(byRoleThenSince)
      .map(({ _id, role, name, since, until, account, leave, successor }) => ({
        officer: _id,
        role,
        name: call.sealer.open({ collection: 'officers', id: _id, field: 'name' }, name),
        since,
        ...(until === undefined ? {} : { until }),
        mayEnd: mayAppoint(standpoint, role),
        mine: account === call.account,
        ...(leave === undefined || leave.until < call.today ? {} : { leave }),
        ...(successor === undefined || !mayAppoint(standpoint, role)
          ? {}
          : { successor: successorOf(_id, successor, call) }),
      })),
    grants: grants.documents
      .filter(({ expiresAt }) => expiresAt > call.now)
      .map((grant) => ({
        grant: grant._id,
        role: grant.role,
        name: secretsOf(grant, call).name,
        expiresAt: grant.expiresAt,
      })),
    mayGive: OfficerRole.options.filter((role) => mayAppoint(standpoint, role)),
    latestEnd: latestEnd(call.today),
  })
})

function byRoleThenSince(one: OfficerRecord, other: OfficerRecord): number {
  const roles = OfficerRole.options
  return roles.indexOf(one.role) - roles.indexOf(other.role) || one.since.localeCompare(other.since)
}

/** 接任人: shown to whoever may give the office. */
function successorOf(id: string, sealed: string, { sealer }: Pick<Call<unknown>, 'sealer'>): GrantSecrets {
  return openJson(sealer, { collection: officerRecords.name, id, field: 'successor' }, GrantSecrets, sealed)
}
