import { heldByMembers, heldByStaff, managed, meetingPhoto } from './faults/of-meetings'
import { castPeople, castUnions, castUnits, stage } from '../local/demo/personas'
import { formFor, situations, somebody } from './forms'
import { likelyPair } from './faults/of-rounds'
import { likelyUnits } from './faults/of-units'
import {
  asking,
  chair,
  contact,
  inOffice,
  member,
  objecting,
  offered,
  openedBinding,
  personOfKnown,
  returned,
  signedInBrowser,
  street,
  takenBinding,
  desksOf,
  union,
  waiting,
} from './faults/ready'
import { offeredService, serviceFacts } from './faults/of-services'
import { notice, signedUpFor } from './faults/of-openness'
import { committedSample } from './faults/of-samples'
import { certified } from './faults/certifying'
import { mover } from './faults/moving'
import { joinedMember, leavingMember, lookedAt, paper, proposedExpulsion } from './members'
import { sentFounding } from '../cloudfunctions/registry/applications/applications.fixture'
import { applied as appliedForTitle } from '../cloudfunctions/home/titles/titles.fixture'
import { askedMove } from '../cloudfunctions/registry/reaffiliation/reaffiliation.fixture'
import { announced, listed, objectedToList } from '../cloudfunctions/review/review.fixture'
import { announcedRound } from '../cloudfunctions/clock/reviews/rounds/rounds.fixture'
import { jointUnion, objected } from './faults/in-events'
import { codeOf, granted, openTestSystem, type FunctionName, type TestSystem } from './system'

/** Of another union, and with every right there. */
const other = 'demo-newform-chair'
const their = castUnions.newForm.id

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

const code = async (as: string, name: FunctionName, procedure: string, input: unknown) =>
  codeOf(await system.ask(as, name, procedure as never, input))

describe('somebody else’s application is not there', () => {
  test.each(['withdraw', 'remind', 'resubmit'] as const)('%s finds nothing', async (procedure) => {
    const { application } = await waiting(system)
    const as = system.newcomer()
    const form = await formFor(system, as, somebody(), situations.rider)
    const input = {
      withdraw: { application, seen: 1 },
      remind: { application },
      resubmit: { application, seen: 1, form },
    }[procedure]
    expect(await code(as, 'membership', procedure, input)).toBe('NOT_FOUND')
  })

  test('mine answers as if there were none', async () => {
    const { application } = await waiting(system)
    expect(granted(await system.ask(system.newcomer(), 'membership', 'mine', { application }))).toEqual({})
  })

  test('the union above sees no letter before it is approved', async () => {
    const { application } = await waiting(system)
    expect(await code(street, 'membership', 'letterCopy', { union, application })).toBe('NOT_FOUND')
  })
})

