import { castUnions } from '../../../local/demo/personas'
import { IsoDate, isoTime } from '../../../shared/core/time'
import { TaskKind, whenOverdue } from '../../../shared/membership/task'
import { inOffice } from '../../../tests/faults/ready'
import { vacated } from '../../../tests/offices'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { tasks } from '../../_kernel/records/tasks'
import { openTask, taskId } from '../../_kernel/tasks'
import { raiseTasks } from './tasks'

const { factory, street, shinan } = castUnions
const start = Date.parse('2026-11-18T02:00:00.000Z')
const after = (days: number) => isoTime(start + days * 86_400_000)
const idOf = (kind: TaskKind) => taskId(kind, 'vacant')
const lists = ['half-year-round', 'hanging-membership'] as const

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem({ units: 60, unions: 60, members: 5, applications: 0 })
  for (const kind of TaskKind.options) await open(kind, '2026-12-31')
}, 600_000)
afterAll(() => system.close())

function open(kind: TaskKind, dueOn: string, subject = 'vacant') {
  const task = { kind, subject, union: { _id: factory.id, name: factory.name }, dueOn: IsoDate.parse(dueOn) }
  return system.runtime.store.transact((tx) => openTask(tx, task, { by: 'clock', at: system.runtime.now() }))
}
const recordOf = (kind: TaskKind) => system.runtime.store.get(tasks, idOf(kind))
const deskOf = async (kind: TaskKind) => (await recordOf(kind))?.desk
const stepsOf = async (kind: TaskKind) => (await recordOf(kind))?.steps.map((step) => [step.kind, step.unionName])
async function walkOn(days: number) {
  system.travel(after(days))
  await raiseTasks(system.runtime, undefined)
}
const upperOpens = (procedure: 'round' | 'hanging') =>
  system.ask('demo-street', 'membership', procedure, { union: factory.id })

/** One story: each test goes on where the one before it stopped. */
describe('the inbox of a union that loses its officers', () => {
  test('stays with an officer in office, however long; the union above sees nothing of it', async () => {
    await walkOn(10)
    for (const kind of TaskKind.options) expect({ kind, desk: await deskOf(kind) }).toEqual({ kind, desk: factory.id })
    for (const procedure of ['round', 'hanging'] as const)
      expect(codeOf(await upperOpens(procedure))).toBe('NOT_ALLOWED')
  })

  test('stays for nine days after the last one has left', async () => {
    await vacated(system, factory.id, after(10))
    await walkOn(19)
    for (const kind of TaskKind.options) expect({ kind, desk: await deskOf(kind) }).toEqual({ kind, desk: factory.id })
  })

  test.each(TaskKind.options)('%s goes up on the tenth day, unless the clock does it', async (kind) => {
    await walkOn(20)
    const stays = whenOverdue[kind] === 'clock-acts' || whenOverdue[kind] === 'stays'
    expect(await stepsOf(kind)).toEqual(
      stays
        ? [['opened', factory.name]]
        : [
            ['opened', factory.name],
            ['left-vacant', street.name],
          ],
    )
  })

  test('and what arrives later goes up at once', async () => {
    await open('contract-end', '2026-12-31', 'later')
    await walkOn(20)
    expect(await system.runtime.store.get(tasks, taskId('contract-end', 'later'))).toMatchObject({ desk: street.id })
  })

  test('tells the union above whose it is, and since when nobody is there', async () => {
    const input = { union: street.id, task: idOf('half-year-round') }
    expect(granted(await system.ask('demo-street', 'membership', 'inPlace', input))).toMatchObject({
      kind: 'half-year-round',
      open: true,
      below: factory.id,
      belowName: factory.name,
      office: { kind: 'vacant', since: '2026-11-28' },
      mayAppoint: true,
      steps: [{ kind: 'opened' }, { kind: 'left-vacant', unionName: street.name }],
    })
    const transfer = { union: street.id, task: idOf('transfer-in') }
    expect(codeOf(await system.ask('demo-street', 'membership', 'inPlace', transfer))).toBe('NOT_FOUND')
    const elsewhere = { union: castUnions.newForm.id, task: idOf('half-year-round') }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'inPlace', elsewhere))).toBe('NOT_FOUND')
  })

  test('may be done from there, with the right to; a sibling and a union further up may not', async () => {
    const { as: clerk } = await inOffice(system, street.id, 'clerk')
    const { as: scrutineer } = await inOffice(system, street.id, 'scrutineer')
    const { as: further } = await inOffice(system, shinan.id, 'chair')
    for (const procedure of ['round', 'hanging'] as const) {
      granted(await upperOpens(procedure))
      granted(await system.ask(clerk, 'membership', procedure, { union: factory.id }))
      for (const other of [scrutineer, further, 'demo-newform-chair'])
        expect(codeOf(await system.ask(other, 'membership', procedure, { union: factory.id }))).toBe('NOT_ALLOWED')
    }
    const phone = { union: factory.id, key: 'phone', value: '13812345678' }
    granted(await system.ask('demo-street', 'membership', 'saveUnionField', phone))
    const close = { union: factory.id, period: '2026-2' }
    expect(codeOf(await system.ask('demo-street', 'membership', 'closeRound', close))).toBe('NOT_ALLOWED')
  })

  test('lies there once: late there, the lists go no further, until nobody is in office there either', async () => {
    await walkOn(60)
    for (const kind of lists) expect(await deskOf(kind)).toBe(street.id)
    await vacated(system, street.id, after(60))
    await walkOn(69)
    for (const kind of lists) expect(await deskOf(kind)).toBe(street.id)
    await walkOn(70)
    for (const kind of lists) expect(await deskOf(kind)).toBe(shinan.id)
  })
})

