import type { z } from 'zod'
import { formProcedures, type RegistrationForm } from '../../../shared/contract/membership-forms'
import { refuse, succeed } from '../../../shared/core/outcome'
import { documentName, educationName, householdName } from '../../../shared/membership/labels'
import { nationalityName } from '../../../shared/roster/country'
import { auditView } from '../../_kernel/audit'
import { applications, type ApplicationRecord } from '../../_kernel/records/applications'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { rosterOf } from '../../_kernel/roster'
import { openJson } from '../../_kernel/secrets'
import { implement, type Call } from '../../_kernel/serve'
import { historyPage } from '../life/history-pages'
import { sentenceOf } from '../life/history'
import { myRecord } from '../states/my-member'

/** What fits below the table on one sheet. */
const historyLines = 12

/** 会员登记表, printed for the archive; that it was looked at stands in the member’s trail. */
export const memberForm = implement(formProcedures.memberForm, async (call) => {
  const held = await call.store.get(memberships, call.input.person)
  if (held?.union !== call.input.union) return refuse('NOT_FOUND')
  await auditView(call, { action: 'form.view', subject: held._id, union: held.union })
  return succeed(await formOf(held, call))
})

/** 本人的登记表. */
export const myForm = implement(formProcedures.myForm, async (call) => {
  const held = await myRecord(call)
  return succeed(held === undefined ? {} : { form: await formOf(held, call) })
})

async function formOf(
  member: MembershipRecord,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<z.input<typeof RegistrationForm>> {
  const { store, sealer } = call
  const [person, union, application, history] = await Promise.all([
    store.get(persons, member._id),
    store.get(unions, member.union),
    member.application === undefined ? undefined : store.get(applications, member.application),
    historyPage(member._id, { most: historyLines }, call),
  ])
  if (person === undefined) throw new Error('a membership without its person')
  const place = { collection: persons.name, id: person._id, field: 'secrets' }
  const { sex, birth, documentKind } = openJson(sealer, place, PersonSecrets, person.secrets)
  const { name, maskedNumber, mobile } = rosterOf(member, call)
  return {
    unionName: union?.name ?? '',
    memberNumber: member.memberNumber,
    name,
    ...(sex === undefined ? {} : { sex }),
    ...(birth === undefined ? {} : { birth }),
    nationality: nationalityName(person.nationality),
    documentName: documentName[documentKind] ?? documentKind,
    maskedNumber,
    education: educationName[person.education],
    household: householdName[person.household],
    mobile,
    unitName: member.unitName,
    employment: member.employment,
    office: member.office ?? '',
    state: member.state,
    since: member.since,
    ...(application === undefined ? {} : appliedBy(application)),
    history: [...history.events].reverse().map((event) => ({ at: event.at, text: sentenceOf(event) })),
  }
}

function appliedBy({ letter, committee, unionName, approvedOn }: ApplicationRecord) {
  const { agreedAt, title, paper } = letter
  return {
    applied: { agreedAt, letterTitle: title, onPaper: paper !== undefined },
    ...(committee === undefined ? {} : { committee }),
    ...(approvedOn === undefined ? {} : { approvedBy: unionName }),
  }
}
