import { membership } from '../../shared/contract/membership'
import type { InboxRow } from '../../shared/contract/membership-views'
import { succeed } from '../../shared/core/outcome'
import { maskName } from '../../shared/identity/mask'
import { countedAt, howMany } from '../_kernel/kept-counts'
import { applications, type ApplicationRecord } from '../_kernel/records/applications'
import { implement, type Call } from '../_kernel/serve'
import { placeOf, secretsOf } from './applicant'
import { duplicateOf } from './deciding/duplicates'
import { clockOf } from './joining/views'

const pageSize = 30

/** 待审批: the nearest due date first, however many are waiting. */
export const inbox = implement(membership.procedures.inbox, async (call) => {
  const { store, today } = call
  const { union, cursor } = call.input
  const waiting = { index: 'inbox', equals: { desk: union, state: 'submitted' } } as const
  const [page, total, overdue] = await Promise.all([
    store.find(applications, { ...waiting, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }),
    howMany({ what: 'waiting', union }, call),
    howMany({ what: 'due-before', union, day: today }, call),
  ])
  return succeed({
    rows: await Promise.all(page.documents.map((application) => rowOf(application, call))),
    total: total.count,
    overdue: overdue.count,
    ...countedAt([total, overdue]),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  })
})

async function rowOf(application: ApplicationRecord, call: Call<unknown>): Promise<InboxRow> {
  const secrets = secretsOf(application, call)
  return {
    application: application._id,
    revision: application.revision,
    maskedName: maskName(secrets.name),
    category: application.category,
    place: placeOf(application),
    ...clockOf(application, call),
    identityClear: application.identityWarnings.length === 0,
    duplicate: await duplicateOf(application, call.store),
    resubmitted: application.timeline.some(({ kind }) => kind === 'resubmitted'),
    reminded: application.remindedOn !== undefined,
    elsewhere: secrets.answers.elsewhere !== undefined,
    objection: application.objection !== undefined || application.undecided,
    ...(application.desk === application.union ? {} : { from: application.unionName }),
  }
}
