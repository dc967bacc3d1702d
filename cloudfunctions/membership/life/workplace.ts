import type { PersonId, UnitId } from '../../../shared/core/ids'
import type { IsoDate } from '../../../shared/core/time'
import { Situation } from '../../../shared/membership/joining'
import { monthsAfter } from '../../../shared/core/calendar'
import { employmentName } from '../../../shared/membership/to-worker'
import { applications } from '../../_kernel/records/applications'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { secretsOf } from '../applicant'
import { categoryOf } from '../../../shared/membership/category'
import { unitsAsTheyStand } from '../joining/situation'

/** What a membership keeps of where somebody works. */
export type Workplace = Pick<
  MembershipRecord,
  'unit' | 'unitName' | 'agency' | 'situation' | 'employment' | 'category' | 'seconded'
>

/** 用工情况 as a membership keeps it: names of the registry, the units that later events look for, and the answers themselves, sealed. */
export function workplaceOf(
  person: PersonId,
  situation: Situation,
  { unit, unitName }: { readonly unit?: UnitId | undefined; readonly unitName: string },
  { sealer }: Pick<Call<unknown>, 'sealer'>,
): Workplace {
  const agency =
    situation.work === 'dispatched' && situation.agency.kind === 'listed' ? situation.agency.unit : undefined
  return {
    ...(unit === undefined ? {} : { unit }),
    unitName,
    ...(agency === undefined ? {} : { agency }),
    situation: sealJson<Situation>(sealer, placeOf(person), situation),
    employment: employmentName(situation),
    category: categoryOf(situation),
  }
}

/** 现在的用工情况, each unit by the id that stands for it now: as told last; from the application where the record is older; else the unit on file says all there is. Undefined where nothing is known. */
export async function situationOf(
  member: MembershipRecord,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<Situation | undefined> {
  const told = await toldOf(member, call)
  return told === undefined ? undefined : unitsAsTheyStand(told, call.store)
}

async function toldOf(
  member: MembershipRecord,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<Situation | undefined> {
  if (member.situation !== undefined) return openJson(call.sealer, placeOf(member._id), Situation, member.situation)
  const application =
    member.application === undefined ? undefined : await call.store.get(applications, member.application)
  if (application !== undefined) return secretsOf(application, call).answers.situation
  if (member.unit === undefined) return undefined
  return { work: 'unit', unit: { kind: 'listed', unit: member.unit }, establishment: 'regular' }
}

function placeOf(person: PersonId) {
  return { collection: memberships.name, id: person, field: 'situation' }
}

/** 借调的开始, as somebody tells it when joining: so many months ago. */
export function secondedOf(situation: Situation, today: IsoDate): MembershipRecord['seconded'] {
  if (situation.work !== 'seconded') return undefined
  const { host, months } = situation
  return { since: monthsAfter(today, -months), ...(host.kind === 'listed' ? { host: host.unit } : {}) }
}
