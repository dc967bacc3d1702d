import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import type { IsoDate, IsoTime } from '../../../shared/core/time'
import { counting, nobody, type Composition, type CountedMember } from '../../../shared/membership/composition'
import { askedFromOf, knowsSituation } from '../../_kernel/hanging'
import { howMany } from '../../_kernel/kept-counts'
import { memberships, type MembershipRecord } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { tallies, type TallyRecord } from '../../_kernel/records/rounds'
import { implement, type Call } from '../../_kernel/serve'
import { sexOf } from '../roster-groups'
import { currentRound } from './due'

/** Members in one call: some hundred milliseconds, so that a page can show how far it is. */
const stretch = 1_000
/** A count as old as this is made anew. */
const freshMs = 12 * 60 * 60 * 1000

/**
 * 清点会员: a stretch a call, noted in the union’s tally, so that nobody waits for ten thousand seals and a closing rests on what the server counted. Two who
 * count at once count the same stretch; the one who comes second writes nothing.
 */
export const countRoster = implement(roundProcedures.countRoster, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  const total = (await howMany({ what: 'active', union: union._id }, call)).count
  const known = await call.store.get(tallies, union._id)
  if (known !== undefined && isFresh(known, call.now)) return succeed(progress(known, total))
  const { rhythm } = await currentRound(union, call)
  const before: TallyRecord =
    known === undefined || known.doneAt !== undefined
      ? { _id: union._id, startedAt: call.now, composition: nobody }
      : known
  const askedFrom = askedFromOf(union, rhythm)
  const { cursor } = before
  const page = await call.store.find(memberships, {
    index: 'byUnion',
    equals: { union: union._id, state: 'active' },
    limit: stretch,
    ...(cursor === undefined ? {} : { cursor }),
  })
  let composition: Composition = before.composition
  for (const member of page.documents)
    composition = counting(composition, await countedMember(member, askedFrom, call), rhythm, call.today)
  const after: TallyRecord = {
    _id: union._id,
    startedAt: before.startedAt,
    composition,
    ...(page.cursor === undefined ? { doneAt: call.now } : { cursor: page.cursor }),
  }
  return call.act(async (tx) => {
    const now = await tx.get(tallies, union._id)
    if (now?.startedAt !== known?.startedAt || now?.cursor !== known?.cursor || now?.doneAt !== known?.doneAt)
      return succeed(progress(now ?? after, total))
    await tx.put(tallies, after)
    return succeed(progress(after, total))
  })
})

/** Whether a closing may rest on it. */
export function isFresh({ doneAt }: TallyRecord, now: IsoTime): boolean {
  return doneAt !== undefined && Date.parse(now) - Date.parse(doneAt) < freshMs
}

function progress({ composition, doneAt }: TallyRecord, total: number) {
  const done = doneAt !== undefined
  return { counted: composition.members, of: done ? composition.members : total, done }
}

type Ports = Pick<Call<unknown>, 'store' | 'sealer'>

/** Women are counted from the roster row; a row from before it knew is looked up with the person. */
async function countedMember(
  member: MembershipRecord,
  askedFrom: IsoDate | undefined,
  call: Ports,
): Promise<CountedMember> {
  const { employment, category, unit, unitName, since, changedOn, confirmedOn } = member
  return {
    employment,
    category,
    unit,
    unitName,
    since,
    changedOn,
    confirmedOn,
    askedFrom,
    situationKnown: knowsSituation(member),
    sex: await sexOf(member, call),
  }
}
