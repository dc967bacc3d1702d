import { contractFacts, heldByMembers, heldByStaff, managed, meetingPhoto } from './faults/of-meetings'
import { castUnions, castUnits } from '../local/demo/personas'
import { formFor, situations, somebody } from './forms'
import { likelyPair } from './faults/of-rounds'
import { likelyUnits } from './faults/of-units'
import {
  asking,
  chair,
  inOffice,
  objecting,
  offered,
  personOfKnown,
  street,
  takenBinding,
  union,
  waiting,
} from './faults/ready'
import { notice, signedUpFor } from './faults/of-openness'
import { committedSample } from './faults/of-samples'
import { mover } from './faults/moving'
import { joinedMember, leavingMember, lookedAt, paper, proposedExpulsion } from './members'
import { announced, listed, objectedToList } from '../cloudfunctions/review/review.fixture'
import { announcedRound } from '../cloudfunctions/clock/reviews/rounds/rounds.fixture'
import { granted, openTestSystem, type FunctionName, type TestSystem } from './system'
import { code, other, their } from './somebody-else'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

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
    expect(await code(system, as, 'membership', procedure, input)).toBe('NOT_FOUND')
  })

  test('mine answers as if there were none', async () => {
    const { application } = await waiting(system)
    expect(granted(await system.ask(system.newcomer(), 'membership', 'mine', { application }))).toEqual({})
  })

  test('the union above sees no letter before it is approved', async () => {
    const { application } = await waiting(system)
    expect(await code(system, street, 'membership', 'letterCopy', { union, application })).toBe('NOT_FOUND')
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
    ['home', 'managementRecord', ({ managementId }) => ({ id: managementId }), 'NOT_FOUND'],
    [
      'home',
      'amendManagement',
      ({ managementId }) => ({ id: managementId, seen: 1, facts: contractFacts }),
      'NOT_FOUND',
    ],
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
      expect({ as, code: await code(system, as, name, procedure, { union: own, ...inputOf(known) }) }).toEqual({
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
      expect(await code(system, as, 'membership', 'filing', task)).toBe('NOT_FOUND')
      expect(await code(system, as, 'membership', 'settleFiling', { ...task, verdict: { kind: 'file' } })).toBe(
        'NOT_FOUND',
      )
    }
  })

  test('a survey’s slips are made and taken back by tellers of the union that announced it', async () => {
    const { review, batch } = known
    for (const own of [their, castUnions.street.id, castUnions.qingdao.id]) {
      const { as } = await inOffice(system, own, 'clerk')
      const of = { union: own, review }
      const which = { by: 'batch', batch }
      expect(await code(system, as, 'review', 'makeSurveyCodes', { ...of, batch, many: 1 })).toBe('NOT_FOUND')
      expect(await code(system, as, 'review', 'cancelSurveyCodes', { ...of, which })).toBe('NOT_FOUND')
      expect(await code(system, as, 'review', 'makeSurveyCodes', { ...of, union, batch, many: 1 })).toBe('NOT_ALLOWED')
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
    expect(await code(system, chair, 'membership', 'openApplication', { union, application })).toBe('NOT_FOUND')
    const bindings = granted(await system.ask(other, 'membership', 'bindings', { union: their })).rows
    const requests = granted(await system.ask(other, 'membership', 'requests', { union: their })).rows
    expect([...bindings, ...requests]).toEqual([])
  })
})
