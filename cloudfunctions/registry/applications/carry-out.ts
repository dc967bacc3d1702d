import { UnionId } from '../../../shared/core/ids'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { unreachable } from '../../../shared/core/unreachable'
import { termAfterByElection, termEnd, type CommitteeKind, type Term } from '../../../shared/org/committees'
import { latestEnd } from '../../../shared/org/appointment'
import type { Reply } from '../../../shared/org/union-change'
import type { ElectionBody, UnionApplicationBody } from '../../../shared/org/union-application'
import type { PaperKind } from '../../../shared/membership/union-event'
import { unions, units, type UnionRecord } from '../../_kernel/records/registry'
import { committees } from '../../_kernel/records/union-registry'
import type { UnionApplicationRecord } from '../../_kernel/records/union-applications'
import type { Call } from '../../_kernel/serve'
import type { Transaction } from '../../_kernel/store/port'
import { openUnionEvent } from '../../_kernel/union-events'
import { actingOffice, notingChange } from '../../_kernel/unions/changes'
import { hasActiveBelow } from '../../_kernel/unions/below'
import { electing } from '../../_kernel/unions/committees'
import { unitNow } from '../../_kernel/units'
import { endingUnion } from '../founding/ending'
import { finishFoundingTasks, giveOwn } from '../founding/own-union'
import { seatUnion } from '../founding/seats'
import { finishTermTask } from '../unions/finish-term'
import { fillOffices } from './offices'
import { hasRunOut, termRunOut } from './term'

type Code = 'NOT_FOUND' | 'ALREADY_FOUNDED' | 'DAY_INVALID' | 'UNION_NOT_ACTIVE' | 'UNION_LEADS_OTHERS' | 'UNIT_UNKNOWN'

/** What an approval does: made ready before the transaction, written in it. */
export interface CarryingOut {
  readonly union: UnionId
  readonly event: string | undefined
  readonly grants: Awaited<ReturnType<typeof fillOffices>>['grants']
  readonly write: (tx: Transaction, reply: Reply) => Promise<Outcome<void, Code>>
}

type Body<Kind extends UnionApplicationBody['kind']> = Extract<UnionApplicationBody, { kind: Kind }>

/** 批复以后: the union is founded, has its new committee, or ends. At most seventy operations. */
export async function carryingOut(
  application: UnionApplicationRecord,
  body: UnionApplicationBody,
  call: Call<unknown>,
): Promise<Outcome<CarryingOut, Code>> {
  switch (body.kind) {
    case 'founding':
      return found(application, body, call)
    case 're-election':
    case 'by-election':
      return elect(application, body, call)
    case 'dissolution':
      return dissolve(application, body, call)
    default:
      return unreachable(body)
  }
}

