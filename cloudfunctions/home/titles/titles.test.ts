import { castUnions } from '../../../local/demo/personas'
import { succeed } from '../../../shared/core/outcome'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { inOffice } from '../../../tests/faults/ready'
import { accountOf } from '../../_kernel/caller'
import { officers, unions, type OfficerRecord } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { notices } from '../../_kernel/records/upkeep'
import { callRechecks } from '../../clock/titles'
import { applied, chair, decide, factory, honoured, keeper, note, paper, step, street } from './titles.fixture'

const now = '2026-11-18T02:00:00.000Z'
const today = '2026-11-18'

let system: TestSystem
beforeEach(async () => {
  system = await openTestSystem()
  system.travel(isoTime(Date.parse(now)))
}, 600_000)
afterEach(() => system.close())

const titleOf = async (level = 'township') =>
  granted(await system.ask(chair, 'home', 'titles', { union: factory })).titles.find((one) => one.level === level)
const register = async (show: string) =>
  granted(await system.ask(street, 'home', 'titleRegister', { union: keeper, show })).rows
const waiting = async () =>
  (await system.runtime.store.find(tasks, { index: 'byKind', equals: { kind: 'title', state: 'open' } })).documents
const propose = (level: string, honour = 'certificate') =>
  system.ask(chair, 'home', 'proposeHonour', { union: factory, level, honour })

