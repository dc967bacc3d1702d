import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { maskMobile } from '../../../shared/identity/mask'
import { readCorrection } from '../../../shared/membership/data-request'
import type { DataRequestRecord, RequestSecrets } from '../../_kernel/records/data-requests'
import { membershipEvents, memberships, RosterSecrets } from '../../_kernel/records/memberships'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { openJson, sealJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'

type Change = Partial<Pick<PersonSecrets, 'name' | 'mobile'>> & Partial<Pick<PersonRecord, 'education' | 'household'>>

/**
 * 更正: person and roster row together, with an entry in the member’s history. A phone number that an officer writes proves nothing for a month. What the
 * register has no field for, and what somebody asks who is not a member, the officer has settled by hand.
 */
export function correcting(
  { account, person: id, field, union, unionName }: DataRequestRecord,
  { should }: RequestSecrets,
  call: Pick<Call<unknown>, 'sealer' | 'now' | 'random'>,
): (tx: Transaction) => Promise<Outcome<void, 'REQUEST_OUTDATED'>> {
  const change = field === undefined || should === undefined ? undefined : changeOf(field, should)
  if (id === undefined || change === undefined) return async () => succeed(undefined)
  const event = { _id: call.random.id(), person: id, at: call.now, kind: 'corrected' as const, union, unionName }
  return async (tx) => {
    const [person, membership] = [await tx.get(persons, id), await tx.get(memberships, id)]
    // Asked from an account that is theirs no more, or of a union that has handed them on.
    if (person?.account !== account || membership?.union !== union) return refuse('REQUEST_OUTDATED')
    const { education = person.education, household = person.household, ...named } = change
    const personPlace = { collection: persons.name, id, field: 'secrets' }
    const rosterPlace = { collection: memberships.name, id, field: 'roster' }
    const secrets = openJson(call.sealer, personPlace, PersonSecrets, person.secrets)
    const row = openJson(call.sealer, rosterPlace, RosterSecrets, membership.roster)
    await tx.put(persons, {
      ...person,
      education,
      household,
      secrets: sealJson<PersonSecrets>(call.sealer, personPlace, { ...secrets, ...named }),
      ...(named.mobile === undefined ? {} : { mobileEditedAt: call.now }),
      updatedAt: call.now,
    })
    await tx.put(memberships, {
      ...membership,
      household,
      roster: sealJson<RosterSecrets>(call.sealer, rosterPlace, {
        ...row,
        ...(named.name === undefined ? {} : { name: named.name }),
        ...(named.mobile === undefined ? {} : { mobile: maskMobile(named.mobile) }),
      }),
      updatedAt: call.now,
    })
    await tx.insert(membershipEvents, event)
    return succeed(undefined)
  }
}

function changeOf(field: NonNullable<DataRequestRecord['field']>, should: string): Change | undefined {
  const correction = readCorrection(field, should)
  if (!correction.ok) throw new Error(`a correction was kept that cannot be read: ${field}`)
  const { data } = correction
  return data.field === 'other' ? undefined : { [data.field]: data.value }
}
