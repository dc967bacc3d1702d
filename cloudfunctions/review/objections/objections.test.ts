import { castUnions } from '../../../local/demo/personas'
import { PersonId, type ReviewId } from '../../../shared/core/ids'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { joinedMember, recordOf } from '../../../tests/members'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { accountOf } from '../../_kernel/caller'
import { memberships } from '../../_kernel/records/memberships'
import { persons } from '../../_kernel/records/persons'
import { officers } from '../../_kernel/records/registry'
import { electorId, electors, reviews } from '../../_kernel/records/reviews'
import { runClock } from '../../clock/jobs'
import { stepReviews } from '../../clock/reviews/step'
import { newMember } from '../../membership/events/events.fixture'
import { announced, listed, objectedToList } from '../review.fixture'

const union = castUnions.factory.id
const chair = 'demo-factory-chair'
const street = 'demo-street'
const start = Date.parse('2026-11-18T02:00:00.000Z')
const self = { about: 'self', sentence: '我一直是会员' }

let system: TestSystem
let review: ReviewId
let member: Awaited<ReturnType<typeof joinedMember>>
let late: Awaited<ReturnType<typeof joinedMember>>
beforeEach(async () => {
  system = await openTestSystem()
  member = await joinedMember(system)
  review = await announced(system)
  system.travel(isoTime(start + 86_400_000))
  late = await joinedMember(system)
  await listed(system, review)
})
afterEach(() => system.close())

const object = (as: string, objection: object = self) => system.ask(as, 'review', 'objectToList', { review, objection })
const settle = (task: string, verdict: object, as = chair, at: string = union) =>
  system.ask(as, 'review', 'settleListObjection', { union: at, task, verdict, reason: '查过入会申请' })
const numbers = async () => granted(await system.ask(chair, 'review', 'electorCounts', { union, review }))
const standing = async (person: PersonId) =>
  (await system.runtime.store.get(electors, electorId(review, person)))?.standing
const toldTo = async (as: string) =>
  granted(await system.ask(as, 'session', 'me', {}))
    .notices.map(({ text }) => text)
    .join()

describe('records of one person that are merged after the list was taken', () => {
  /** `late`, who is out, is found to be the same person as `member`, who is on the list. */
  beforeEach(() =>
    system.runtime.store.transact(async (tx) => {
      const [stays, goes] = [await tx.get(memberships, late.person), await tx.get(persons, member.person)]
      if (stays === undefined || goes === undefined) throw new Error('two members are needed')
      await tx.put(memberships, { ...stays, earlier: [member.person] })
      await tx.remove(memberships, member.person)
      await tx.put(persons, { ...goes, mergedInto: late.person })
    }),
  )

  test('are one elector, who is not admitted a second time', async () => {
    const before = await numbers()
    const task = await objectedToList(system, late.as, review, self)
    expect(codeOf(await settle(task, { kind: 'admit', person: late.person }))).toBe('ELECTOR_ALREADY')
    expect((await numbers()).electors).toBe(before.electors)
  })

  test('are struck by the one that stands', async () => {
    const before = await numbers()
    const other = { about: 'other', name: late.worker.name, sentence: '他上个月就退休了' }
    const task = await objectedToList(system, (await joinedMember(system)).as, review, other)
    expect(codeOf(await settle(task, { kind: 'strike', person: late.person }))).toBe('OK')
    expect([await standing(member.person), (await numbers()).electors]).toEqual(['excluded', before.electors - 1])
  })
})

