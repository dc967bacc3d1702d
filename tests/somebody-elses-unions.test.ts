import { castUnions, stage } from '../local/demo/personas'
import { chair, street, union } from './faults/ready'
import { offeredService, serviceFacts } from './faults/of-services'
import { sentFounding } from '../cloudfunctions/registry/applications/applications.fixture'
import { applied as appliedForTitle } from '../cloudfunctions/home/titles/titles.fixture'
import { askedMove } from '../cloudfunctions/registry/reaffiliation/reaffiliation.fixture'
import { jointUnion, objected } from './faults/in-events'
import { granted, openTestSystem, type TestSystem } from './system'
import { code, other, their } from './somebody-else'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
})
afterAll(() => system.close())

test('the units of a joint union are the union above’s to add and take out, and nobody else’s', async () => {
  const { joint, unit } = await jointUnion(system)
  for (const [procedure, input] of [
    ['coveredUnits', {}],
    ['coverUnits', { units: [unit] }],
    ['uncoverUnit', { unit }],
  ] as const) {
    const asked = { union: castUnions.qingdao.id, joint, ...input }
    expect(await code(system, 'demo-city', 'registry', procedure, asked)).toBe('NOT_FOUND')
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
      expect(await code(system, as, 'registry', procedure, { union: own, application, ...input })).toBe('NOT_FOUND')
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
      expect(await code(system, as, 'registry', procedure, { union: own, reaffiliation, ...input })).toBe('NOT_FOUND')
  const ofGiving = { union: castUnions.street.id, reaffiliation, verdict }
  expect(await code(system, street, 'registry', 'answerReaffiliation', ofGiving)).toBe('NOT_FOUND')
  const asked = { union: their, moving, to: union, reason: '测试', papers: [] }
  expect(await code(system, other, 'registry', 'askReaffiliation', asked)).toBe('NOT_FOUND')
})

test('a title is there for its union and for whoever keeps its register', async () => {
  await appliedForTitle(system)
  const one = { of: union, level: 'township' }
  const verdict = { kind: 'pass' }
  expect(await code(system, other, 'home', 'titles', { union })).toBe('NOT_ALLOWED')
  for (const [as, own] of [
    [other, their],
    [chair, union],
    ['demo-city', castUnions.qingdao.id],
  ] as const) {
    expect(await code(system, as, 'home', 'titleCase', { union: own, ...one })).not.toBe('OK')
    expect(await code(system, as, 'home', 'decideTitle', { union: own, ...one, verdict })).not.toBe('OK')
    const to = { on: '2025-04-28', paper: '文号测试' }
    expect(await code(system, as, 'home', 'enterTitle', { union: own, ...one, ...to })).not.toBe('OK')
    const corrected = { union: own, ...one, to: { level: 'township', ...to } }
    expect(await code(system, as, 'home', 'correctTitle', corrected)).not.toBe('OK')
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
      expect({
        as,
        procedure,
        code: await code(system, as, 'membership', procedure, { union: own, ...input }),
      }).toEqual({
        as,
        procedure,
        code: 'NOT_FOUND',
      })
  const sentence = '这不是我的事'
  expect(await code(system, other, 'membership', 'objectToEvent', { event, sentence })).toBe('NOT_FOUND')
  expect(await code(system, other, 'membership', 'acceptEventOffer', { event })).toBe('NOT_FOUND')
  expect(await code(system, other, 'membership', 'tellHome', { event, region: stage.community })).toBe('NOT_FOUND')
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
    expect(await code(system, other, 'card', procedure, { union: their, service, ...input })).toBe('NOT_FOUND')
    expect(await code(system, street, 'card', procedure, { union: castUnions.street.id, service, ...input })).toBe(
      'NOT_FOUND',
    )
  }
})
