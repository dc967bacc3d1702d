import { randomBytes } from 'node:crypto'
import { answerInfo } from '../shared/contract/sealed-answer'
import { PersonId, ReviewId } from '../shared/core/ids'
import { IsoDate } from '../shared/core/time'
import { officerOpenid } from '../local/demo/officers'
import { castPeople, castUnions, stage } from '../local/demo/personas'
import { answerKeysOf, openAnswer } from '../src/services/open-answer'
import { z } from 'zod'
import { png } from '../cloudfunctions/_kernel/files/pictures.fixture'
import { unionEvents } from '../cloudfunctions/_kernel/records/union-events'
import { accountOf } from '../cloudfunctions/_kernel/caller'
import { tasks } from '../cloudfunctions/_kernel/records/tasks'
import { openTask, stepTask, taskId } from '../cloudfunctions/_kernel/tasks'
import { dueUnion, hangingMember, hangingTask, likelyPair, raisedFromBelow } from './faults/of-rounds'
import { likelyUnits } from './faults/of-units'
import {
  ending,
  found,
  founding,
  newUnion,
  newUnit,
  papersOf,
  upper,
} from '../cloudfunctions/membership/events/events.fixture'
import { foundingTask, jointUnion, objected, planned, retaining, told } from './faults/in-events'
import { paperAttempts, resultAttempts } from './faults/of-counts'
import { reviewRoundAttempts } from './faults/of-rounds-of-reviews'
import { scrutinyAttempts } from './faults/of-scrutiny'
import { offeredService, serviceFacts } from './faults/of-services'
import { sampleAttempts } from './faults/of-samples'
import { surveyAttempts } from './faults/of-surveys'
import { contact, inOffice, offered, typed } from './faults/ready'
import { published, readyByCode, readyToCast, readyToReceive } from './faults/of-ballots'
import { formFor, identityOf, sent, situations, somebody } from './forms'
import { endedMember, entrusting, joinedMember, leavingMember, lookedAt, paper, paperForm, taskOf } from './members'
import { listed, usualDays } from '../cloudfunctions/review/review.fixture'
import { activated, attempt, cardPhone } from './card-phone'
import { everybodyIn } from './people'
import { contracts, granted, openTestSystem, type FunctionName, type TestBrowser, type TestSystem } from './system'

const device = answerKeysOf(randomBytes(32))
const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const street = 'demo-street'
/** Strokes that nobody draws twice. */
const strokes = [[137, 911, 613, 277, 419, 853, 149, 701]]
const worker = { ...somebody('19870623'), name: '欧阳回答甲' }
const owner = 'the-owner'

interface Answered {
  /** What the function returned, as the platform’s log keeps it. */
  readonly returned: string
  /** What the device makes of it. */
  readonly read: unknown
}

let system: TestSystem
/** Every procedure, answered with what it has to say. */
const answered = new Map<string, Answered>()

beforeAll(async () => {
  system = await openTestSystem()
  await liveThrough()
}, 180_000)
afterAll(() => system.close())

let count = 0
async function call(as: string, name: FunctionName, procedure: string, input: unknown): Promise<unknown> {
  const event = { procedure, input, requestId: `sealed-${++count}-00000000`, answerKey: device.answerKey }
  const returned = await system.knock(as, name, event)
  const read = openAnswer(returned, device, answerInfo(name, procedure))
  expect({ procedure, read }).toMatchObject({ procedure, read: { ok: true } })
  answered.set(`${name}.${procedure}`, { returned: JSON.stringify(returned), read })
  return Reflect.get(Object(read), 'data')
}