/** Officers of another union, of the one above and of one below name their own union, where they may do everything, and an id of this one. */
describe('an id of another union’s is nothing to an officer who names their own', () => {
  const verdict = { kind: 'return', reasons: ['name'] }
  const on = '2026-11-18'
  const expulsion = { reason: 'criminal', decidedOn: on, document: paper }
  async function ids() {
    const { application, as: applicant } = await waiting(system)
    const approved = (await waiting(system)).application
    const approve = { kind: 'approve', committee: { decidedOn: '2026-11-18' } }
    const decided = { union, application: approved, seen: 1, verdict: approve }
    granted(await system.ask(chair, 'membership', 'decide', decided))
    const { binding } = await takenBinding(system)
    const { request } = await asking(system)
    const { grant } = await offered(system, 'clerk')
    const { officer } = await inOffice(system, union, 'clerk')
    const [pair, done] = [await likelyPair(system), await likelyPair(system)]
    const { task, person: keep } = done
    const { merge } = granted(await system.ask(chair, 'membership', 'mergePersons', { union, task, keep }))
    const [twins, merged] = [await likelyUnits(system), await likelyUnits(system)]
    const asOne = { union, task: merged.task, keep: merged.one, codes: 'agree' }
    const unitMerge = granted(await system.ask(chair, 'membership', 'mergeUnits', asOne)).merge
    const leaving = (await leavingMember(system)).task
    const looked = await lookedAt(system, (await joinedMember(system)).person)
    const filing = (await proposedExpulsion(system)).task
    const { as: objector } = await joinedMember(system)
    const review = await listed(system, await announced(system))
    const listTask = await objectedToList(system, objector, review)
    const round = await announcedRound(system, chair, union)
    const sample = (await committedSample(system)).review
    const { publication, person: guest } = await signedUpFor(system)
    const meetingPicture = await meetingPhoto(system)
    const members = await heldByMembers(system, { papers: [meetingPicture] })
    const staff = await heldByStaff(system)
    const managementId = await managed(system)
    return {
      review,
      round,
      sample,
      branch: granted(await system.ask(chair, 'registry', 'saveBranch', { union, kind: 'group', name: '机关小组' }))
        .branch,
      publication,
      guest,
      members,
      staff,
      meetingPicture,
      managementId,
      batch: system.runtime.random.id(),
      listTask,
      leaving,
      looked,
      filing,
      application,
      approved,
      applicant,
      person: await personOfKnown(system),
      binding,
      request,
      grant,
      officer,
      pair,
      merge,
      twins,
      unitMerge,
      transfer: await toTheAgency(),
    }
  }
  /** Of a member of the factory’s who works for the agency now: nobody else has to do with it. */
  async function toTheAgency() {
    const situation = { ...situations.workshop, unit: { kind: 'listed', unit: castUnits.agency.id } }
    const input = { situation, retired: false, choice: { kind: 'offered', union: castUnions.agency.id } }
    return granted(await system.ask(await mover(system), 'membership', 'requestTransfer', input)).transfer
  }
  const error = { side: 'leaving', what: 'wrong-person' }
  const stop = { verdict: { kind: 'stop' }, reason: '测试' }
  type Known = Awaited<ReturnType<typeof ids>>
  const misuses = [
    ['membership', 'openApplication', ({ application }) => ({ application }), 'NOT_FOUND'],
    ['membership', 'decide', ({ application }) => ({ application, seen: 1, verdict }), 'NOT_FOUND'],
    ['membership', 'assignable', ({ application }) => ({ application }), 'NOT_FOUND'],
    ['membership', 'assign', ({ application }) => ({ application, seen: 1, to: union, reason: '测试' }), 'NOT_FOUND'],
    ['membership', 'letterCopy', ({ approved }) => ({ application: approved }), 'NOT_FOUND'],
    ['membership', 'member', ({ person }) => ({ person }), 'NOT_FOUND'],
    ['membership', 'openBinding', ({ person }) => ({ person }), 'NOT_FOUND'],
    ['membership', 'reveal', ({ person }) => ({ person, value: 'number', reason: '看看' }), 'NOT_FOUND'],
    ['membership', 'settleBinding', ({ binding }) => ({ binding, verdict: 'confirm' }), 'BINDING_GONE'],
    ['membership', 'settleRequest', ({ request }) => ({ request, verdict: { kind: 'done' } }), 'NOT_FOUND'],
    ['membership', 'transfer', ({ transfer }) => ({ transfer }), 'NOT_FOUND'],
    ['membership', 'releaseTransfer', ({ transfer }) => ({ transfer, seen: 1 }), 'NOT_FOUND'],
    ['membership', 'acceptTransfer', ({ transfer }) => ({ transfer, seen: 1 }), 'NOT_FOUND'],
    ['membership', 'disputeTransfer', ({ transfer }) => ({ transfer, seen: 1, error }), 'NOT_FOUND'],
    ['membership', 'settleTransfer', ({ transfer }) => ({ transfer, seen: 1, ...stop }), 'NOT_FOUND'],
    ['membership', 'transferTargets', ({ transfer }) => ({ transfer }), 'NOT_FOUND'],
    ['membership', 'changeMembership', ({ person }) => ({ person, change: { kind: 'leave', on } }), 'NOT_FOUND'],
    ['membership', 'proposeExpulsion', ({ person }) => ({ person, ...expulsion }), 'NOT_FOUND'],
    [
      'membership',
      'keepOnFile',
      ({ person }) => ({ person, fact: { kind: 'contract', until: '2027-01-01' } }),
      'NOT_FOUND',
    ],
    ['membership', 'entrustChoices', ({ person }) => ({ person }), 'NOT_FOUND'],
    ['membership', 'entrust', ({ person }) => ({ person, to: their, payingUnit: 'unit', since: on }), 'NOT_FOUND'],
    ['membership', 'endEntrust', ({ person }) => ({ person, on }), 'NOT_FOUND'],
    ['membership', 'leaving', ({ leaving }) => ({ task: leaving }), 'NOT_FOUND'],
    ['membership', 'announceLeaving', ({ leaving }) => ({ task: leaving }), 'NOT_FOUND'],
    ['membership', 'look', ({ looked }) => ({ task: looked }), 'NOT_FOUND'],
    ['membership', 'settleLook', ({ looked }) => ({ task: looked, answer: { kind: 'elsewhere' } }), 'NOT_FOUND'],
    ['membership', 'samePerson', ({ pair }) => ({ task: pair.task }), 'NOT_FOUND'],
    ['membership', 'mergePersons', ({ pair }) => ({ task: pair.task, keep: pair.person }), 'NOT_FOUND'],
    ['membership', 'notSame', ({ pair }) => ({ task: pair.task }), 'NOT_FOUND'],
    ['membership', 'undoMerge', ({ merge }) => ({ merge }), 'NOT_FOUND'],
    ['membership', 'sameUnits', ({ twins }) => ({ task: twins.task }), 'NOT_FOUND'],
    ['membership', 'mergeUnits', ({ twins }) => ({ task: twins.task, keep: twins.one, codes: 'agree' }), 'NOT_FOUND'],
    ['membership', 'notSameUnits', ({ twins }) => ({ task: twins.task }), 'NOT_FOUND'],
    ['membership', 'undoUnitMerge', ({ unitMerge }) => ({ merge: unitMerge }), 'NOT_FOUND'],
    [
      'membership',
      'checkReport',
      () => ({ below: castUnions.battery.id, period: '2026-07', seen: 1, verdict: { kind: 'check' } }),
      'NOT_FOUND',
    ],
    ['membership', 'nudgeRound', () => ({ below: castUnions.battery.id }), 'NOT_FOUND'],
    ['review', 'electorList', ({ review }) => ({ review, show: 'everybody' }), 'NOT_FOUND'],
    ['review', 'electorCounts', ({ review }) => ({ review }), 'NOT_FOUND'],
    ['review', 'reviewProtocol', ({ review }) => ({ review }), 'NOT_FOUND'],
    ['review', 'callOffReview', ({ review }) => ({ review, reason: '测试' }), 'NOT_FOUND'],
    ['review', 'roundReviews', ({ round }) => ({ round }), 'NOT_FOUND'],
    ['review', 'surveyCodeCounts', ({ review }) => ({ review }), 'NOT_FOUND'],
    ['review', 'sampleStanding', ({ sample }) => ({ review: sample }), 'NOT_FOUND'],
    ['review', 'enterSampleValue', ({ sample }) => ({ review: sample, numbers: '1 2 3' }), 'NOT_FOUND'],
    ['review', 'listObjection', ({ listTask }) => ({ task: listTask }), 'NOT_FOUND'],
    [
      'review',
      'settleListObjection',
      ({ listTask }) => ({ task: listTask, verdict: { kind: 'stands' }, reason: '测试' }),
      'NOT_FOUND',
    ],
    ['home', 'memberCongress', ({ members }) => ({ id: members.id }), 'NOT_FOUND'],
    ['home', 'staffCongress', ({ staff }) => ({ id: staff.id }), 'NOT_FOUND'],
    ['home', 'amendMemberCongress', ({ members }) => ({ ...members, seen: 1 }), 'NOT_FOUND'],
    ['home', 'amendStaffCongress', ({ staff }) => ({ ...staff, seen: 1 }), 'NOT_FOUND'],
    ['home', 'dropManagement', ({ managementId }) => ({ id: managementId }), 'NOT_FOUND'],
    ['home', 'dropMemberCongress', ({ members }) => ({ id: members.id, seen: 1 }), 'NOT_FOUND'],
    ['home', 'dropStaffCongress', ({ staff }) => ({ id: staff.id, seen: 1 }), 'NOT_FOUND'],
    [
      'home',
      'meetingPaper',
      ({ members, meetingPicture }) => ({ id: members.id, picture: meetingPicture }),
      'NOT_FOUND',
    ],
    ['registry', 'endBranch', ({ branch }) => ({ branch }), 'NOT_FOUND'],
    ['registry', 'noteOfficer', ({ officer }) => ({ officer, what: 'trained', on }), 'OFFICER_UNKNOWN'],
    ['registry', 'changePublication', ({ publication }) => ({ publication, seen: 1, facts: notice }), 'NOT_FOUND'],
    ['registry', 'withdrawPublication', ({ publication }) => ({ publication, reason: '测试' }), 'NOT_FOUND'],
    ['registry', 'signUps', ({ publication }) => ({ publication }), 'NOT_FOUND'],
    [
      'registry',
      'tickPresence',
      ({ publication, guest }) => ({ publication, person: guest, present: true }),
      'NOT_FOUND',
    ],
    ['registry', 'countAttendance', ({ publication }) => ({ publication, attended: 1 }), 'NOT_FOUND'],
    ['registry', 'withdrawGrant', ({ grant }) => ({ grant }), 'NOT_FOUND'],
    ['registry', 'endOffice', ({ officer }) => ({ officer }), 'OFFICER_UNKNOWN'],
    ['registry', 'renewOffice', ({ officer }) => ({ officer, until: '2028-01-01' }), 'OFFICER_UNKNOWN'],
  ] as const satisfies readonly (readonly [FunctionName, string, (known: Known) => object, string])[]

  let known: Known
  beforeAll(async () => {
    known = await ids()
  })
  test.each(misuses)('%s.%s', async (name, procedure, inputOf, expected) => {
    for (const [as, own] of [
      [other, their],
      [street, castUnions.street.id],
      ['demo-city', castUnions.qingdao.id],
    ] as const)
      expect({ as, code: await code(as, name, procedure, { union: own, ...inputOf(known) }) }).toEqual({
        as,
        code: expected,
      })
  })

  test('a report is for the union above it and for no other, nor for whoever made it', async () => {
    for (const [as, own] of [
      [other, their],
      [chair, union],
      ['demo-city', castUnions.qingdao.id],
    ] as const) {
      const task = { union: own, task: known.filing }
      expect(await code(as, 'membership', 'filing', task)).toBe('NOT_FOUND')
      expect(await code(as, 'membership', 'settleFiling', { ...task, verdict: { kind: 'file' } })).toBe('NOT_FOUND')
    }
  })

  test('a survey’s slips are made and taken back by tellers of the union that announced it', async () => {
    const { review, batch } = known
    for (const own of [their, castUnions.street.id, castUnions.qingdao.id]) {
      const { as } = await inOffice(system, own, 'clerk')
      const of = { union: own, review }
      const which = { by: 'batch', batch }
      expect(await code(as, 'review', 'makeSurveyCodes', { ...of, batch, many: 1 })).toBe('NOT_FOUND')
      expect(await code(as, 'review', 'cancelSurveyCodes', { ...of, which })).toBe('NOT_FOUND')
      expect(await code(as, 'review', 'makeSurveyCodes', { ...of, union, batch, many: 1 })).toBe('NOT_ALLOWED')
    }
  })

  test('a batch answers so for each row, and everything stands as it stood', async () => {
    const items = [{ application: known.application, seen: 1 }]
    const batch = { union: their, committee: { decidedOn: '2026-11-18' }, items }
    expect(granted(await system.ask(other, 'membership', 'decideBatch', batch)).results).toEqual([
      { ok: false, application: known.application, code: 'NOT_FOUND', message: expect.any(String) },
    ])
    const { application } = granted(await system.ask(known.applicant, 'membership', 'mine', {}))
    expect(application?.state).toBe('submitted')
    expect(
      granted(await system.ask(street, 'membership', 'bindings', { union })).rows.map((row) => row.binding),
    ).toContain(known.binding)
    const { rows } = granted(await system.ask(chair, 'membership', 'requests', { union }))
    expect(rows.map((row) => row.request)).toContain(known.request)
    const { officers, grants } = granted(await system.ask(street, 'registry', 'officers', { union }))
    expect(officers.map((row) => row.officer)).toContain(known.officer)
    expect(grants.map((row) => row.grant)).toContain(known.grant)
  })

  test('nor do an applicant’s objection or the lists of one union hold anything of another’s', async () => {
    const { application } = await objecting(system)
    expect(await code(chair, 'membership', 'openApplication', { union, application })).toBe('NOT_FOUND')
    const bindings = granted(await system.ask(other, 'membership', 'bindings', { union: their })).rows
    const requests = granted(await system.ask(other, 'membership', 'requests', { union: their })).rows
    expect([...bindings, ...requests]).toEqual([])
  })
})

