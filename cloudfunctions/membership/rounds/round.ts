import type { z } from 'zod'
import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { rateText } from '../../../shared/membership/composition'
import { rightsOf } from '../../../shared/org/officers'
import {
  changedFields,
  firstMissing,
  toldFields,
  unionFieldKeys,
  type UnionFieldKey,
} from '../../../shared/org/union-fields'
import { auditView } from '../../_kernel/audit'
import { howMany } from '../../_kernel/kept-counts'
import { officers, unions } from '../../_kernel/records/registry'
import { roundReminders, tallies, type RoundRecord, type TallyRecord } from '../../_kernel/records/rounds'
import { implement } from '../../_kernel/serve'
import { countChanges, ever } from './changes'
import { currentRound, roundId } from './due'
import { fieldsOf, type StandingFields } from '../../_kernel/unions/fields'

type View = z.input<typeof roundProcedures.round.output>

/** 半年核对: what the chair looks at. Reads, whatever the size of the union, a page’s worth: counts are made in stretches (count-roster.ts). */
export const round = implement(roundProcedures.round, async (call) => {
  const union = await call.store.get(unions, call.input.union)
  if (union === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'round.view', subject: union._id, union: union._id })
  const { due, last } = await currentRound(union, call)
  const since = last?.closedAt
  const [members, tally, reminder, changes, me] = await Promise.all([
    howMany({ what: 'active', union: union._id }, call),
    call.store.get(tallies, union._id),
    call.store.get(roundReminders, roundId(union._id, due.period)),
    countChanges(union._id, since ?? ever, call.store),
    call.store.get(officers, `${union._id}:${call.account}`),
  ])
  const standing = await fieldsOf(union, members.count, call)
  const missing = firstMissing(standing.fields, standing.hostUnit !== undefined)
  const { members: _, ...compared } = standing.fields
  const text = rateText(members.count, standing.staff)
  return succeed({
    unionName: union.name,
    ...due,
    ...(last === undefined ? {} : { since: last.closedOn, lastClosedOn: last.closedOn }),
    mayClose: me !== undefined && rightsOf[me.role].includes('officers'),
    fields: fieldViews(standing, last, compared),
    ...(missing === undefined ? {} : { missing }),
    changes: changes.filter(({ count }) => count > 0),
    ...tallyView(tally, members.count),
    rate: {
      members: members.count,
      ...(standing.staff === undefined ? {} : { staff: standing.staff }),
      ...(text === undefined ? {} : { text }),
    },
    ...(reminder === undefined
      ? {}
      : {
          reminder: {
            state: reminder.state,
            seen: reminder.seen,
            told: reminder.told,
            unreachable: reminder.unreachable,
          },
        }),
  })
})

/** 会员人数 always changes: that is what the changes below it tell. */
function fieldViews(
  { fields, leaderName, staffComputed }: StandingFields,
  last: RoundRecord | undefined,
  compared: StandingFields['fields'],
): View['fields'] {
  const { members: _, ...before } = last?.fields ?? {}
  const changes = last === undefined ? [] : changedFields(before, compared)
  return unionFieldKeys.map((key) => {
    const change = changes.find((one) => one.key === key)
    const value = key === 'leader' ? leaderName : fields[key]
    return {
      key,
      ...(value === undefined ? {} : { value }),
      ...(change?.before === undefined || key === 'leader' ? {} : { before: change.before }),
      changed: change !== undefined,
      source: sourceOf(key, staffComputed),
    }
  })
}

function sourceOf(key: UnionFieldKey, staffComputed: boolean): View['fields'][number]['source'] {
  if (key === 'members' || key === 'leader' || (key === 'staff' && staffComputed)) return 'computed'
  return toldFields.some((told) => told === key) ? 'told' : 'registered'
}

function tallyView(tally: TallyRecord | undefined, members: number): Partial<View> {
  if (tally === undefined) return {}
  const { composition, doneAt } = tally
  if (doneAt === undefined) return { counting: { counted: composition.members, of: members } }
  const byEmployment = Object.entries(composition.byEmployment)
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
  return { composition: { ...composition, byEmployment }, countedAt: doneAt }
}
