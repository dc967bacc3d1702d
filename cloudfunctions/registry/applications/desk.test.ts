import { unions } from '../../_kernel/records/registry'
import { tasks } from '../../_kernel/records/tasks'
import { png } from '../../_kernel/files/pictures.fixture'
import { street, upper } from '../../membership/events/events.fixture'
import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { approvedFounding, factory, factoryChair, invited, sentFounding, sentUp, start } from './applications.fixture'

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

describe('the desk of an application', () => {
  test('numbers of replies go up one by one', async () => {
    const [one, other] = [await approvedFounding(system), await approvedFounding(system)]
    expect(other.reply.serial).toBe(one.reply.serial + 1)
  })

  test('whoever is neither asked nor asking sees nothing of it', async () => {
    const { application } = await sentFounding(system)
    for (const [as, union] of [
      [factoryChair, factory],
      ['demo-city', castUnions.qingdao.id],
    ] as const)
      for (const procedure of ['unionApplication', 'approveUnionApplication'] as const)
        expect(codeOf(await system.ask(as, 'registry', procedure, { union, application }))).toBe('NOT_FOUND')
  })

  test('an application that nobody decides goes up, and the desk above may decide it', async () => {
    const { application } = await sentFounding(system)
    const [task] = (
      await system.runtime.store.find(tasks, {
        index: 'byKind',
        equals: { kind: 'union-application', state: 'open' },
        limit: 1000,
      })
    ).documents.filter(({ subject }) => subject.startsWith(application))
    const desk = castUnions.shinan
    if (task !== undefined)
      await system.runtime.store.transact((tx) => tx.put(tasks, { ...task, desk: desk.id, deskName: desk.name }))
    const { as } = await inOffice(system, desk.id, 'chair')
    const done = granted(await system.ask(as, 'registry', 'approveUnionApplication', { union: desk.id, application }))
    expect(await system.runtime.store.get(unions, done.union)).toMatchObject({ parent: upper })
    expect(done.reply.unionName).toBe(desk.name)
  })
})

test('a picture that is none is refused, and a paper is seen by both sides', async () => {
  const { as, code } = await invited(system)
  const bad = { code, picture: Buffer.from('no picture').toString('base64') }
  expect(codeOf(await system.ask(as, 'registry', 'putFoundingPaper', bad))).toBe('DOCUMENT_INVALID')
  const { union } = await approvedFounding(system)
  const chair = await inOffice(system, union, 'chair')
  const application = await sentUp(system, { as: chair.as, union })
  const { rows } = granted(await system.ask(chair.as, 'registry', 'unionApplications', { union, show: 'sent' }))
  expect(rows.map((row) => row.application)).toContain(application)
  const { papers } = granted(await system.ask(chair.as, 'registry', 'unionApplication', { union, application }))
  for (const [who, at] of [
    [chair.as, union],
    [street, upper],
  ] as const) {
    const input = { union: at, application, file: papers[0]?.file }
    expect(granted(await system.ask(who, 'registry', 'unionApplicationPaper', input)).picture).toContain(
      png.toString('base64').slice(0, 20),
    )
  }
})
