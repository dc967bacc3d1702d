import type { z } from 'zod'
import { cleanProcedures, type SideView } from '../../../shared/contract/membership-clean'
import { refuse, succeed } from '../../../shared/core/outcome'
import { maskMobile, maskNumber } from '../../../shared/identity/mask'
import { documentName } from '../../../shared/membership/labels'
import { keepFirst, mayKeep, mergedFrom } from '../../../shared/membership/likeness'
import { auditView } from '../../_kernel/audit'
import { implement, type Call } from '../../_kernel/serve'
import { sentenceOf } from '../life/history'
import { historyPage } from '../life/history-pages'
import { mergeSide, sidesOf, taskFor, type Side } from './pair'

type Outcomes = z.input<typeof cleanProcedures.samePerson.output>['outcomes']

/** 疑似同一人: both records side by side, before anything is done. */
export const samePerson = implement(cleanProcedures.samePerson, async (call) => {
  const task = await taskFor(call.input, call.store)
  if (task === undefined) return refuse('NOT_FOUND')
  if (task.state !== 'open') return refuse('TASK_CLOSED')
  const sides = await sidesOf(task, call)
  if (sides === undefined) return refuse('PAIR_CHANGED')
  for (const { person } of sides)
    await auditView(call, { action: 'member.view', subject: person._id, union: call.input.union })
  const [one, other] = sides
  return succeed({
    open: true,
    sides: await Promise.all(sides.map((side) => sideView(side, call))),
    suggested: (keepFirst(mergeSide(one), mergeSide(other)) ? one : other).person._id,
    outcomes: [...outcomesOf(one, other), ...outcomesOf(other, one)],
  })
})

async function sideView(side: Side, call: Call<unknown>): Promise<SideView> {
  const { person, secrets, membership, unionName } = side
  const { events: history } = await historyPage(person._id, { most: 20 }, call)
  return {
    person: person._id,
    name: secrets.name,
    maskedNumber: maskNumber(secrets.number),
    documentName: documentName[secrets.documentKind] ?? secrets.documentKind,
    mobile: maskMobile(secrets.mobile),
    ...(secrets.birth === undefined ? {} : { birth: secrets.birth }),
    unionName,
    unitName: membership.unitName,
    state: membership.state,
    since: membership.since,
    memberNumber: membership.memberNumber,
    bound: person.account !== undefined,
    history: history.map((event) => ({ at: event.at, text: sentenceOf(event) })),
  }
}

function outcomesOf(kept: Side, merged: Side): Outcomes {
  return mayKeep(kept.membership, merged.membership) ? [outcomeOf(kept, merged)] : []
}

function outcomeOf(kept: Side, merged: Side): Outcomes[number] {
  return {
    keep: kept.person._id,
    unionName: kept.unionName,
    unitName: kept.membership.unitName,
    ...mergedFrom(mergeSide(kept), mergeSide(merged)),
    account: accountAfter(kept, merged),
  }
}

function accountAfter({ person: kept }: Side, { person: merged }: Side): Outcomes[number]['account'] {
  if (kept.account === undefined) return merged.account === undefined ? 'none' : 'merged'
  return merged.account === undefined ? 'kept' : 'kept-other-untied'
}