describe('模范职工之家 (004 18)', () => {
  test('is built, applied for, sent back, applied for again, assessed and honoured; both sides read how', async () => {
    expect(await titleOf()).toMatchObject({ state: 'none', keeperName: castUnions.street.name })
    await applied(system)
    expect(await register('applied')).toEqual([
      { of: factory, name: castUnions.factory.name, level: 'township', state: 'applied', day: today },
    ])
    expect(await waiting()).toMatchObject([{ desk: keeper }])
    granted(await decide(system, { kind: 'fail', note: '职代会的记录还不全' }))
    expect(await waiting()).toEqual([])
    expect(await titleOf()).toMatchObject({ state: 'building' })
    granted(await step(system, 'apply'))
    expect(await waiting()).toHaveLength(1)
    granted(await decide(system, { kind: 'pass' }))
    expect(await waiting()).toMatchObject([{ desk: keeper, dueOn: '2027-11-18' }])
    granted(await decide(system, { kind: 'award', on: today, paper }))
    expect(await waiting()).toEqual([])
    expect(await titleOf()).toMatchObject({ state: 'held', awardedOn: today, paper, recheckOn: '2029-11-18' })
    const seen = { union: keeper, of: factory, level: 'township' }
    const { title } = granted(await system.ask(street, 'home', 'titleCase', seen))
    expect(title.past.map(({ step: taken, by }) => [taken, by])).toEqual([
      ['begin', castUnions.factory.name],
      ['apply', castUnions.factory.name],
      ['fail', castUnions.street.name],
      ['apply', castUnions.factory.name],
      ['pass', castUnions.street.name],
      ['award', castUnions.street.name],
    ])
    expect(title.past[1]?.note).toBe(note)
    expect(codeOf(await decide(system, { kind: 'award', on: today, paper }))).toBe('TITLE_CHANGED')
  })

  test('taken back, nobody is asked any more, and it may begin again', async () => {
    await applied(system)
    granted(await step(system, 'take-back'))
    expect(await waiting()).toEqual([])
    expect(await register('applied')).toEqual([])
    granted(await step(system, 'begin'))
    granted(await step(system, 'apply'))
    expect(await waiting()).toHaveLength(1)
  })

  test('the clock calls the re-check on its day; it is held meanwhile, and kept or withdrawn', async () => {
    await honoured(system, today)
    const atNoon = (day: string) => system.travel(isoTime(Date.parse(`${day}T04:00:00.000Z`)))
    atNoon('2029-11-17')
    expect(await callRechecks(system.runtime)).toBe(0)
    atNoon('2029-11-18')
    await callRechecks(system.runtime)
    await callRechecks(system.runtime)
    expect(await waiting()).toMatchObject([{ desk: keeper }])
    expect(await titleOf()).toMatchObject({ state: 'rechecking', awardedOn: today })
    granted(await propose('township'))
    granted(await decide(system, { kind: 'keep' }))
    expect(await waiting()).toEqual([])
    expect(await titleOf()).toMatchObject({ state: 'held', recheckOn: '2032-11-18' })
    granted(await decide(system, { kind: 'withdraw', note: '连续两年没有开职代会' }))
    const gone = await titleOf()
    expect([gone?.state, gone?.awardedOn, gone?.past.length]).toEqual(['none', undefined, 7])
    expect(codeOf(await propose('township', 'medal'))).toBe('TITLE_MISSING')
  })

  test('one that was awarded on paper is entered by whoever keeps that register, and by nobody else', async () => {
    const enter = (as: string, union: string, level: string, on = '2025-04-28') =>
      system.ask(as, 'home', 'enterTitle', { union, of: factory, level, on, paper: '总工发〔2025〕12 号' })
    expect(codeOf(await enter(street, keeper, 'city'))).toBe('TITLE_WITHOUT_KEEPER')
    const { as: city } = await inOffice(system, castUnions.qingdao.id, 'chair')
    expect(codeOf(await enter(city, castUnions.qingdao.id, 'township'))).toBe('TITLE_WITHOUT_KEEPER')
    expect(codeOf(await enter(city, castUnions.qingdao.id, 'national', '2026-11-19'))).toBe('DAY_INVALID')
    granted(await enter(city, castUnions.qingdao.id, 'national'))
    expect(await titleOf('national')).toMatchObject({ state: 'held', recheckOn: '2028-04-28' })
    expect(codeOf(await enter(city, castUnions.qingdao.id, 'national'))).toBe('TITLE_CHANGED')
    const { as: elsewhere } = await inOffice(system, castUnions.changxingStreet.id, 'chair')
    expect(codeOf(await enter(elsewhere, castUnions.changxingStreet.id, 'township'))).toBe('NOT_FOUND')
  })

  describe('what the keeper mistyped (T7)', () => {
    const wrong = { on: '2015-04-28', paper: '市工〔2015〕3 号' }
    const right = { on: '2025-04-28', paper: '市工〔2025〕3 号' }
    const qingdao = castUnions.qingdao.id
    let city: string
    beforeEach(async () => {
      city = (await inOffice(system, qingdao, 'chair')).as
    })
    const at = (level: string) => ({ union: qingdao, of: factory, level })
    const enter = async (level: string, given = wrong) =>
      granted(await system.ask(city, 'home', 'enterTitle', { ...at(level), ...given }))
    const correct = (level: string, to: object) =>
      system.ask(city, 'home', 'correctTitle', { ...at(level), to: { level, ...to } })
    const pastOf = async (level: string) =>
      (await titleOf(level))?.past.map((one) => [one.step, one.on, one.paper]) ?? []

    test('is put right, and what stood there stays in the history; the re-check counts from the right day', async () => {
      await enter('city')
      granted(await correct('city', right))
      expect(await titleOf('city')).toMatchObject({
        state: 'held',
        awardedOn: right.on,
        paper: right.paper,
        recheckOn: '2028-04-28',
      })
      expect(await pastOf('city')).toEqual([
        ['enter', wrong.on, wrong.paper],
        ['correct', right.on, right.paper],
      ])
      expect(codeOf(await correct('city', { ...right, on: '2026-11-19' }))).toBe('DAY_INVALID')
    })

    test('a re-check that the wrong day called is over with it', async () => {
      await enter('city')
      system.travel(isoTime(Date.parse('2026-11-19T04:00:00.000Z')))
      await callRechecks(system.runtime)
      expect(await waiting()).toHaveLength(1)
      granted(await correct('city', right))
      expect(await waiting()).toEqual([])
      expect(await titleOf('city')).toMatchObject({ state: 'held', recheckOn: '2028-04-28' })
    })

    test('at the wrong level it goes to the right one, of those that this union keeps and that are not held', async () => {
      await enter('city')
      expect(codeOf(await correct('city', { ...right, level: 'township' }))).toBe('TITLE_WITHOUT_KEEPER')
      granted(await correct('city', { ...right, level: 'province' }))
      expect(await titleOf('city')).toMatchObject({ state: 'none' })
      expect(await pastOf('city')).toEqual([
        ['enter', wrong.on, wrong.paper],
        ['strike', undefined, undefined],
      ])
      expect(await titleOf('province')).toMatchObject({ state: 'held', awardedOn: right.on, paper: right.paper })
      await enter('city')
      expect(codeOf(await correct('city', { ...right, level: 'province' }))).toBe('TITLE_CHANGED')
      expect(await titleOf('city')).toMatchObject({ state: 'held', awardedOn: wrong.on })
    })

    test('of the wrong union it is struck out, not withdrawn; what was awarded here is neither moved nor struck out', async () => {
      await enter('city')
      const strike = { kind: 'strike', note: '登记到别的工会去了' }
      granted(await system.ask(city, 'home', 'decideTitle', { ...at('city'), verdict: strike }))
      const gone = await titleOf('city')
      expect([gone?.state, gone?.awardedOn, gone?.past[1]?.note]).toEqual(['none', undefined, strike.note])
      const theirs = { index: 'byAccount', equals: { account: accountOf(chair, system.runtime) } } as const
      const told = (await system.runtime.store.find(notices, theirs)).documents
      expect(told.map(({ text }) => text).join()).toContain('已经划去')
      await honoured(system, today)
      expect(codeOf(await decide(system, strike))).toBe('TITLE_CHANGED')
      const to = { level: 'city', on: today, paper }
      const moved = { union: keeper, of: factory, level: 'township', to }
      expect(codeOf(await system.ask(street, 'home', 'correctTitle', moved))).toBe('FIELD_INVALID')
      granted(await system.ask(street, 'home', 'correctTitle', { ...moved, to: { ...to, level: 'township' } }))
    })

    test('a desk above, to which a re-check went up, decides on it and strikes nothing out of the register', async () => {
      const of = { of: factory, level: 'township' }
      granted(await system.ask(street, 'home', 'enterTitle', { union: keeper, ...of, ...wrong }))
      await callRechecks(system.runtime)
      const [task] = await waiting()
      if (task === undefined) throw new Error('no re-check was called')
      const district = castUnions.shinan.id
      await system.runtime.store.transact((tx) => tx.put(tasks, { ...task, desk: district }))
      const { as } = await inOffice(system, district, 'chair')
      const verdict = (kind: string) =>
        system.ask(as, 'home', 'decideTitle', { union: district, ...of, verdict: { kind, note: '登记错了' } } as never)
      expect(codeOf(await verdict('strike'))).toBe('TITLE_CHANGED')
      expect(await titleOf()).toMatchObject({ state: 'rechecking' })
      granted(await verdict('withdraw'))
    })

    test('what nobody holds is not corrected', async () => {
      await applied(system)
      const input = { union: keeper, of: factory, level: 'township', to: { level: 'township', on: today, paper } }
      expect(codeOf(await system.ask(street, 'home', 'correctTitle', input))).toBe('TITLE_CHANGED')
      expect(await waiting()).toHaveLength(1)
    })
  })

  const leave = { from: IsoDate.parse('2026-11-01'), until: IsoDate.parse('2026-12-31'), deputy: 'x' }
  test.each<[string, Partial<OfficerRecord>]>([
    ['at work', {}],
    ['on leave', { leave }],
    ['as its examiner', { role: 'examiner' }],
  ])('nobody decides on a union in which they hold office, %s, though they keep its register', async (_, differs) => {
    await applied(system)
    const { store } = system.runtime
    const account = accountOf(street, system.runtime)
    const own = await store.get(officers, `${factory}:${accountOf(chair, system.runtime)}`)
    if (own === undefined) throw new Error('the factory has no chair')
    await store.transact(async (tx) => {
      await tx.put(officers, { ...own, ...differs, _id: `${factory}:${account}`, account })
      return succeed(undefined)
    })
    expect(codeOf(await decide(system, { kind: 'pass' }))).toBe('NOT_ALLOWED')
    const entered = { union: keeper, of: factory, level: 'township', on: '2025-04-28', paper }
    expect(codeOf(await system.ask(street, 'home', 'enterTitle', entered))).toBe('NOT_ALLOWED')
  })

  test('of a union that ended no re-check is called', async () => {
    await honoured(system, today)
    const { store } = system.runtime
    const record = await store.get(unions, factory)
    if (record === undefined) throw new Error('the factory’s union is gone')
    await store.transact(async (tx) => {
      await tx.put(unions, { ...record, status: 'dissolved' as const })
      return succeed(undefined)
    })
    system.travel(isoTime(Date.parse('2029-11-18T04:00:00.000Z')))
    expect(await callRechecks(system.runtime)).toBe(1)
    expect(await callRechecks(system.runtime)).toBe(0)
    expect(await waiting()).toEqual([])
  })

  test('an award of tomorrow is refused at its field', async () => {
    await applied(system)
    granted(await decide(system, { kind: 'pass' }))
    const answer = await decide(system, { kind: 'award', on: '2026-11-19', paper })
    expect(codeOf(answer)).toBe('DAY_INVALID')
  })

  describe('an application that went up', () => {
    const one = (union: string) => ({ union, of: factory, level: 'township' })
    const award = { kind: 'award', on: today, paper }
    let desk: string
    let upper: string
    beforeEach(async () => {
      await applied(system)
      const { store } = system.runtime
      const parent = (await store.get(unions, keeper))?.parent
      const [task] = await waiting()
      if (parent === undefined || task === undefined) throw new Error('nothing waits below a union above')
      await store.transact(async (tx) => {
        await tx.put(tasks, { ...task, desk: parent })
        return succeed(undefined)
      })
      desk = parent
      upper = (await inOffice(system, parent, 'chair')).as
    })
    const decides = (verdict: object) => system.ask(upper, 'home', 'decideTitle', { ...one(desk), verdict })
    const seenAs = async (as: string, union: string) => granted(await system.ask(as, 'home', 'titleCase', one(union)))

    test('is decided where it lies; whoever decided reads on, and the honour waits for the keeper', async () => {
      expect((await seenAs(upper, desk)).may).toBe('decide')
      granted(await decides({ kind: 'pass' }))
      expect(await seenAs(upper, desk)).toMatchObject({ may: 'look', title: { state: 'passed' } })
      expect(codeOf(await decides(award))).toBe('TITLE_CHANGED')
      expect(await waiting()).toMatchObject([{ desk: keeper, union: keeper }])
      expect((await seenAs(street, keeper)).may).toBe('keep')
      granted(await decide(system, award))
      expect(await waiting()).toEqual([])
      expect((await seenAs(upper, desk)).may).toBe('look')
    })

    test('and is sent back from there, with the same', async () => {
      granted(await decides({ kind: 'fail', note: '职代会的记录还不全' }))
      expect(await seenAs(upper, desk)).toMatchObject({ may: 'look', title: { state: 'building' } })
      expect(await waiting()).toEqual([])
    })
  })

  test('who may take its steps is said: an officer above and a clerk look on', async () => {
    const { as: clerk } = await inOffice(system, factory, 'clerk')
    const { as: keeping } = await inOffice(system, keeper, 'clerk')
    const stepsOf = async (as: string) => granted(await system.ask(as, 'home', 'titles', { union: factory })).steps
    expect([await stepsOf(chair), await stepsOf(street), await stepsOf(clerk)]).toEqual([true, false, false])
    await applied(system)
    const input = { union: keeper, of: factory, level: 'township' }
    expect(granted(await system.ask(keeping, 'home', 'titleCase', input)).may).toBe('look')
  })

  test('whoever does not keep the register finds nothing, and nobody applies to a level that is not above', async () => {
    await applied(system)
    const { as } = await inOffice(system, castUnions.shinan.id, 'chair')
    const at = { union: castUnions.shinan.id, of: factory, level: 'township' }
    expect(codeOf(await system.ask(as, 'home', 'titleCase', at))).toBe('NOT_FOUND')
    expect(codeOf(await system.ask(as, 'home', 'decideTitle', { ...at, verdict: { kind: 'pass' } }))).toBe('NOT_FOUND')
    const own = { union: castUnions.shinan.id, level: 'township', step: { kind: 'begin' } }
    expect(codeOf(await system.ask(as, 'home', 'stepTitle', own))).toBe('TITLE_WITHOUT_KEEPER')
  })
})

describe('劳动奖状、劳动奖章 (TH-23)', () => {
  test('wait for the title of that very level, and the refusal names the clause', async () => {
    await honoured(system, today)
    const answer = await propose('city')
    expect(answer).toMatchObject({ ok: false, code: 'TITLE_MISSING' })
    expect(JSON.stringify(answer)).toContain('鲁会〔2014〕79号 18')
    expect(granted(await propose('township'))).toEqual({ held: true })
    expect(codeOf(await propose('township'))).toBe('HONOUR_PROPOSED')
    granted(await propose('township', 'medal'))
    const { rows } = granted(await system.ask(street, 'home', 'honoursProposed', { union: keeper }))
    expect(rows.map(({ honour, of, held }) => [honour, of, held])).toEqual(
      expect.arrayContaining([
        ['certificate', factory, true],
        ['medal', factory, true],
      ]),
    )
  })

  test('where the region only tells, the proposal stands and says that the title is missing', async () => {
    const { as } = await inOffice(system, castUnions.battery.id, 'chair')
    const input = { union: castUnions.battery.id, level: 'township', honour: 'medal' }
    expect(granted(await system.ask(as, 'home', 'proposeHonour', input))).toEqual({ held: false })
  })
})
