import { castPeople, castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { identityOf, sent, situations, somebody } from '../../../tests/forms'
import { typed } from '../../../tests/faults/ready'
import { endedMember, paper, paperForm, recordOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { membershipEvents } from '../../_kernel/records/memberships'

const union = castUnions.factory.id
const [chair, street] = ['demo-factory-chair', 'demo-street']
const start = Date.parse('2026-11-18T02:00:00.000Z')
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
beforeEach(() => system.travel(isoTime(start)))
afterAll(() => system.close())

const enter = (form: object, as = chair, at: string = union) =>
  system.ask(as, 'membership', 'enterOnBehalf', { union: at, form })

describe('代办入会 (M10)', () => {
  test('writes person, membership, number, letter and history, with the paper; nobody has an account in it', async () => {
    const worker = somebody()
    const { person, application, memberNumber } = granted(await enter(await paperForm(system, worker)))
    expect(await recordOf(system, person)).toMatchObject({ union, state: 'active', memberNumber, application })
    const { documents } = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
    expect(documents).toMatchObject([{ kind: 'joined', application, decidedOn: '2026-11-18' }])
    expect(documents[0]?.document).toBeDefined()

    const { rows } = granted(await system.ask(chair, 'membership', 'letters', { union }))
    expect(rows.find((row) => row.application === application)).toMatchObject({
      signed: false,
      onPaper: true,
      hasWechat: false,
    })
    const copy = granted(await system.ask(street, 'membership', 'letterCopy', { union, application }))
    expect(copy.paper).toContain('data:image/png;base64,')
  })

  test('the phone that the officer typed proves nothing for a month, then binds its owner', async () => {
    const worker = somebody()
    const { person } = granted(await enter(await paperForm(system, worker, { hasWechat: true })))
    const as = system.newcomer()
    await system.verifyPhone(as, worker.mobile)
    const bind = () => system.ask(as, 'membership', 'bindMine', { identity: typed(worker) })
    expect(granted(await bind()).outcome).toBe('not-here')
    system.travel(isoTime(start + 31 * 86_400_000))
    expect(granted(await bind()).outcome).toBe('bound')
    const { membership } = granted(await system.ask(as, 'membership', 'myMembership', {}))
    expect(membership?.memberNumber).toBe((await recordOf(system, person)).memberNumber)
    const mine = granted(await system.ask(as, 'membership', 'mine', { application: membership?.application }))
    expect(mine.application?.state).toBe('approved')
    expect(
      granted(await system.ask(system.newcomer(), 'membership', 'mine', { application: membership?.application })),
    ).toEqual({})
  })

  test.each([
    [
      'a number that cannot be',
      { identity: { ...identityOf(somebody()), number: '370202199003070010' } },
      'IDENTITY_INVALID',
    ],
    ['a child', { identity: identityOf(castPeople.tooYoung) }, 'PERSON_UNDER_AGE'],
    ['a member', { identity: identityOf(castPeople.onFile) }, 'ALREADY_MEMBER'],
    ['somebody who is kept elsewhere', { identity: identityOf(castPeople.retained) }, 'ALREADY_MEMBER'],
    ['somebody who has applied', { identity: identityOf(castPeople.applying) }, 'APPLYING_ELSEWHERE'],
    ['somebody of another union’s', { situation: situations.rider }, 'UNION_NOT_OFFERED'],
    [
      'a committee that met before the paper was signed',
      { committee: { decidedOn: '2026-11-17' } },
      'COMMITTEE_DATE_INVALID',
    ],
    ['a committee that meets tomorrow', { committee: { decidedOn: '2026-11-19' } }, 'COMMITTEE_DATE_INVALID'],
  ])('%s is refused', async (_, wrong, code) => {
    expect(codeOf(await enter(await paperForm(system, somebody(), wrong)))).toBe(code)
  })

  test('an old letter is refused, and a paper without the consent for the number', async () => {
    const form = await paperForm(system)
    expect(codeOf(await enter({ ...form, paper: { ...form.paper, letterVersion: 'old' } }))).toBe('LETTER_OUTDATED')
    expect(codeOf(await enter({ ...form, paper: { ...form.paper, sensitiveAgreed: false } }))).toBe('BAD_INPUT')
    const picture = Buffer.from('no picture').toString('base64')
    expect(codeOf(await enter({ ...form, paper: { ...form.paper, picture } }))).toBe('DOCUMENT_INVALID')
  })

  test('a member of a union outside this system is moved in, with the day and the picture of the certificate', async () => {
    const { file: proof } = granted(await system.ask(chair, 'membership', 'putProof', { picture: paper }))
    const elsewhere = { unionName: '徐州市鼓楼区快递行业工会', since: '2019-05-06', proof }
    const { person } = granted(await enter(await paperForm(system, somebody(), { elsewhere })))
    expect(await recordOf(system, person)).toMatchObject({ state: 'active', since: '2019-05-06' })
    const { documents } = await system.runtime.store.find(membershipEvents, { index: 'byPerson', equals: { person } })
    expect(documents).toMatchObject([{ kind: 'moved', fromOutside: elsewhere.unionName, document: proof }])
    const tomorrow = { ...elsewhere, since: '2026-11-19' }
    expect(codeOf(await enter(await paperForm(system, somebody(), { elsewhere: tomorrow })))).toBe('DAY_INVALID')
  })

  test('whoever left comes back on paper under the old number', async () => {
    const left = await endedMember(system)
    const { person, memberNumber } = granted(await enter(await paperForm(system, left.worker)))
    expect({ person, memberNumber }).toEqual({ person: left.person, memberNumber: left.memberNumber })
    expect(await recordOf(system, person)).toMatchObject({ state: 'active', reason: 'applied-again' })
  })

  test('two officers enter the same paper at once: one membership', async () => {
    const worker = somebody()
    const form = await paperForm(system, worker)
    const answers = await Promise.all([enter(form), enter(form)])
    expect(answers.map(codeOf).sort()).toEqual(['ALREADY_MEMBER', 'OK'])
  })

  test('an application of the same number that waits elsewhere is in the way', async () => {
    const worker = somebody()
    await sent(system, system.newcomer(), worker, situations.workshop)
    expect(codeOf(await enter(await paperForm(system, worker)))).toBe('APPLYING_ELSEWHERE')
  })
})