async function found(
  application: UnionApplicationRecord,
  body: Body<'founding'>,
  call: Call<unknown>,
): Promise<Outcome<CarryingOut, Code>> {
  const unit = application.unit === undefined ? undefined : await unitNow(application.unit, call.store)
  if (unit === undefined) return refuse('UNIT_UNKNOWN')
  const id = UnionId.parse(call.random.id())
  const event = call.random.id()
  const until = termEnd(body.heldOn, body.termYears)
  const office = await actingOffice([application.upper], call)
  const offices = await fillOffices(
    { union: id, unionName: body.name, posts: body.posts, until, reElection: false, by: application.upper },
    call,
  )
  const elected = committeesOf(id, body, () => ({ electedOn: body.heldOn, until }), office, call)
  const note = notingChange({ union: id, office }, call)
  const write = async (tx: Transaction, reply: Reply): Promise<Outcome<void, Code>> => {
    const [upper, unitThen] = [await tx.get(unions, application.upper), await tx.get(units, unit._id)]
    if (upper?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    if (unitThen === undefined || unitThen.mergedInto !== undefined) return refuse('UNIT_UNKNOWN')
    if (unitThen.union !== undefined && (await tx.get(unions, unitThen.union))?.status === 'active')
      return refuse('ALREADY_FOUNDED')
    const union: UnionRecord = {
      _id: id,
      name: body.name,
      type: body.type,
      status: 'active',
      region: unitThen.region,
      parent: upper._id,
      line: [id, ...upper.line],
      direct: true,
      industries: [],
      foundedOn: call.today,
      recordedOn: call.today,
      hostUnit: unitThen._id,
    }
    await tx.insert(unions, union)
    await seatUnion(tx, union)
    await note(tx, { kind: 'founded', upperName: upper.name, reply })
    for (const write of elected) await write(tx, reply)
    await offices.write(tx)
    await giveOwn(tx, id, unitThen._id)
    const above = { union: upper._id, name: upper.name }
    await openUnionEvent(tx, {
      _id: event,
      kind: 'founded',
      union: id,
      unionName: union.name,
      unit: unitThen._id,
      successor: { union: id, name: union.name },
      upper: above,
      desk: above,
      reason: replyText(reply),
      papers: eventPapers(application),
      by: call.account,
      at: call.now,
    })
    await finishFoundingTasks(tx, unitThen._id, upper, call)
    return succeed(undefined)
  }
  return succeed({ union: id, event, grants: offices.grants, write })
}

async function elect(
  application: UnionApplicationRecord,
  body: Body<'re-election'> | Body<'by-election'>,
  call: Call<unknown>,
): Promise<Outcome<CarryingOut, Code>> {
  const id = application.union
  if (id === undefined) return refuse('NOT_FOUND')
  const before = (await call.store.find(committees, { index: 'byUnion', equals: { union: id } })).documents
  const ended = before.find(({ kind }) => kind === 'committee')?.until
  if (body.kind === 'by-election' && hasRunOut(ended, call.today)) return refuse('DAY_INVALID', { message: termRunOut })
  const until = body.kind === 're-election' ? termEnd(body.heldOn, body.termYears) : (ended ?? latestEnd(call.today))
  const office = await actingOffice([application.upper], call)
  const reElection = body.kind === 're-election'
  const offices = await fillOffices(
    { union: id, unionName: application.name, posts: body.posts, until, reElection, by: application.upper },
    call,
  )
  const termOf = (of: CommitteeKind): Term =>
    reElection
      ? { electedOn: body.heldOn, until }
      : termAfterByElection(
          before.find(({ kind }) => kind === of),
          body.heldOn,
          until,
        )
  const elected = committeesOf(id, body, termOf, office, call)
  const write = async (tx: Transaction, reply: Reply): Promise<Outcome<void, Code>> => {
    const union = await tx.get(unions, id)
    if (union?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    for (const write of elected) await write(tx, reply)
    await offices.write(tx)
    if (reElection && ended !== undefined) await finishTermTask(tx, union, ended, call)
    return succeed(undefined)
  }
  return succeed({ union: id, event: undefined, grants: offices.grants, write })
}

async function dissolve(
  application: UnionApplicationRecord,
  body: Body<'dissolution'>,
  call: Call<unknown>,
): Promise<Outcome<CarryingOut, Code>> {
  const id = application.union
  if (id === undefined) return refuse('NOT_FOUND')
  const union = await call.store.get(unions, id)
  if (union === undefined) return refuse('NOT_FOUND')
  if (await hasActiveBelow(id, call.store)) return refuse('UNION_LEADS_OTHERS')
  const event = call.random.id()
  const end = await endingUnion(union, { status: 'dissolved', endedOn: call.today }, call)
  const note = notingChange({ union: id, office: await actingOffice([application.upper], call) }, call)
  const write = async (tx: Transaction, reply: Reply): Promise<Outcome<void, Code>> => {
    const upper = await tx.get(unions, application.upper)
    if (upper?.status !== 'active') return refuse('UNION_NOT_ACTIVE')
    const ended = await end(tx)
    if (!ended.ok) return ended
    await note(tx, { kind: 'ended', how: 'dissolved', reply })
    const above = { union: upper._id, name: upper.name }
    await openUnionEvent(tx, {
      _id: event,
      kind: 'dissolved',
      union: id,
      unionName: ended.data.name,
      employment: body.employment,
      upper: above,
      desk: above,
      reason: body.reason,
      papers: eventPapers(application),
      by: call.account,
      at: call.now,
    })
    return succeed(undefined)
  }
  return succeed({ union: id, event, grants: [], write })
}

function committeesOf(
  union: UnionId,
  { elected }: Pick<ElectionBody, 'elected'>,
  termOf: (kind: CommitteeKind) => Term,
  office: Awaited<ReturnType<typeof actingOffice>>,
  call: Call<unknown>,
) {
  return elected.map(({ kind, seats, chair }) => electing({ union, kind, ...termOf(kind), seats, chair }, office, call))
}

/** An event shows what was on paper; the signed letters are the members’ own. */
function eventPapers({
  papers,
}: UnionApplicationRecord): { paper: PaperKind; file: (typeof papers)[number]['file'] }[] {
  return papers.flatMap(({ paper, file }) => (paper === 'letter' ? [] : [{ paper, file }]))
}

function replyText({ unionName, year, serial }: Reply): string {
  return `${unionName}批复〔${year}〕${serial}号`
}
