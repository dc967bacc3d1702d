import { tasks } from '../../_kernel/records/tasks'
import { taskId } from '../../_kernel/tasks'
import { UnionId } from '../../../shared/core/ids'
import { remindTerms } from '../../clock/terms'
import { street } from '../../membership/events/events.fixture'
import { isoTime } from '../../../shared/core/time'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { approvedFounding, sentUp, approve, historyOf, pageOf, start } from '../applications/applications.fixture'

const dayMs = 86_400_000

let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())
beforeEach(() => system.travel(isoTime(start)))

describe('委员会和任期', () => {
  test('only the union above notes the chair’s training and filing', async () => {
    const { union } = await approvedFounding(system)
    const { as, officer } = await inOffice(system, union, 'chair')
    const note = { union, officer, what: 'trained', on: '2026-11-18' }
    expect(codeOf(await system.ask(as, 'registry', 'noteOfficer', note))).toBe('NOT_ALLOWED')
    granted(await system.ask(street, 'registry', 'noteOfficer', note))
    granted(await system.ask(street, 'registry', 'noteOfficer', { ...note, what: 'contract-filed' }))
    expect((await pageOf(system, union)).chair).toMatchObject({
      trainedOn: '2026-11-18',
      contractFiledOn: '2026-11-18',
    })
  })

  test('a committee that was elected earlier is entered; its term asks for an election before it ends', async () => {
    const { union } = await approvedFounding(system)
    const entered = { union, kind: 'committee', electedOn: '2024-01-10', termYears: 3, seats: 5, chair: '陈白露' }
    expect(granted(await system.ask(street, 'registry', 'saveCommittee', entered)).until).toBe('2027-01-10')
    expect(codeOf(await system.ask(street, 'registry', 'saveCommittee', { ...entered, termYears: 4 }))).toBe(
      'TERM_YEARS_INVALID',
    )
    expect((await pageOf(system, union)).warnings).toContainEqual({
      kind: 'term-ending',
      on: '2027-01-10',
      source: '工会法',
      clause: '第十六条',
    })
    expect(await remindTerms(system.runtime)).toBe(1)
    expect(await system.runtime.store.get(tasks, `term-end:${union}.2027-01-10`)).toMatchObject({
      state: 'open',
      dueOn: '2027-01-10',
    })
    const { as } = await inOffice(system, union, 'chair')
    granted(await approve(system, await sentUp(system, { as, union })))
    expect(await system.runtime.store.get(tasks, `term-end:${union}.2027-01-10`)).toMatchObject({ state: 'done' })
  })
})

test('a union enters a committee that is not on record, and cannot put its next one in the place of another', async () => {
  const { union } = await approvedFounding(system)
  const { as } = await inOffice(system, union, 'chair')
  const enter = (by: string, kind: string) =>
    system.ask(by, 'registry', 'saveCommittee', {
      union,
      kind,
      electedOn: '2026-11-17',
      termYears: 5,
      seats: 5,
      chair: '陈白露',
    } as never)
  expect(codeOf(await enter(as, 'committee'))).toBe('COMMITTEE_ON_RECORD')
  expect(codeOf(await enter(as, 'labour-law'))).toBe('OK')
  expect(codeOf(await enter(street, 'committee'))).toBe('OK')
})

test('a renewed office stands in the history, and a term that is entered closes its reminder', async () => {
  const { union } = await approvedFounding(system)
  const { officer } = await inOffice(system, UnionId.parse(union), 'clerk')
  granted(await system.ask(street, 'registry', 'renewOffice', { union, officer, until: '2028-01-01' }))
  expect((await historyOf(system, union)).map(({ what }) => what)).toContainEqual({
    kind: 'officer',
    act: 'renewed',
    role: 'clerk',
    on: '2028-01-01',
  })
  const elected = (electedOn: string) => ({
    union,
    kind: 'committee',
    electedOn,
    termYears: 3,
    seats: 5,
    chair: '陈白露',
  })
  granted(await system.ask(street, 'registry', 'saveCommittee', elected('2023-12-10')))
  // The walk that reminds goes once a day.
  system.travel(isoTime(start + 5 * dayMs))
  await remindTerms(system.runtime)
  const reminder = taskId('term-end', `${union}.2026-12-10`)
  expect((await system.runtime.store.get(tasks, reminder))?.state).toBe('open')
  granted(await system.ask(street, 'registry', 'saveCommittee', elected('2026-11-10')))
  expect((await system.runtime.store.get(tasks, reminder))?.state).toBe('done')
})
