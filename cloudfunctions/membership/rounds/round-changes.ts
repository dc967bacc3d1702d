import { roundProcedures } from '../../../shared/contract/membership-rounds'
import { refuse, succeed } from '../../../shared/core/outcome'
import { rangeOf } from '../../../shared/org/figures'
import { auditView } from '../../_kernel/audit'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { unions } from '../../_kernel/records/registry'
import { implement } from '../../_kernel/serve'
import { sentenceOf } from '../life/history'
import { rosterRow } from '../roster'
import { changesOf, ever } from './changes'
import { lastRound } from './due'

const pageSize = 30

/** 变动的是谁. Somebody who is on no roster any more is told without a name. */
export const roundChanges = implement(roundProcedures.roundChanges, async (call) => {
  const { union: id, kind, month, cursor } = call.input
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  await auditView(call, { action: 'round.view', subject: id, union: id })
  const within = month === undefined ? { from: (await lastRound(union, call))?.closedAt ?? ever } : rangeOf(month)
  const page = await call.store.find(membershipEvents, {
    ...changesOf(id, kind, within.from),
    ...within,
    order: 'descending',
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  })
  const held = await Promise.all(page.documents.map(({ person }) => call.store.get(memberships, person)))
  const rows = page.documents.map((event, at) => {
    const member = held[at]
    const name = member === undefined ? '已不在花名册上' : rosterRow(member, call).name
    return { event: event._id, name, text: sentenceOf(event), at: event.at }
  })
  return succeed({ rows, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
})