test('the units of a joint union are the union above’s to add and take out, and nobody else’s', async () => {
  const { joint, unit } = await jointUnion(system)
  for (const [procedure, input] of [
    ['coveredUnits', {}],
    ['coverUnits', { units: [unit] }],
    ['uncoverUnit', { unit }],
  ] as const) {
    const asked = { union: castUnions.qingdao.id, joint, ...input }
    expect(await code('demo-city', 'registry', procedure, asked)).toBe('NOT_FOUND')
  }
})

test('a union’s application is there for whoever is asked and whoever asks, and its papers too', async () => {
  const { application } = await sentFounding(system)
  for (const [as, own] of [
    [other, their],
    [chair, union],
    ['demo-city', castUnions.qingdao.id],
  ] as const)
    for (const [procedure, input] of [
      ['unionApplication', {}],
      ['unionApplicationPaper', { file: 'none' }],
      ['approveUnionApplication', {}],
      ['returnUnionApplication', { reason: '不合适' }],
    ] as const)
      expect(await code(as, 'registry', procedure, { union: own, application, ...input })).toBe('NOT_FOUND')
})

test('a change of the upper union is there for both sides, and answered by the one that takes', async () => {
  const { reaffiliation, moving } = await askedMove(system)
  const verdict = { kind: 'take' }
  for (const [as, own] of [
    [other, their],
    [chair, union],
    ['demo-city', castUnions.qingdao.id],
  ] as const)
    for (const [procedure, input] of [
      ['reaffiliation', {}],
      ['reaffiliationPaper', { file: 'none' }],
      ['answerReaffiliation', { verdict }],
      ['withdrawReaffiliation', {}],
    ] as const)
      expect(await code(as, 'registry', procedure, { union: own, reaffiliation, ...input })).toBe('NOT_FOUND')
  const ofGiving = { union: castUnions.street.id, reaffiliation, verdict }
  expect(await code(street, 'registry', 'answerReaffiliation', ofGiving)).toBe('NOT_FOUND')
  const asked = { union: their, moving, to: union, reason: '测试', papers: [] }
  expect(await code(other, 'registry', 'askReaffiliation', asked)).toBe('NOT_FOUND')
})

