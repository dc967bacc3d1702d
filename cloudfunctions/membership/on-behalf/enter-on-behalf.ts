import { membership as contract } from '../../../shared/contract/membership'
import { ApplicationId, PersonId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome, type Refusal } from '../../../shared/core/outcome'
import { judgeApproval } from '../../../shared/membership/approval'
import { privacyNotice } from '../../../shared/policy/privacy'
import { auditing } from '../../_kernel/audit'
import { keepDocument, putDocument } from '../../_kernel/documents'
import { claimUnder, identifierUnder, lockPerson } from '../../_kernel/locks'
import { applications } from '../../_kernel/records/applications'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { unions } from '../../_kernel/records/registry'
import { openQuota } from '../../_kernel/quota'
import { implement } from '../../_kernel/serve'
import { judgeElsewhere } from '../joining/elsewhere'
import { drawNumbers, takeNumber } from '../deciding/numbers'
import { membershipFrom, personFrom, sinceOf } from '../deciding/records'
import { policyOfUnion } from '../../_kernel/policy-of-union'
import { joinedOnPaper, paperApplication } from './records'
import { routeFor, type Routed } from './route-for'

type Input = (typeof contract.procedures.enterOnBehalf)['input']['_output']
type Refused = (typeof contract.procedures.enterOnBehalf.errors)[number]

/**
 * 代办入会 (APP-03): what an application, its decision and its approval write for somebody who applies themselves, in one go, because the paper was signed and
 * the committee has met. Number, route and duplicates are judged alike; nobody is told, as there is no account to tell.
 */
export const enterOnBehalf = implement(contract.procedures.enterOnBehalf, async (call) => {
  const { union: id, form } = call.input
  const { situation, retired, identity: typed, elsewhere } = form
  const asked = { union: id, situation, retired, identity: typed, memberElsewhere: elsewhere !== undefined }
  const routed = await routeFor(asked, call)
  if (!routed.ok) return routed
  const quota = await openQuota('entry', routed.data.identity.locks[0].slice(0, 12), call)
  if (!quota.ok) return quota
  const union = await call.store.get(unions, id)
  if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
  const policy = await policyOfUnion(union, call)
  const wrong =
    judgePaper(call.input, routed.data, policy.values.letter.version) ??
    (elsewhere === undefined ? undefined : await judgeElsewhere(elsewhere, policy, call))
  if (wrong !== undefined) {
    const spent = await quota.data.spend()
    return spent.ok ? wrong : spent
  }
  const paper = await putDocument(form.paper.picture, call)
  if (!paper.ok) return refuse('DOCUMENT_INVALID', { field: 'form.paper.picture' })

  const { identity, assessment } = routed.data
  const application = ApplicationId.parse(call.random.id())
  const newPerson = PersonId.parse(call.random.id())
  const eventId = call.random.id()
  const drawn = await drawNumbers(union.region, call)
  const audit = auditing(call, {
    action: 'application.on-behalf',
    subject: application,
    union: id,
    onBehalfOf: `committee:${id}`,
    policyVersion: assessment.policy.version,
    content: { committee: form.committee, paper: paper.data },
  })

  return call.act(
    async (
      tx,
    ): Promise<
      Outcome<{ person: PersonId; application: ApplicationId; memberNumber: string }, Refused | 'TOO_MANY'>
    > => {
      const counted = await quota.data.spendIn(tx)
      if (!counted.ok) return counted
      const identifier = await identifierUnder(tx, identity.locks)
      const held = identifier === undefined ? undefined : await tx.get(memberships, identifier.person)
      const verdict = judgeApproval({
        application: {
          id: application,
          state: 'submitted',
          intent: 'join',
          undecided: false,
          submittedOn: form.paper.signedOn,
        },
        claimHeldBy: (await claimUnder(tx, identity.locks))?.application,
        onFile: held?.state ?? 'none',
        birth: identity.birth,
        minAge: policy.values.minAge,
        unionActive: (await tx.get(unions, id))?.status === 'active',
        decidedOn: form.committee.decidedOn,
        today: call.today,
      })
      if (verdict.kind === 'refused') return refusedAs(verdict.code)

      const person = identifier?.person ?? newPerson
      const memberNumber = held?.memberNumber ?? (await takeNumber(tx, drawn, person))
      const record = paperApplication(
        { id: application, person, memberNumber, union, paper: paper.data, letter: policy.values.letter },
        form,
        routed.data,
        call,
      )
      const judged = { identity, secrets: { answers: form }, assessment }
      await tx.insert(applications, record)
      await lockPerson(tx, identity.locks, person, call.now)
      const onFile = await tx.get(persons, person)
      await tx.put(persons, personFrom(person, record, { ...judged, phone: 'as-written' }, onFile, call))
      const joining = {
        memberNumber,
        since: sinceOf({ kind: verdict.kind, before: held, elsewhere }, call),
        kind: verdict.kind,
        before: held,
      }
      await tx.put(memberships, membershipFrom(person, record, judged, joining, call))
      const event = joinedOnPaper(eventId, person, record, { kind: verdict.kind, paper: paper.data, elsewhere }, call)
      await tx.insert(membershipEvents, event)
      if (elsewhere?.proof !== undefined)
        await keepDocument(tx, elsewhere.proof, { collection: membershipEvents.name, record: eventId })
      await keepDocument(tx, paper.data, { collection: applications.name, record: application })
      await audit(tx)
      return succeed({ person, application, memberNumber })
    },
  )
})