/** One worker’s way and everything officers do with it, each procedure at least once with a person in its answer. */
async function liveThrough(): Promise<void> {
  const idOf = (data: unknown) => String(Reflect.get(Object(data), 'application'))
  const identity = identityOf(worker)
  const decide = (application: string, verdict: object) =>
    call(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
  const approve = { committee: { decidedOn: '2026-11-18' } }

  await call(owner, 'membership', 'saveDraft', { draft: { step: 'identity', answers: { identity } } })
  await call(owner, 'membership', 'loadDraft', {})
  await call(owner, 'session', 'verifyPhone', { code: system.phoneCode(owner, worker.mobile) })
  await call(owner, 'membership', 'previewRoute', { situation: situations.workshop, retired: false, identity })
  await call(owner, 'membership', 'letter', { union })
  const form = await formFor(system, owner, worker, situations.workshop)
  const application = idOf(await call(owner, 'membership', 'submit', { form }))
  await call(owner, 'membership', 'remind', { application })
  await call(owner, 'session', 'me', {})
  await call(chair, 'membership', 'inbox', { union })
  await call(chair, 'membership', 'openApplication', { union, application })
  await call(chair, 'membership', 'assignable', { union, application })
  await decide(application, { kind: 'return', reasons: ['name'] })
  await call(owner, 'membership', 'mine', {})
  await call(owner, 'membership', 'resubmit', { application, seen: 2, form })
  await call(chair, 'membership', 'decideBatch', { union, ...approve, items: [{ application, seen: 3 }] })
  const { rows } = granted(await system.ask(chair, 'membership', 'roster', { union, search: worker.name }))
  await call(chair, 'membership', 'roster', { union, search: worker.name })
  await call(chair, 'membership', 'member', { union, person: rows[0]?.person })
  await call(chair, 'membership', 'letters', { union })
  await call(street, 'membership', 'letterCopy', { union, application })
  const notice = granted(await system.ask(owner, 'session', 'me', {})).notices[0]
  await call(owner, 'session', 'readNotice', { notice: notice?.id })

  const objecting = await sent(system, 'somebody-else', somebody(), situations.dispatched, {
    choice: { kind: 'objection', sentence: '想去派遣公司的工会' },
  })
  const ofStreet = { union: castUnions.street.id, application: objecting.application, seen: 1 }
  await call(street, 'membership', 'assign', { ...ofStreet, to: castUnions.agency.id, reason: '测试' })
  await call('somebody-else', 'membership', 'withdraw', { application: objecting.application, seen: 2 })
  await call('somebody-else', 'membership', 'dropDraft', {})

  await call(chair, 'registry', 'invite', { union })
  await call(chair, 'registry', 'unitsOfUnion', { union })
  await call(chair, 'registry', 'unionPage', { union })
  await call(chair, 'registry', 'searchUnits', { text: '澜屿' })
  await call(chair, 'registry', 'regions', {})
  await call(chair, 'registry', 'openInvitation', { scene: 'lanyu-factory' })

  await withACard()
  await atADesk()
  await inOffices()
  await inReviews()
  await roundsAndClean()
  await aboutThePerson(rows[0]?.person ?? '')
  await waitingTasks(rows[0]?.person ?? '')
  await transferring()
  await acrossTheBorder()
  await membersChange()
  await aboutEvents()
  await call('demo-city', 'session', 'operations', { union: castUnions.qingdao.id })
  await call(owner, 'session', 'health', {})
  await call(owner, 'session', 'messageTemplates', {})
  await call(owner, 'session', 'subscribe', {})

  const signedForm = await formFor(system, 'a-signer', somebody(), situations.battery)
  const signed = { ...signedForm, consent: { ...signedForm.consent, signature: { strokes } } }
  await call('a-signer', 'membership', 'submit', { form: signed })
  await call('a-signer', 'membership', 'mine', {})
}

/** A call from a browser, through its own door. */
async function fromDesk(browser: TestBrowser, name: FunctionName, procedure: string, input: unknown) {
  const data: unknown = granted(await browser.ask(name, procedure as never, input))
  answered.set(`${name}.${procedure}`, { returned: system.returned.at(-1) ?? '', read: { ok: true, data } })
  return Shown.parse(data)
}
const Shown = z.object({ code: z.string().optional(), number: z.number().optional() })

async function atADesk(): Promise<void> {
  const browser = system.browser()
  const { code, number } = await fromDesk(browser, 'session', 'openSignIn', {})
  await call(chair, 'session', 'seeConfirmation', { code })
  await call(chair, 'session', 'answerConfirmation', { code, answer: { kind: 'pick', number } })
  await fromDesk(browser, 'session', 'collectSignIn', { code })
  const act = { kind: 'export-mine' }
  const asked = await fromDesk(browser, 'session', 'askConfirmation', { act })
  await fromDesk(browser, 'session', 'confirmationState', { code: asked.code })
  await call(chair, 'session', 'desks', {})
  await call(chair, 'session', 'endDesk', { desk: 'all' })
}

/** A task about somebody, in the list of whoever has to do it and of whoever did not. */
async function waitingTasks(person: string): Promise<void> {
  const { store, now } = system.runtime
  const [dueOn, at] = [IsoDate.parse('2026-11-01'), now()]
  const task = { kind: 'transfer-in', subject: 'sealed', person: PersonId.parse(person), dueOn } as const
  await store.transact(async (tx) => {
    await openTask(
      tx,
      { ...task, union: { _id: castUnions.factory.id, name: castUnions.factory.name } },
      { by: 'clock', at },
    )
  })
  await call(chair, 'membership', 'tasks', { union })
  await store.transact((tx) =>
    stepTask(
      tx,
      taskId('transfer-in', 'sealed'),
      { kind: 'escalate', why: 'overdue', dueOn },
      { _id: castUnions.street.id, name: castUnions.street.name },
      { by: 'clock', at },
    ),
  )
  await call(chair, 'membership', 'raised', { union })
}

/** One goes to a union outside this system, one comes from there with a picture. */
async function acrossTheBorder(): Promise<void> {
  const goer = await joinedMember(system)
  const issued = await call(goer.as, 'membership', 'issueCertificate', { destination: '杭州市总工会' })
  await call(goer.as, 'membership', 'myCertificate', {})
  await call('a-union-elsewhere', 'membership', 'seeCertificate', { code: Reflect.get(Object(issued), 'code') })
  await call(goer.as, 'membership', 'withdrawCertificate', {})
  await call(goer.as, 'membership', 'issueCertificate', { destination: '杭州市总工会' })
  await call(goer.as, 'membership', 'certificateReceived', {})
  await call('a-comer', 'membership', 'putProof', { picture: paper })
}

/** A member on the way to another union, and back; what the unions write to each other names them. */
async function transferring(): Promise<void> {
  const [mover, person] = ['a-mover', somebody()]
  const idOf = (data: unknown) => String(Reflect.get(Object(data), 'transfer'))
  const { application } = await sent(system, mover, person, situations.workshop)
  const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
  await call(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
  const rider = { situation: situations.rider, retired: false }
  const outside = { situation: { ...situations.workshop, establishment: 'off_establishment' }, retired: false }
  await call(mover, 'membership', 'changeWorkplace', outside)
  const there = { ...rider, choice: { kind: 'offered', union: castUnions.newForm.id } }
  await call(mover, 'membership', 'previewTransfer', rider)
  const first = idOf(await call(mover, 'membership', 'requestTransfer', there))
  await call(mover, 'membership', 'withdrawTransfer', { transfer: first, seen: 1 })
  const transfer = idOf(await call(mover, 'membership', 'requestTransfer', there))
  await call(chair, 'membership', 'transfer', { union, transfer })
  const error = { side: 'leaving', what: 'still-employed', note: `打过 ${person.mobile}，还在上班` }
  await call(chair, 'membership', 'disputeTransfer', { union, transfer, seen: 1, error })
  await call(mover, 'membership', 'myTransfer', {})
  const upper = { union: castUnions.street.id, transfer }
  await call(street, 'membership', 'transferTargets', upper)
  await call(street, 'membership', 'settleTransfer', {
    ...upper,
    seen: 2,
    verdict: { kind: 'uphold' },
    reason: '看过证明',
  })
  const their = castUnions.newForm.id
  await call('demo-newform-chair', 'membership', 'acceptTransfer', { union: their, transfer, seen: 3 })
  const home = { situation: situations.workshop, retired: false, choice: { kind: 'offered', union } }
  const back = idOf(await call(mover, 'membership', 'requestTransfer', home))
  await call('demo-newform-chair', 'membership', 'releaseTransfer', { union: their, transfer: back, seen: 1 })
}

async function withACard(): Promise<void> {
  const [as, person] = ['a-card-holder', somebody()]
  const { application } = await sent(system, as, person, situations.workshop)
  const verdict = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
  await call(chair, 'membership', 'decide', { union, application, seen: 1, verdict })
  const phone = cardPhone()
  const card = await activated(system, as, phone)
  await call(as, 'card', 'activate', phone.sent)
  await call(as, 'card', 'renew', cardPhone(phone.id).sent)
  await call(as, 'card', 'myCard', { phone: phone.id })
  const shown = card.show(Date.parse(system.runtime.now()))
  await call(owner, 'card', 'verify', { shown, attempt: attempt() })
  await call(owner, 'card', 'issuerKeys', {})
  await call(owner, 'card', 'revocations', { day: '2026-11-18' })
  await call(chair, 'card', 'activation', { union })
  const { service, code } = await offeredService(system)
  await call(chair, 'card', 'addService', { union, ...serviceFacts })
  await call(chair, 'card', 'changeService', { union, service, ...serviceFacts })
  await call(owner, 'card', 'verifier', { code })
  await call(as, 'card', 'services', {})
  await call(chair, 'card', 'offeredServices', { union })
  await call(chair, 'card', 'serviceUse', { union, service })
  await call(chair, 'card', 'closeService', { union, service })
  await call(as, 'card', 'dropCard', {})
}

async function inReviews(): Promise<void> {
  const input = { union, kind: 'members', days: usualDays(system) }
  const review = ReviewId.parse(Reflect.get(Object(await call(chair, 'review', 'announceReview', input)), 'review'))
  await call(chair, 'review', 'reviews', { union })
  await call(owner, 'review', 'announcedReview', { review })
  await listed(system, review)
  await call(chair, 'review', 'electorList', { union, review, show: 'everybody' })
  await call(chair, 'review', 'electorCounts', { union, review })
  const objection = { about: 'other', name: worker.name, sentence: '他退休了' }
  await call(owner, 'review', 'objectToList', { review, objection })
  const [task] = (await system.runtime.store.find(tasks, { index: 'byKind', equals: { kind: 'review-objection' } }))
    .documents
  await call(chair, 'review', 'listObjection', { union, task: task?._id })
  const settled = { union, task: task?._id, verdict: { kind: 'stands' }, reason: '查过花名册' }
  await call(chair, 'review', 'settleListObjection', settled)
  await call(chair, 'review', 'callOffReview', { union, review, reason: '公告日期写错' })
  const mine = await readyToReceive(system)
  await call(mine.as, 'review', 'receive', mine.input)
  await call(mine.as, 'review', 'myReviews', {})
  await call(owner, 'review', 'receiveByCode', (await readyByCode(system)).input)
  await call(owner, 'ballot', 'cast', (await readyToCast(system)).input)
  const board = await published(system)
  await call(owner, 'ballot', 'announcement', { review: board._id })
  await call(owner, 'ballot', 'board', { review: board._id, envelope: 'ballot', page: 0 })
  for (const [procedure, cases] of Object.entries({
    ...paperAttempts,
    ...resultAttempts,
    ...reviewRoundAttempts,
    ...surveyAttempts,
    ...sampleAttempts,
    ...scrutinyAttempts,
  }))
    for (const make of Object.values(cases)) {
      const { as, input } = await make(system)
      await call(as, 'review', procedure, input)
    }
}

async function inOffices(): Promise<void> {
  const mobile = '15420777001'
  const office = { union, role: 'clerk', name: '林小满', mobile, until: '2027-11-18' }
  const codeIn = (data: unknown) => String(Reflect.get(Object(data), 'code'))
  const code = codeIn(await call(street, 'registry', 'grantOffice', office))
  await call('a-clerk', 'registry', 'seeGrant', { code })
  await system.verifyPhone('a-clerk', mobile)
  await call('a-clerk', 'registry', 'takeOffice', { code })
  const { grant } = await offered(system, 'organiser')
  await call(street, 'registry', 'officers', { union })
  await call(street, 'registry', 'withdrawGrant', { union, grant })
  await call(street, 'registry', 'unionsBelow', { union: castUnions.street.id })
  const officer = `${union}:${accountOf('a-clerk', system.runtime)}`
  await call(street, 'registry', 'renewOffice', { union, officer, until: '2028-01-01' })
  await call('a-clerk', 'registry', 'setDisplay', { union, display: contact })
  await call('a-clerk', 'registry', 'myDisplay', { union })
  await call(chair, 'registry', 'officerPhoto', { officer })
  await call(street, 'registry', 'endOffice', { union, officer })
}

async function roundsAndClean(): Promise<void> {
  const { as, union: due, period } = await dueUnion(system)
  await call(as, 'membership', 'saveUnionField', { union: due, key: 'staff', value: '15' })
  await call(as, 'membership', 'remindStale', { union: due })
  const upper = await inOffice(system, castUnions.changxingStreet.id, 'chair')
  await call(upper.as, 'membership', 'roundsBelow', { union: castUnions.changxingStreet.id, show: 'all' })
  await call(upper.as, 'membership', 'nudgeRound', { union: castUnions.changxingStreet.id, below: due })
  await call(as, 'membership', 'countRoster', { union: due })
  await call(as, 'membership', 'round', { union: due })
  await call(as, 'membership', 'closeRound', { union: due, period })
  await call(chair, 'membership', 'roundChanges', { union, kind: 'joined' })
  const joined = await joinedMember(system)
  await call(joined.as, 'membership', 'confirmMine', {})
  await call(chair, 'membership', 'confirmMembers', { union, persons: [joined.person] })

  await hangingMember(system)
  const task = await hangingTask(system)
  const [pair, others] = [await likelyPair(system), await likelyPair(system)]
  await call(chair, 'membership', 'cleanList', { union })
  await call(chair, 'membership', 'hanging', { union })
  const raised = await raisedFromBelow(system, 'hanging-membership')
  await call(raised.as, 'membership', 'inPlace', { union: raised.above, task: raised.task })
  await call(chair, 'membership', 'settleHanging', { union, task })
  await call(chair, 'membership', 'samePerson', { union, task: pair.task })
  const merged = await call(chair, 'membership', 'mergePersons', { union, task: pair.task, keep: pair.person })
  await call(chair, 'membership', 'undoMerge', { union, merge: Reflect.get(Object(merged), 'merge') })
  await call(chair, 'membership', 'notSame', { union, task: others.task })
  const [units, two] = [await likelyUnits(system), await likelyUnits(system)]
  await call(chair, 'membership', 'sameUnits', { union, task: units.task })
  const asOne = { union, task: units.task, keep: units.one, codes: 'agree' }
  const one = await call(chair, 'membership', 'mergeUnits', asOne)
  await call(chair, 'membership', 'undoUnitMerge', { union, merge: Reflect.get(Object(one), 'merge') })
  await call(chair, 'membership', 'notSameUnits', { union, task: two.task })
}

async function aboutThePerson(person: string): Promise<void> {
  const [bound, corrected] = ['a-known-member', 'a-newcomer']
  await system.verifyPhone(bound, castPeople.known.mobile)
  await call(bound, 'membership', 'bindMine', { identity: typed(castPeople.known) })
  const opened = await call(chair, 'membership', 'openBinding', { union, person })
  const code = Reflect.get(Object(opened), 'code')
  await call(corrected, 'membership', 'seeBinding', { code })
  await call(corrected, 'membership', 'takeBinding', { code })
  await call(street, 'membership', 'bindings', { union })
  const [waiting] = granted(await system.ask(street, 'membership', 'bindings', { union })).rows
  await call(street, 'membership', 'settleBinding', { union, binding: waiting?.binding, verdict: 'confirm' })

  await call(bound, 'membership', 'requestCorrection', { field: 'name', should: '郑德珊' })
  await call(chair, 'membership', 'requests', { union })
  const [asked] = granted(await system.ask(chair, 'membership', 'requests', { union })).rows
  await call(bound, 'membership', 'aboutMe', {})
  await call(chair, 'membership', 'settleRequest', { union, request: asked?.request, verdict: { kind: 'done' } })
  await call(chair, 'membership', 'reveal', { union, person, value: 'number', reason: '办住院补贴' })
  await call(bound, 'membership', 'trail', {})
  await call(bound, 'membership', 'exportMine', {})
  await call(bound, 'membership', 'withdrawConsent', {})
}

/** Everything that happens to memberships: kept, left, expelled and taken back, entrusted, looked at, entered on paper. */
async function membersChange(): Promise<void> {
  const above = castUnions.street.id
  const on = '2026-11-18'
  const member = await joinedMember(system)
  await call(member.as, 'membership', 'myMembership', {})
  await call(member.as, 'membership', 'myHistory', { cursor: '2026-11-18T02:00:00.000Z~0' })
  await call(member.as, 'membership', 'askToLeave', {})
  await call(member.as, 'membership', 'myAffairs', {})
  await call(member.as, 'membership', 'takeBackLeaving', {})
  const leaver = await leavingMember(system)
  await call(chair, 'membership', 'leaving', { union, task: leaver.task })
  await call(chair, 'membership', 'announceLeaving', { union, task: leaver.task })
  const ended = await endedMember(system)
  await call(street, 'membership', 'findEnded', { union: above, memberNumber: ended.memberNumber })
  await call(street, 'membership', 'reinstateMembership', { union: above, person: ended.person })
  const report = { union, person: ended.person, reason: 'criminal', decidedOn: on, document: paper }
  await call(chair, 'membership', 'proposeExpulsion', report)
  const task = await taskOf(system, ended.person, 'expulsion-filing')
  await call(street, 'membership', 'filing', { union: above, task })
  await call(street, 'membership', 'settleFiling', { union: above, task, verdict: { kind: 'file' } })
  const fact = { kind: 'secondment', since: '2026-11-18' }
  await call(chair, 'membership', 'keepOnFile', { union, person: member.person, fact })
  const looked = { union, task: await lookedAt(system, member.person) }
  await call(chair, 'membership', 'look', looked)
  await call(chair, 'membership', 'settleLook', { ...looked, answer: { kind: 'elsewhere' } })
  const dispatched = await joinedMember(system, situations.dispatched)
  await call(chair, 'membership', 'entrustChoices', { union, person: dispatched.person })
  await call(chair, 'membership', 'entrust', entrusting(dispatched.person, system))
  const manager = officerOpenid(castUnions.agency.id, 'chair')
  await call(manager, 'membership', 'entrustedHere', { union: castUnions.agency.id })
  await call(chair, 'membership', 'endEntrust', { union, person: dispatched.person, on })
  const { situation, retired, identity, ...form } = await paperForm(system)
  await call(chair, 'membership', 'onBehalfRoute', { union, situation, retired, identity })
  const whole = { situation, retired, identity, ...form }
  await call(chair, 'membership', 'enterOnBehalf', { union, form: whole })
  const change = { kind: 'retain', reason: 'retired', on }
  await call(chair, 'membership', 'changeMembership', { union, person: member.person, change })
}

async function aboutEvents(): Promise<void> {
  const here = { union: upper }
  const ask = (procedure: string, input: object) => call(street, 'membership', procedure, { ...here, ...input })
  const settle = (procedure: string, input: object) => call(street, 'registry', procedure, { ...here, ...input })
  const unit = await newUnit(system)
  const [paper] = await papersOf(system, ['report'])
  expect(paper).toBeDefined()
  await settle('putPaper', { picture: png.toString('base64') })
  await settle('foundPreview', { unit })
  await settle('foundUnion', await founding(system, unit))
  const { joint } = await jointUnion(system)
  const further = await newUnit(system)
  await settle('coverUnits', { joint, units: [further] })
  await settle('coveredUnits', { joint })
  await settle('uncoverUnit', { joint, unit: further })
  const [one, other] = [await newUnion(system), await newUnion(system)]
  await settle('endPreview', { ending: one.union })
  await settle('dissolveUnion', { ...(await ending(system, one.union)), employment: 'goes-on' })
  await settle('mergeUnion', { ...(await ending(system, other.union)), successor: union })
  const { event } = await found(system, await newUnit(system))
  await ask('planEvent', { event })
  const waiting = await planned(system)
  const record = await system.runtime.store.get(unionEvents, waiting.event)
  await ask('unionEvent', { event: waiting.event })
  await ask('eventPaper', { event: waiting.event, file: record?.papers[0]?.file })
  await ask('confirmEvent', { event: waiting.event })
  const offer = { followUps: ['OFFER_TRANSFER_WHEN_USER_UNION_FOUNDED'], category: '劳务派遣' }
  const offeredTo = await told(system, offer)
  await call(offeredTo.as, 'membership', 'myEvents', {})
  await call(offeredTo.as, 'membership', 'acceptEventOffer', { event: offeredTo.event })
  const retained = await retaining(system)
  await call(retained.as, 'membership', 'tellHome', { event: retained.event, region: stage.community })
  const objecting = await told(system)
  await call(objecting.as, 'membership', 'objectToEvent', { event: objecting.event, sentence: '不同意' })
  const { task } = await objected(system)
  await ask('eventObjection', { task })
  await ask('settleObjection', { task, verdict: { kind: 'move' } })
  const assisting = await foundingTask(system)
  await ask('foundingTask', { task: assisting.task })
  await ask('settleFoundingTask', { task: assisting.task, verdict: 'done' })
  const [own, deputy] = [await inOffice(system, union, 'chair'), await inOffice(system, union, 'deputy')]
  const leave = { union, from: '2026-11-18', until: '2026-11-30', deputy: deputy.officer }
  await call(own.as, 'registry', 'takeLeave', leave)
  await call(own.as, 'registry', 'endLeave', { union })
  await call(own.as, 'registry', 'proposeSuccessor', { union, name: '林小满', mobile: '15420871234' })
}

const everyProcedure = Object.entries(contracts).flatMap(([name, { procedures }]) =>
  Object.entries(procedures).map(([procedure, { answers }]) => [`${name}.${procedure}`, answers] as const),
)

/** Whole names, numbers and phones of everybody there is, and the strokes of a signature. */
async function whatNamesPeople(): Promise<readonly string[]> {
  const people = await everybodyIn(system.runtime)
  const told = people.flatMap(({ name, number = '', mobile = '' }) => [`"${name}"`, number, mobile])
  return [...new Set([...told, worker.name, strokes[0]?.join(',') ?? ''])].filter((text) => text.length > 3)
}

/** What a phone scans or an officer hands over, slips of a survey among it: whoever reads it in a log could use it. */
const codesIn = (text: string) => [...handedIn(text), ...slipsIn(text)]
const handedIn = (text: string) => [...text.matchAll(/"code":"([A-Za-z0-9_-]{22})"/g)].map(([, code = '']) => code)
const slipsIn = (text: string) =>
  [...text.matchAll(/"((?:[0-9A-Z]{4}-){4}[0-9A-Z*~$=])"/g)].map(([, code = '']) => code)
/** A blind signature is kept on its elector’s record: with the log’s time beside it, it would say when who received. */
const signaturesIn = (text: string) => [...text.matchAll(/"([A-Za-z0-9_-]{342})"/g)].map(([, signed = '']) => signed)
/** What opens ballots, and ballots with it. */
const ballotsIn = (text: string) =>
  [...text.matchAll(/"tallySecret":"([A-Za-z0-9_-]{43})"|"([A-Za-z0-9_-]{662})"/g)].map(
    ([, key, cast]) => key ?? cast ?? '',
  )

describe('what functions return, and the platform’s log keeps', () => {
  test('every procedure was asked and had something to say', () => {
    expect([...answered.keys()].sort()).toEqual(everyProcedure.map(([name]) => name).sort())
  })

  test.each(everyProcedure)('%s (%s) names nobody in full', async (name) => {
    const returned = answered.get(name)?.returned ?? ''
    const found = (await whatNamesPeople()).filter((text) => returned.includes(text))
    expect(found).toEqual([])
  })

  test.each(everyProcedure.filter(([, answers]) => answers === 'sealed'))(
    '%s tells the device that asked a name, a number, a code, a signature or a ballot, and the search finds it there',
    async (name) => {
      const read = JSON.stringify(answered.get(name)?.read)
      const told = [...(await whatNamesPeople()), ...codesIn(read), ...signaturesIn(read), ...ballotsIn(read)]
      expect(told.some((text) => read.includes(text))).toBe(true)
      expect(told.filter((text) => answered.get(name)?.returned.includes(text))).toEqual([])
    },
  )

  test.each(everyProcedure)('%s (%s) returns no code that somebody else could use', (name) => {
    expect(codesIn(answered.get(name)?.returned ?? '')).toEqual([])
  })

  test.each([
    ['without a key to seal to', undefined],
    ['with a key that is none', 'A'.repeat(43)],
  ])('nothing is done %s', async (_, answerKey) => {
    const returned = await system.knock(chair, 'membership', { procedure: 'roster', input: { union }, answerKey })
    expect(returned).toMatchObject({
      ok: false,
      error: { code: 'BAD_INPUT', fields: { answerKey: expect.any(String) } },
    })
  })

  test('a refusal of a procedure that seals is sealed as well', async () => {
    const event = { procedure: 'roster', input: { union }, answerKey: device.answerKey }
    const returned = await system.knock('somebody-else', 'membership', event)
    expect(Object.keys(Object(returned))).toEqual(['sealed'])
    expect(openAnswer(returned, device, answerInfo('membership', 'roster'))).toMatchObject({
      error: { code: 'NOT_ALLOWED' },
    })
  })
})
