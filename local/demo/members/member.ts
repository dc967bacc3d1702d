import { PersonId, type AccountId, type RegionId, type UnionId } from '../../../shared/core/ids'
import { isoTime, type IsoDate } from '../../../shared/core/time'
import type { Situation } from '../../../shared/membership/joining'
import type { MembershipState } from '../../../shared/membership/life'
import { maskMobile } from '../../../shared/identity/mask'
import { accounts } from '../../../cloudfunctions/_kernel/records/accounts'
import {
  memberNumbers,
  membershipEvents,
  memberships,
  type RosterSecrets,
} from '../../../cloudfunctions/_kernel/records/memberships'
import { identifiers, persons, type PersonSecrets } from '../../../cloudfunctions/_kernel/records/persons'
import type { UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import { sealJson } from '../../../cloudfunctions/_kernel/secrets'
import { identify } from '../../../cloudfunctions/membership/joining/identify'
import { workplaceOf } from '../../../cloudfunctions/membership/life/workplace'
import { entry, type WorldEntry } from '../entry'
import type { InventedPerson } from '../people/person'
import type { Prng } from '../prng'
import { seededRandomness, type WorldTools } from '../tools'

export interface MemberPlan {
  readonly person: InventedPerson
  readonly union: { readonly _id: UnionId; readonly name: string; readonly region: RegionId }
  readonly unit?: UnitRecord
  readonly situation: Situation
  readonly state: MembershipState
  readonly since: IsoDate
  /** The WeChat account that is bound to the person, where there is one. */
  readonly account?: AccountId
}

/** 会员: the six documents that an approval leaves behind, sealed and locked as the functions do it. */
export function* memberEntries(plan: MemberPlan, prng: Prng, tools: WorldTools): Generator<WorldEntry> {
  const { person, union, unit, situation, state, since, account } = plan
  const { sealer } = tools
  const identified = identify(person, tools)
  if (!identified.ok) throw new Error(`an invented number is not valid: ${identified.message ?? identified.code}`)
  const identity = identified.data

  const random = seededRandomness(prng)
  const id = PersonId.parse(random.id())
  const at = isoTime(Date.parse(`${since}T02:00:00.000Z`))
  const memberNumber = tools.memberNumber(union.region.slice(0, 4), prng)
  const secrets: PersonSecrets = {
    name: identity.name,
    number: identity.number,
    documentKind: identity.documentKind,
    mobile: identity.mobile,
    birth: identity.birth,
    sex: identity.sex,
  }
  const row: RosterSecrets = {
    name: identity.name,
    maskedNumber: identity.maskedNumber,
    mobile: maskMobile(identity.mobile),
    ...(identity.sex === undefined ? {} : { sex: identity.sex }),
  }

  yield entry(persons, {
    _id: id,
    secrets: sealJson(sealer, { collection: 'persons', id, field: 'secrets' }, secrets),
    locks: [...identity.locks],
    education: person.education,
    household: person.household,
    nationality: identity.nationality,
    createdAt: at,
    updatedAt: at,
    ...(account === undefined ? {} : { account }),
  })
  for (const lock of identity.locks) yield entry(identifiers, { _id: lock, person: id, createdAt: at })
  yield entry(memberships, {
    _id: id,
    union: union._id,
    state,
    since,
    memberNumber,
    ...workplaceOf(id, situation, { unit: unit?._id, unitName: unit?.name ?? '' }, tools),
    followUps: [],
    roster: sealJson(sealer, { collection: 'memberships', id, field: 'roster' }, row),
    updatedAt: at,
  })
  yield entry(memberNumbers, { _id: memberNumber, person: id })
  yield entry(membershipEvents, {
    _id: random.id(),
    person: id,
    at,
    kind: 'joined',
    union: union._id,
    unionName: union.name,
    decidedOn: since,
  })
  if (account !== undefined) {
    const mobile = sealer.seal({ collection: 'accounts', id: account, field: 'mobile' }, identity.mobile)
    yield entry(accounts, { _id: account, person: id, mobile, mobileVerifiedAt: at, createdAt: at })
  }
}