describe('when somebody takes office there again', () => {
  let above = ''
  beforeAll(async () => {
    above = (await inOffice(system, street.id, 'chair')).as
  })
  const taking = async (role: 'clerk' | 'chair', mobile: string) => {
    const grant = { union: factory.id, role, name: '林小满', mobile, until: '2027-11-18' }
    const { code } = granted(await system.ask(above, 'registry', 'grantOffice', grant))
    const as = system.newcomer()
    await system.verifyPhone(as, mobile)
    granted(await system.ask(as, 'registry', 'takeOffice', { code }))
    return as
  }

  test('a clerk fills no office: the lists stay above', async () => {
    await taking('clerk', '15420880901')
    for (const kind of lists) expect(await deskOf(kind)).toBe(shinan.id)
  })

  test('a chair finds them in the own inbox, with their way and days to do them', async () => {
    const { as: further } = await inOffice(system, shinan.id, 'chair')
    granted(await system.ask(further, 'membership', 'round', { union: factory.id }))
    const chair = await taking('chair', '15420880902')
    for (const kind of lists)
      expect(await stepsOf(kind)).toEqual([
        ['opened', factory.name],
        ['left-vacant', street.name],
        ['left-vacant', shinan.name],
        ['came-down', factory.name],
      ])
    const { rows } = granted(await system.ask(chair, 'membership', 'tasks', { union: factory.id }))
    for (const kind of lists)
      expect(rows.find((row) => row.kind === kind)).toMatchObject({ raised: false, workingDaysLeft: 15 })
    expect(codeOf(await system.ask(further, 'membership', 'round', { union: factory.id }))).toBe('NOT_ALLOWED')
    const input = { union: shinan.id, task: idOf('half-year-round') }
    expect(granted(await system.ask(further, 'membership', 'inPlace', input))).toMatchObject({
      open: false,
      office: { kind: 'held' },
    })
  })

  test('what somebody waits for stays where it is being done', async () => {
    expect(await deskOf('transfer-in')).not.toBe(factory.id)
  })

  test('a list that went up in the moment of the appointment comes down with the next walk', async () => {
    await system.runtime.store.transact(async (tx) => {
      const task = await tx.get(tasks, idOf('half-year-round'))
      if (task !== undefined) await tx.put(tasks, { ...task, desk: street.id, raisedFrom: factory.id })
    })
    await walkOn(71)
    expect(await deskOf('half-year-round')).toBe(factory.id)
  })
})
