import { PersonId } from '../../../shared/core/ids'
import { chinaDay } from '../../../shared/core/time'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import type { CommitteeDecision } from '../../../shared/contract/membership-views'
import { judgeApproval } from '../../../shared/membership/approval'
import { phoneIsProof } from '../../../shared/membership/binding'
import { auditing } from '../../_kernel/audit'
import { cardFollowing } from '../../_kernel/card/following'
import { keepDocument } from '../../_kernel/documents'
import { claimUnder, identifierUnder, lockPerson } from '../../_kernel/locks'
import { notifying } from '../../_kernel/notify'
import { accounts } from '../../_kernel/records/accounts'
import { applications, type SentApplication } from '../../_kernel/records/applications'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { persons, PersonSecrets, type PersonRecord } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { openJson } from '../../_kernel/secrets'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { tasksLeftBehind } from '../transfer/left-behind'
import { releaseClaims, stepped } from '../close'
import { judgeAgain, type JudgedAgain } from './again'
import type { DecideCode, ReadyDecision } from './decided'
import { drawNumbers, takeNumber } from './numbers'
import { eventFrom, membershipFrom, personFrom, sinceOf } from './records'

/**
 * 同意入会: person, number lock, membership, its first event, the account’s tie to the person, the message and the audit entry in one
 * transaction. What it needs of ids, digits and the route is made ready here, before it.
 */
export async function readyApproval(
  application: SentApplication,
  committee: CommitteeDecision,
  call: Call<unknown>,
): Promise<Outcome<ReadyDecision, DecideCode>> {
  const again = await judgeAgain(application, call)
  if (!again.ok) return again
  const judged = again.data
  const { policy } = judged.assessment
  const union = await call.store.get(unions, application.union)
  const drawn = await drawNumbers(union?.region, call)
  const follow = cardFollowing(call)
  const along = application.intent === 'resume' ? await followedFrom(application, judged, call) : undefined
  const newPerson = PersonId.parse(call.random.id())
  const eventId = call.random.id()
  const notice = notifying(call, {
    account: application.account,
    application: application._id,
    text: `您的入会申请已经批准，您现在是${application.unionName}的会员。`,
  })
  const audit = auditing(call, {
    action: 'application.approve',
    subject: application._id,
    union: application.union,
    onBehalfOf: `committee:${application.desk}`,
    policyVersion: policy.version,
    content: committee,
  })

  return succeed(async (tx: Transaction) => {
    const before = await tx.get(applications, application._id)
    if (before === undefined || before.revision !== application.revision) return refuse('APPLICATION_CHANGED')
    const { locks } = judged.identity
    const identifier = await identifierUnder(tx, locks)
    const held = identifier === undefined ? undefined : await tx.get(memberships, identifier.person)
    const verdict = judgeApproval({
      application: {
        id: before._id,
        state: before.state,
        intent: before.intent,
        undecided: before.undecided,
        submittedOn: chinaDay(before.submittedAt),
      },
      claimHeldBy: (await claimUnder(tx, locks))?.application,
      onFile: held?.state ?? 'none',
      birth: judged.identity.birth,
      minAge: policy.values.minAge,
      unionActive: (await tx.get(unions, before.union))?.status === 'active',
      decidedOn: committee.decidedOn,
      today: call.today,
    })
    if (verdict.kind === 'refused') return refuse(verdict.code)

    const person = identifier?.person ?? newPerson
    const memberNumber = held?.memberNumber ?? (await takeNumber(tx, drawn, person))
    const step = stepped(
      before,
      'approve',
      { kind: 'approved', at: call.now, by: call.account, union: before.desk, unionName: before.deskName },
      {
        committee: {
          decidedOn: committee.decidedOn,
          ...(committee.note === undefined ? {} : { note: committee.note }),
        },
        approvedOn: call.today,
        person,
        memberNumber,
        ...(union?.parent === undefined ? {} : { above: union.parent }),
      },
    )
    if (!step.ok) return refuse(step.code)

    await tx.put(applications, step.after)
    await lockPerson(tx, locks, person, call.now)
    const onFile = await tx.get(persons, person)
    const isProven = provesWho(onFile, application, judged, call)
    const bound = isProven && (await bindAccount(tx, application, person, call))
    const phone = isProven && before.mobileVerified ? 'proven' : 'as-written'
    await tx.put(persons, {
      ...personFrom(person, before, { ...judged, phone }, onFile, call),
      ...(bound ? { account: application.account } : {}),
    })
    const arrival = {
      kind: verdict.kind,
      before: held,
      elsewhere: before.intent === 'join' ? judged.secrets.answers.elsewhere : undefined,
    }
    const joining = { kind: verdict.kind, memberNumber, since: sinceOf(arrival, call), before: held }
    const joined = membershipFrom(person, before, judged, joining, call)
    await tx.put(memberships, joined)
    await follow(tx, joined)
    await along?.(tx)
    const event = eventFrom(eventId, person, before, arrival, committee.decidedOn, call)
    await tx.insert(membershipEvents, event)
    if (event.document !== undefined)
      await keepDocument(tx, event.document, { collection: membershipEvents.name, record: eventId })
    await releaseClaims(tx, before)
    await notice(tx)
    await audit(tx)
    return succeed({ state: step.after.state, memberNumber })
  })
}

/** 接续 (R63): what the union that kept the membership still had to do about it, as with a transfer (T12). */
async function followedFrom(
  { union, unionName, submittedAt }: SentApplication,
  judged: JudgedAgain,
  call: Call<unknown>,
) {
  const person = (await identifierUnder(call.store, judged.identity.locks))?.person
  const held = person === undefined ? undefined : await call.store.get(memberships, person)
  if (held === undefined) return undefined
  const [from, to] = [
    { union: held.union, name: '' },
    { union, name: unionName },
  ]
  return tasksLeftBehind({ person: held._id, from, to, requestedAt: submittedAt }, call)
}

/**
 * An approval says that somebody belongs to the union, not whose WeChat they are: for somebody on file that is proved as in `binding/`, by the phone on file, or
 * it is a matter of its own. Somebody new is who applied.
 */
function provesWho(
  onFile: PersonRecord | undefined,
  { account, mobileVerified }: SentApplication,
  { identity }: JudgedAgain,
  call: Pick<Call<unknown>, 'sealer' | 'today'>,
): boolean {
  if (onFile === undefined || onFile.account === account) return true
  if (onFile.account !== undefined || !mobileVerified) return false
  const place = { collection: persons.name, id: onFile._id, field: 'secrets' }
  const kept = openJson(call.sealer, place, PersonSecrets, onFile.secrets).mobile
  return kept === identity.mobile && phoneIsProof(onFile.mobileEditedAt, call.today)
}

/** The account that applied is the person’s from now on, unless it is already somebody else’s: then the person has none yet. */
async function bindAccount(
  tx: Transaction,
  { account: id }: SentApplication,
  person: PersonId,
  call: Pick<Call<unknown>, 'now'>,
): Promise<boolean> {
  const account = (await tx.get(accounts, id)) ?? { _id: id, createdAt: call.now }
  if (account.person !== undefined && account.person !== person) return false
  await tx.put(accounts, { ...account, person })
  return true
}