test('a title is there for its union and for whoever keeps its register', async () => {
  await appliedForTitle(system)
  const one = { of: union, level: 'township' }
  const verdict = { kind: 'pass' }
  expect(await code(other, 'home', 'titles', { union })).toBe('NOT_ALLOWED')
  for (const [as, own] of [
    [other, their],
    [chair, union],
    ['demo-city', castUnions.qingdao.id],
  ] as const) {
    expect(await code(as, 'home', 'titleCase', { union: own, ...one })).not.toBe('OK')
    expect(await code(as, 'home', 'decideTitle', { union: own, ...one, verdict })).not.toBe('OK')
    const to = { on: '2025-04-28', paper: '文号测试' }
    expect(await code(as, 'home', 'enterTitle', { union: own, ...one, ...to })).not.toBe('OK')
    const corrected = { union: own, ...one, to: { level: 'township', ...to } }
    expect(await code(as, 'home', 'correctTitle', corrected)).not.toBe('OK')
  }
})

test('an event, its objections and its people are there for the union that confirms, and for nobody else', async () => {
  const { event, task, as: objector } = await objected(system)
  const settle = { task, verdict: { kind: 'move' } }
  for (const [as, own] of [
    [other, their],
    [chair, union],
    ['demo-city', castUnions.qingdao.id],
  ] as const)
    for (const [procedure, input] of [
      ['unionEvent', { event }],
      ['planEvent', { event }],
      ['confirmEvent', { event }],
      ['eventObjection', { task }],
      ['settleObjection', settle],
    ] as const)
      expect({ as, procedure, code: await code(as, 'membership', procedure, { union: own, ...input }) }).toEqual({
        as,
        procedure,
        code: 'NOT_FOUND',
      })
  const sentence = '这不是我的事'
  expect(await code(other, 'membership', 'objectToEvent', { event, sentence })).toBe('NOT_FOUND')
  expect(await code(other, 'membership', 'acceptEventOffer', { event })).toBe('NOT_FOUND')
  expect(await code(other, 'membership', 'tellHome', { event, region: stage.community })).toBe('NOT_FOUND')
  expect(granted(await system.ask(other, 'membership', 'myEvents', {})).events).toEqual([])
  expect(granted(await system.ask(objector, 'membership', 'myEvents', {})).events).toHaveLength(1)
})

