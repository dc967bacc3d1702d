import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { IsoDate, yearsBetween } from '../../../shared/core/time'
import type { Situation } from '../../../shared/membership/joining'
import { isHeld } from '../../../shared/membership/life'
import { unreachable } from '../../../shared/core/unreachable'
import type { MembershipRecord } from '../../_kernel/records/memberships'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import { readingOnce } from '../../_kernel/store/reading-once'
import { assess, type Assessment, type UnionLabel } from '../joining/assess'
import { reviewerOf } from '../joining/reviewer'
import { readSituation, type KnownSituation } from '../joining/situation'
import { myself } from '../privacy/me'

type Held = MembershipRecord & { readonly state: 'active' | 'retained' }

/** 我和我的会籍, where the account is a member’s. */
export interface Mine {
  readonly person: PersonRecord
  readonly member: Held
}

export async function memberOf(call: Pick<Call<unknown>, 'store' | 'account'>): Promise<Outcome<Mine, 'MEMBER_FIRST'>> {
  const { person, membership: member } = await myself(call)
  if (person === undefined || member === undefined || !isMembershipHeld(member)) return refuse('MEMBER_FIRST')
  return succeed({ person, member })
}

function isMembershipHeld(member: MembershipRecord): member is Held {
  return isHeld(member.state)
}

/** Where the rules send a member who works there now. */
export interface WhereTo {
  readonly mine: Mine
  readonly known: KnownSituation
  readonly assessment: Assessment
  readonly change: 'move' | 'resume'
  readonly offered: readonly UnionLabel[]
  readonly review: boolean
  readonly reviewer: UnionLabel | undefined
}

/** 转会的分流 (T1): the answers and the membership on file, and nothing else is asked. */
export async function whereTo(
  { situation, retired }: { readonly situation: Situation; readonly retired: boolean },
  asked: Call<unknown>,
): Promise<Outcome<WhereTo, 'MEMBER_FIRST' | 'UNIT_UNKNOWN' | 'REGION_UNKNOWN'>> {
  const call = { ...asked, account: asked.account, store: readingOnce(asked.store) }
  const mine = await memberOf(call)
  if (!mine.ok) return mine
  const { person, member } = mine.data
  const known = await readSituation(situation, call.store)
  if (!known.ok) return known
  const standing = { kind: 'bound', union: member.union, status: member.state } as const
  const assessment = await assess(known.data, { age: ageOf(person, call), retired, standing }, call)
  const review = assessment.result.action === 'MANUAL_REVIEW'
  return succeed({
    mine: mine.data,
    known: known.data,
    assessment,
    change: member.state === 'retained' ? 'resume' : 'move',
    offered: offeredTo(member, assessment),
    review,
    reviewer: await reviewerOf(assessment, known.data.place, call.store),
  })
}

/** T2: where a member may go. Whoever may stay (R30, R61) is offered the others; a retained membership may be taken up again where it lies. */
function offeredTo(member: Held, { result, primary, alternatives }: Assessment): readonly UnionLabel[] {
  const all = [...(primary === undefined ? [] : [primary]), ...alternatives]
  switch (result.action) {
    case 'RESUME_TRANSFER':
      return all
    case 'TRANSFER':
    case 'KEEP':
      return member.state === 'retained' ? [] : all.filter(({ union }) => union !== member.union)
    case 'JOIN':
    case 'CHOOSE':
    case 'RETAIN':
    case 'REROUTE':
    case 'BLOCK_DUPLICATE':
    case 'MANUAL_REVIEW':
    case 'NEED_INFO':
    case 'REJECT':
      return []
    default:
      return unreachable(result.action)
  }
}

/** Undefined where the document does not tell the birthday. */
export function ageOf(person: PersonRecord, call: Pick<Call<unknown>, 'sealer' | 'today'>): number | undefined {
  const birth = IsoDate.safeParse(personSecretsOf(person, call).birth)
  return birth.success ? yearsBetween(birth.data, call.today) : undefined
}

export function personSecretsOf(person: PersonRecord, { sealer }: Pick<Call<unknown>, 'sealer'>): PersonSecrets {
  return openJson(sealer, { collection: persons.name, id: person._id, field: 'secrets' }, PersonSecrets, person.secrets)
}