/** The route has to offer this union, and the paper has to be of the text in force. */
function judgePaper(
  { form }: Input,
  { assessment: { result }, ours }: Routed,
  letterVersion: string,
): Refusal<Refused> | undefined {
  if (result.action === 'REJECT')
    return refuse(result.rules.includes('R01') ? 'PERSON_UNDER_AGE' : 'NOT_ELIGIBLE', { field: 'form.identity.number' })
  if (result.action === 'NEED_INFO') return refuse('NEED_INFO', { field: 'form.situation' })
  if (!ours)
    return refuse('UNION_NOT_OFFERED', {
      field: 'form.situation',
      message: '按“谁用工谁组织入会”，此人不归本会。请按推荐的工会，请本人到那里办理。',
    })
  if (form.paper.letterVersion !== letterVersion || form.paper.privacyVersion !== privacyNotice.version)
    return refuse('LETTER_OUTDATED', { message: '申请书有了新版本，请打印新的，请本人重新签名。' })
  return undefined
}

/** 审批 speaks of an application that waits; what waits here is a paper, and the sentences say so. */
function refusedAs(code: Extract<ReturnType<typeof judgeApproval>, { kind: 'refused' }>['code']): Refusal<Refused> {
  switch (code) {
    case 'COMMITTEE_DATE_INVALID':
      return refuse(code, {
        field: 'form.committee.decidedOn',
        message: '委员会讨论日期要在本人签名之后、今天以前（含当天）。',
      })
    case 'ALREADY_MEMBER':
      return refuse(code, { message: '此人已经有会籍，不能重复入会。换了单位的，请办理转会；保留会籍的，请办理接续。' })
    case 'APPLYING_ELSEWHERE':
      return refuse(code, { message: '此人另有一份在办的申请，请先办完那一份。' })
    case 'PERSON_UNDER_AGE':
      return refuse(code, { field: 'form.identity.number' })
    case 'EXPELLED_BEFORE':
    case 'RECORDED_DECEASED':
    case 'UNION_NOT_ACTIVE':
      return refuse(code)
    case 'APPLICATION_CHANGED':
    case 'APPLICATION_CLOSED':
    case 'ROUTE_UNDECIDED':
      throw new Error(`a paper application cannot be refused for ${code}`)
  }
}