test('whoever is out by mistake objects, is admitted with a reason, and is told', async () => {
  const task = await objectedToList(system, late.as, review, self)
  const before = await numbers()
  expect(before.openObjections).toBe(1)
  expect(granted(await system.ask(chair, 'review', 'listObjection', { union, task }))).toMatchObject({
    review,
    by: { person: late.person, name: late.worker.name, standing: 'excluded', because: 'joined-after-cutoff' },
    objection: self,
    open: true,
  })
  granted(await settle(task, { kind: 'admit', person: late.person }))
  const after = await numbers()
  expect(after).toMatchObject({
    openObjections: 0,
    electors: before.electors + 1,
    out: { ...before.out, 'joined-after-cutoff': before.out['joined-after-cutoff'] - 1 },
  })
  expect(await standing(late.person)).toBe('elector')
  expect(await toldTo(late.as)).toContain('选民名单的异议')
  const { rows } = granted(
    await system.ask(chair, 'review', 'electorList', {
      union,
      review,
      show: 'electors',
      search: (await recordOf(system, late.person)).memberNumber,
    }),
  )
  expect(rows).toMatchObject([{ person: late.person, admitted: true, paperOnly: 'bound-after-cutoff' }])
  expect(codeOf(await settle(task, { kind: 'stands' }))).toBe('TASK_CLOSED')
})

test('somebody else is named by name, and struck; who has received stays', async () => {
  const about = { about: 'other', name: member.worker.name, sentence: '他上个月退休了' }
  const task = await objectedToList(system, late.as, review, about)
  const before = await numbers()
  const { store } = system.runtime
  const elector = await store.get(electors, electorId(review, member.person))
  if (elector === undefined) throw new Error('not on the list')
  await store.transact((tx) => tx.put(electors, { ...elector, channel: 'phone' }))
  expect(codeOf(await settle(task, { kind: 'strike', person: member.person }))).toBe('ELECTOR_HAS_RECEIVED')
  await store.transact((tx) => tx.put(electors, elector))
  granted(await settle(task, { kind: 'strike', person: member.person }))
  expect(await standing(member.person)).toBe('excluded')
  expect(await toldTo(member.as)).toContain('您的名字划掉了')
  expect(await toldTo(late.as)).not.toContain('您的名字划掉了')
  const { electors: left, out } = await numbers()
  expect({ left, struck: out.struck }).toEqual({ left: before.electors - 1, struck: 1 })
})

test.each(['retained', 'left', 'expelled', 'deceased'] as const)(
  'whose membership was %s on the cut-off day is admitted by nobody: the roster is mended first',
  async (state) => {
    const day = IsoDate.parse('2026-10-01')
    const person = await newMember(system, { union, change: { state, since: day, changedOn: day } })
    const about = { about: 'other', name: '某会员', sentence: '他应该有一票' }
    const task = await objectedToList(system, member.as, review, about)
    expect(codeOf(await settle(task, { kind: 'admit', person }))).toBe('ELECTOR_NOT_ACTIVE')
    expect(await standing(person)).not.toBe('elector')
  },
)

test('from a day before voting on nobody is struck for somebody else’s word: they could not object in time', async () => {
  const { votingFrom } = (await system.runtime.store.get(reviews, review)) ?? { votingFrom: '' }
  const about = { about: 'other', name: member.worker.name, sentence: '他不是会员' }
  const task = await objectedToList(system, late.as, review, about)
  system.travel(isoTime(Date.parse(votingFrom) - 86_400_000))
  expect(codeOf(await settle(task, { kind: 'strike', person: member.person }))).toBe('STRIKE_TOO_LATE')
  system.travel(isoTime(Date.parse(votingFrom) - 86_400_001))
  granted(await settle(task, { kind: 'strike', person: member.person }))
})

test('an objection changes nobody but whom it is about: it is no leave to strike somebody else', async () => {
  const own = await objectedToList(system, late.as, review, self)
  expect(codeOf(await settle(own, { kind: 'strike', person: member.person }))).toBe('ELECTOR_NOT_MEANT')
  granted(await settle(own, { kind: 'admit', person: late.person }))
  const named = { about: 'other', name: '欧阳异议', sentence: '他上个月退休了' }
  const other = await objectedToList(system, late.as, review, named)
  expect(codeOf(await settle(other, { kind: 'strike', person: member.person }))).toBe('ELECTOR_NOT_MEANT')
  expect(await standing(member.person)).toBe('elector')
  expect((await numbers()).openObjections).toBe(1)
})

