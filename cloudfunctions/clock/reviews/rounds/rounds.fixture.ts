import { castUnions } from '../../../../local/demo/personas'
import { PersonId, UnionId, type ReviewRoundId } from '../../../../shared/core/ids'
import { daysAfter } from '../../../../shared/core/calendar'
import { succeed } from '../../../../shared/core/outcome'
import { chinaDay } from '../../../../shared/core/time'
import type { RoundDays } from '../../../../shared/review/round'
import { granted, type TestSystem } from '../../../../tests/system'
import { memberships, type MembershipRecord } from '../../../_kernel/records/memberships'
import { unions, type UnionRecord } from '../../../_kernel/records/registry'
import { reviewKeys } from '../../../_kernel/records/reviews'
import { newReviewKeys } from '../../../_kernel/review/keys'
import { newMember } from '../../../membership/events/events.fixture'
import { upperUnion } from '../publish/publish.fixture'

let made = 0

/** An upper union with its chair, and two districts below it, with members in neither. */
export async function area(system: TestSystem) {
  const { upper, as } = await upperUnion(system)
  const [one] = await unionsBelow(system, upper, 1, { members: 0 })
  const [other] = await unionsBelow(system, upper, 1, { members: 0 })
  if (one === undefined || other === undefined) throw new Error('there are no districts')
  return { upper, as, districts: [one, other] as const }
}

const known = new WeakMap<TestSystem['newcomer'], Promise<MembershipRecord>>()
/** One real membership of each system, as the pattern of the others. */
async function pattern(system: TestSystem): Promise<MembershipRecord> {
  const before = known.get(system.newcomer) ?? aMembership(system)
  known.set(system.newcomer, before)
  return before
}

async function aMembership(system: TestSystem): Promise<MembershipRecord> {
  const record = await system.runtime.store.get(memberships, await newMember(system, { union: castUnions.street.id }))
  if (record === undefined) throw new Error('there is no membership')
  return record
}

/** So many unions directly below, each with so many members, put there past the procedures. */
export async function unionsBelow(
  system: TestSystem,
  above: UnionRecord,
  many: number,
  { members = 1, status = 'active' }: { members?: number; status?: UnionRecord['status'] } = {},
): Promise<readonly UnionRecord[]> {
  const one = await pattern(system)
  const all: UnionRecord[] = []
  for (let at = 0; at < many; at++) {
    const _id = UnionId.parse(`of-round-${++made}`)
    const { region, line } = above
    const union: UnionRecord = {
      _id,
      name: `第${made}公司工会`,
      type: 'enterprise',
      status,
      region,
      direct: true,
      industries: [],
      parent: above._id,
      line: [_id, ...line],
    }
    all.push(union)
    await system.runtime.store.transact(async (tx) => {
      await tx.put(unions, union)
      for (let member = 0; member < members; member++)
        await tx.put(memberships, { ...one, _id: PersonId.parse(`${_id}-${member}`), union: _id })
      return succeed(undefined)
    })
  }
  return all
}

/** Opens in five days, votes from the fourteenth on for a week; the window is wider by some days on both sides. */
export function roundDays({ runtime }: Pick<TestSystem, 'runtime'>): RoundDays {
  const on = (days: number) => daysAfter(chinaDay(runtime.now()), days)
  return {
    window: { from: on(2), until: on(25) },
    opensOn: on(5),
    days: { cutoff: on(5), receivingOn: on(7), votingOn: on(14), lastDay: on(20) },
  }
}

export async function announcedRound(system: TestSystem, as: string, union: UnionId): Promise<ReviewRoundId> {
  const input = { union, kind: 'members', ...roundDays(system) }
  return granted(await system.ask(as, 'review', 'announceRound', input)).round
}

/** Copies of one set in the stock: each its own document, which is what is looked at here, and made at once. */
export async function stockOfCopies({ runtime }: Pick<TestSystem, 'runtime'>, many: number): Promise<void> {
  const one = await newReviewKeys(runtime)
  for (let at = 0; at < many; at++) await runtime.store.insert(reviewKeys, { ...one, _id: runtime.random.id() })
}