test('a service of another union is neither changed nor closed, nor is its use told', async () => {
  const { service } = await offeredService(system)
  for (const [procedure, input] of [
    ['changeService', serviceFacts],
    ['closeService', {}],
    ['serviceUse', {}],
  ] as const) {
    expect(await code(other, 'card', procedure, { union: their, service, ...input })).toBe('NOT_FOUND')
    expect(await code(street, 'card', procedure, { union: castUnions.street.id, service, ...input })).toBe('NOT_FOUND')
  }
})

describe('codes and sessions of somebody else', () => {
  test('an office code is worth nothing on another phone, a taken binding code nothing to anybody', async () => {
    const { code: office } = await offered(system, 'clerk')
    expect(await code(system.newcomer(), 'registry', 'takeOffice', { code: office })).toBe('GRANT_FOR_OTHER_PHONE')
    const binding = await openedBinding(system)
    granted(await system.ask(system.newcomer(), 'membership', 'takeBinding', { code: binding }))
    for (const procedure of ['seeBinding', 'takeBinding'])
      expect(await code(system.newcomer(), 'membership', procedure, { code: binding })).toBe('BINDING_GONE')
  })

  test('somebody else’s certificate is checked, but neither shown, used nor withdrawn, nor is their picture sent', async () => {
    const { code: shown } = await certified(system)
    const as = (await joinedMember(system)).as
    expect(granted(await system.ask(as, 'membership', 'myCertificate', {}))).toEqual({})
    for (const procedure of ['withdrawCertificate', 'certificateReceived'])
      expect(await code(as, 'membership', procedure, {})).toBe('CERTIFICATE_GONE')
    expect(granted(await system.ask(as, 'membership', 'seeCertificate', { code: shown })).state).toBe('valid')
    const { file: proof } = granted(await system.ask(as, 'membership', 'putProof', { picture: paper }))
    const thief = system.newcomer()
    const form = await formFor(system, thief, somebody(), situations.workshop)
    const stolen = { form: { ...form, elsewhere: { unionName: '外地工会', proof } } }
    expect(await code(thief, 'membership', 'submit', stolen)).toBe('DOCUMENT_INVALID')
  })

  test('the one who took a binding code cannot be the second officer', async () => {
    const opened = await openedBinding(system)
    const { as } = await inOffice(system, union, 'examiner')
    granted(await system.ask(as, 'membership', 'takeBinding', { code: opened }))
    const { rows } = granted(await system.ask(as, 'membership', 'bindings', { union }))
    const own = rows.filter(({ mayConfirm }) => !mayConfirm)
    expect(own).toHaveLength(1)
    const settle = { union, binding: own[0]?.binding, verdict: 'confirm' }
    expect(await code(as, 'membership', 'settleBinding', settle)).toBe('SECOND_OFFICER')
  })

  test('a browser stays signed in when somebody else ends it, and its code says gone elsewhere', async () => {
    const as = system.newcomer()
    const browser = await signedInBrowser(system, as)
    const [desk] = await desksOf(system, as)
    granted(await system.ask(other, 'session', 'endDesk', { desk }))
    expect(await desksOf(system, as)).toEqual([desk])
    const shown = granted(await browser.ask('session', 'askConfirmation', { act: { kind: 'export-mine' } }))
    const elsewhere = await signedInBrowser(system, as)
    expect(granted(await elsewhere.ask('session', 'confirmationState', { code: shown.code })).state).toBe('gone')
    expect(await code(other, 'session', 'seeConfirmation', { code: shown.code })).toBe('CONFIRMATION_GONE')
    expect(codeOf(await elsewhere.ask('membership', 'exportMine', { confirmation: shown.code }))).toBe(
      'CONFIRMATION_MISSING',
    )
  })

  test('nobody is asked to confirm what they may not do: no name comes back, no foreign audit trail is written', async () => {
    const person = await personOfKnown(system)
    const act = { kind: 'reveal', union, person, value: 'number' }
    for (const as of [system.newcomer(), other, street]) {
      const desk = await signedInBrowser(system, as)
      expect({ as, code: codeOf(await desk.ask('session', 'askConfirmation', { act })) }).toEqual({
        as,
        code: 'NOT_ALLOWED',
      })
    }
    const desk = await signedInBrowser(system, other)
    const misnamed = { act: { ...act, union: their } }
    expect(codeOf(await desk.ask('session', 'askConfirmation', misnamed))).toBe('NOT_FOUND')
  })

  test('a notice stays where it is', async () => {
    const { as } = await returned(system)
    const noticesOf = async () => granted(await system.ask(as, 'session', 'me', {})).notices
    const [notice] = await noticesOf()
    granted(await system.ask(other, 'session', 'readNotice', { notice: notice?.id }))
    expect(await noticesOf()).toHaveLength(1)
  })
})