test.each([
  ['admit', 'an elector', () => member.person, 'ELECTOR_ALREADY'],
  ['admit', 'nobody of this union', () => PersonId.parse('nobody'), 'ELECTOR_UNKNOWN'],
  ['strike', 'somebody who is out', () => late.person, 'ELECTOR_NOT_LISTED'],
])('to %s %s is refused', async (kind, _, person, code) => {
  const about = { about: 'other', name: kind === 'admit' ? member.worker.name : late.worker.name, sentence: '名单不对' }
  const task = await objectedToList(system, member.as, review, about)
  expect(codeOf(await settle(task, { kind, person: person() }))).toBe(code)
  expect((await numbers()).openObjections).toBe(1)
})

test('one at a time, also when two phones ask at once; again once it is settled, and not for ever', async () => {
  const both = await Promise.all([object(member.as), object(member.as)])
  expect(both.map(codeOf).sort()).toEqual(['LIST_OBJECTION_OPEN', 'OK'])
  for (let more = 0; more < 5; more++) {
    granted(await settle(`review-objection:${review}:${member.person}:${more + 1}`, { kind: 'stands' }))
    expect(codeOf(await object(member.as))).toBe(more < 4 ? 'OK' : 'LIST_OBJECTIONS_MANY')
  }
})

test('is nothing for somebody of another union, before there is a list, and once voting has begun', async () => {
  expect(codeOf(await object('demo-newform-chair'))).toBe('NOT_FOUND')
  expect(codeOf(await object(system.newcomer()))).toBe('NOT_FOUND')
  system.travel(isoTime(start + 9 * 86_400_000))
  await stepReviews(system.runtime)
  expect(codeOf(await object(member.as))).toBe('REVIEW_TOO_LATE')
})

test('nobody settles their own', async () => {
  const task = await objectedToList(system, member.as, review, self)
  const { runtime } = system
  const officer = `${union}:${accountOf(member.as, runtime)}`
  const name = runtime.sealer.seal({ collection: 'officers', id: officer, field: 'name' }, '某人')
  const office = { _id: officer, union, account: accountOf(member.as, runtime), role: 'organiser', name } as const
  const since = isoTime(start)
  await runtime.store.transact((tx) => tx.put(officers, { ...office, shown: false, since }))
  expect(codeOf(await settle(task, { kind: 'stands' }, member.as))).toBe('OWN_OBJECTION')
})

test('what the union does not settle in time the union above has, and settles', async () => {
  const task = await objectedToList(system, late.as, review, self)
  const upper = castUnions.street.id
  expect(codeOf(await settle(task, { kind: 'admit', person: late.person }, street, upper))).toBe('NOT_FOUND')
  system.travel(isoTime(start + 8 * 86_400_000))
  for (let run = 0; run < 3; run++) await runClock(system.runtime)
  expect(codeOf(await settle(task, { kind: 'stands' }))).toBe('NOT_FOUND')
  granted(await settle(task, { kind: 'admit', person: late.person }, street, upper))
  expect(await standing(late.person)).toBe('elector')
})

test('a review is called off with a reason until voting begins, and never afterwards', async () => {
  const callOff = (id = review) =>
    system.ask(chair, 'review', 'callOffReview', { union, review: id, reason: '公告日期写错' })
  const other = { union: castUnions.newForm.id, review, reason: '不是自己的' }
  expect(codeOf(await system.ask('demo-newform-chair', 'review', 'callOffReview', other))).toBe('NOT_FOUND')
  granted(await callOff())
  expect(codeOf(await callOff())).toBe('REVIEW_CALLED_OFF')
  const shown = granted(await system.ask(undefined, 'review', 'announcedReview', { review }))
  expect(shown).toMatchObject({ phase: 'called-off', calledOff: { reason: '公告日期写错' } })
  const second = await announced(system)
  expect(second).toBe(`${review}:2`)
  system.travel(isoTime(start + 10 * 86_400_000))
  await stepReviews(system.runtime)
  expect((await system.runtime.store.get(reviews, second))?.phase).toBe('voting')
  expect(codeOf(await callOff(second))).toBe('REVIEW_TOO_LATE')
})
