import type { membership as contract } from '../../../shared/contract/membership'
import { ApplicationId, PersonId, type FileId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome, type Refusal } from '../../../shared/core/outcome'
import { judgeApproval } from '../../../shared/membership/approval'
import type { Policy } from '../../../shared/policy/resolve'
import { auditing } from '../../_kernel/audit'
import { keepDocument } from '../../_kernel/documents'
import { claimUnder, identifierUnder, lockPerson } from '../../_kernel/locks'
import { applications } from '../../_kernel/records/applications'
import { membershipEvents, memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { drawNumbers, takeNumber } from '../deciding/numbers'
import { membershipFrom, personFrom, sinceOf } from '../deciding/records'
import { joinedOnPaper, paperApplication, type PaperForm } from './records'
import type { Routed } from './route-for'

type Refused = (typeof contract.procedures.enterOnBehalf.errors)[number]

export interface Entered {
  readonly person: PersonId
  readonly application: ApplicationId
  readonly memberNumber: string
}

interface Entering {
  /** The application that will hold the paper. */
  readonly record: ApplicationId
  readonly write: (tx: Transaction) => Promise<Outcome<Entered, Refused>>
}

/** 按纸质申请书录入: person, membership, number and the approved application, judged alike whether one person signed or a founding’s first members did together. */
export async function enteringOnPaper(
  {
    union,
    policy,
    form,
    paper,
    routed,
  }: {
    readonly union: UnionRecord
    readonly policy: Policy
    readonly form: PaperForm
    readonly paper: FileId
    readonly routed: Routed
  },
  call: Call<unknown>,
): Promise<Entering> {
  const { identity, assessment } = routed
  const { elsewhere } = form
  const id = union._id
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
    content: { committee: form.committee, paper },
  })
  const write = async (tx: Transaction): Promise<Outcome<Entered, Refused>> => {
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
    const told = { id: application, person, memberNumber, union, paper, letter: policy.values.letter }
    const record = paperApplication(told, form, routed, call)
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
    const event = joinedOnPaper(eventId, person, record, { kind: verdict.kind, paper, elsewhere }, call)
    await tx.insert(membershipEvents, event)
    if (elsewhere?.proof !== undefined)
      await keepDocument(tx, elsewhere.proof, { collection: membershipEvents.name, record: eventId })
    await audit(tx)
    return succeed({ person, application, memberNumber })
  }
  return { record: application, write }
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
