import { succeed } from '../../shared/core/outcome'
import { membership } from '../../shared/contract/membership'
import { accounts, type AccountRecord } from '../_kernel/records/accounts'
import { applications, type ApplicantSecrets, type ApplicationRecord } from '../_kernel/records/applications'
import { unions } from '../_kernel/records/registry'
import { implement, type Call } from '../_kernel/serve'
import { shownChair } from '../_kernel/chairs'
import { secretsOf } from './applicant'
import { isOwn } from './privacy/me'
import { clockOf, letterOf, timelineOf } from './joining/views'

/** 我的申请: the one asked for, or the latest. Somebody else’s id finds nothing. */
export const mine = implement(membership.procedures.mine, async (call) => {
  const record = await find(call)
  if (record === undefined) return succeed({})
  const [union, chair, letter] = await Promise.all([
    call.store.get(unions, record.union),
    shownChair(record.union, call),
    letterOf(record, call.files),
  ])
  const above = union?.parent === undefined ? undefined : await call.store.get(unions, union.parent)
  const secrets = secretsOf(record, call)
  const last = record.timeline.filter((step) => step.kind === 'returned').at(-1)
  return succeed({
    application: {
      application: record._id,
      revision: record.revision,
      state: record.state,
      union: { union: record.union, name: record.unionName },
      desk: { union: record.desk, name: record.deskName },
      ...(chair === undefined ? {} : { chair }),
      ...(union?.phone === undefined ? {} : { unionPhone: union.phone }),
      ...(above === undefined ? {} : { reviewer: { union: above._id, name: above.name } }),
      undecided: record.undecided,
      timeline: timelineOf(record.timeline),
      ...clockOf(record, call),
      ...(record.state !== 'returned' || last === undefined
        ? {}
        : {
            returnedFor: { reasons: last.returnReasons ?? [], ...(last.note === undefined ? {} : { note: last.note }) },
          }),
      facts: record.facts,
      route: { sentence: record.route.sentence, clauses: record.route.clauses },
      letter,
      answers: answersOf(secrets, record),
      canRemind: record.state === 'submitted' && record.remindedOn !== call.today,
    },
  })
})

/** The answers as sent, with the picture where it is still kept. */
function answersOf({ answers: { elsewhere, ...answers } }: ApplicantSecrets, { proof }: ApplicationRecord) {
  if (elsewhere === undefined) return answers
  return { ...answers, elsewhere: { ...elsewhere, ...(proof === undefined ? {} : { proof }) } }
}

/** An approved application belongs to the person in it: an account that is theirs no more finds nothing. */
async function find(
  call: Call<{ application?: ApplicationRecord['_id'] | undefined }>,
): Promise<ApplicationRecord | undefined> {
  const { application } = call.input
  const account = await call.store.get(accounts, call.account)
  if (application !== undefined) {
    const record = await call.store.get(applications, application)
    return record !== undefined && belongsTo(record, account, call.account) ? record : undefined
  }
  const latest = await call.store.find(applications, {
    index: 'byAccount',
    equals: { account: call.account },
    order: 'descending',
    limit: 1,
  })
  return latest.documents.find((record) => isOwn(record, account))
}

/** One that was signed on paper was sent from no account: it belongs to whoever is bound to the person in it. */
function belongsTo(
  record: ApplicationRecord,
  account: AccountRecord | undefined,
  caller: ApplicationRecord['account'],
): boolean {
  if (record.account === undefined) return record.person !== undefined && record.person === account?.person
  return record.account === caller && isOwn(record, account)
}