test('a picture is there for everybody while its officer agrees, and for nobody before or after', async () => {
  const { as, officer } = await inOffice(system, union, 'organiser')
  const look = () => code(system.newcomer(), 'registry', 'officerPhoto', { officer })
  expect(await look()).toBe('NOT_FOUND')
  granted(await system.ask(as, 'registry', 'setDisplay', { union, display: contact }))
  expect(await look()).toBe('OK')
  expect(await code(other, 'registry', 'setDisplay', { union, display: { kind: 'nothing' } })).toBe('NOT_FOUND')
  expect(await look()).toBe('OK')
  granted(await system.ask(street, 'registry', 'endOffice', { union, officer }))
  expect(await look()).toBe('NOT_FOUND')
})

test('what is kept about me is mine alone: a member’s name, number and phone are in nobody else’s copy', async () => {
  await member(system)
  for (const as of [system.newcomer(), other]) {
    const copy = JSON.stringify([
      granted(await system.ask(as, 'membership', 'aboutMe', {})),
      granted(await system.ask(as, 'membership', 'exportMine', {})),
      granted(await system.ask(as, 'membership', 'trail', {})),
    ])
    for (const text of [castPeople.known.name, castPeople.known.number, castPeople.known.mobile])
      expect(copy).not.toContain(text)
  }
})
