import { png } from '../../_kernel/files/pictures.fixture'
import { unions, type UnionRecord } from '../../_kernel/records/registry'
import { reports, type ReportRecord } from '../../_kernel/records/reports'
import { tasks } from '../../_kernel/records/tasks'
import { taskId } from '../../_kernel/tasks'
import { carryLines } from '../../clock/lines'
import { papersOf, street, upper } from '../../membership/events/events.fixture'
import { castUnions } from '../../../local/demo/personas'
import { UnionId } from '../../../shared/core/ids'
import { inOffice } from '../../../tests/faults/ready'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { approvedFounding } from '../applications/applications.fixture'
import { askedMove, taking } from './reaffiliation.fixture'

let system: TestSystem
let district = ''
beforeAll(async () => {
  system = await openTestSystem()
  district = (await inOffice(system, taking, 'chair')).as
}, 600_000)
afterAll(() => system.close())

const lineOf = async (union: UnionId) => (await system.runtime.store.get(unions, union))?.line
const answer = (reaffiliation: string, verdict: object, as = district, union: UnionId = taking) =>
  system.ask(as, 'registry', 'answerReaffiliation', { union, reaffiliation, verdict })
const take = (reaffiliation: string) => answer(reaffiliation, { kind: 'take' })
const ask = async (moving: UnionId, to: UnionId) =>
  system.ask(street, 'registry', 'askReaffiliation', {
    union: upper,
    moving,
    to,
    reason: '企业归区里直接管',
    papers: await papersOf(system, ['report', 'reply']),
  })

/** So many unions below this one, in a line. */
async function lineBelow(top: UnionId, deep: number): Promise<UnionId[]> {
  const made: UnionId[] = []
  let above = await system.runtime.store.get(unions, top)
  for (let level = 1; level <= deep && above !== undefined; level++) {
    const id = UnionId.parse(`${top}-below-${level}`)
    const next: UnionRecord = { ...above, _id: id, name: `下级${level}`, parent: above._id, line: [id, ...above.line] }
    await system.runtime.store.transact((tx) => tx.insert(unions, next))
    made.push(id)
    above = next
  }
  return made
}

describe('变更隶属', () => {
  test('the union is below the other as soon as it is taken, those below it when the clock has been by', async () => {
    const { moving, reaffiliation } = await askedMove(system)
    const below = await lineBelow(moving, 3)
    const above = await lineOf(taking)
    granted(await take(reaffiliation))
    expect(await lineOf(moving)).toEqual([moving, ...(above ?? [])])
    expect((await system.runtime.store.get(unions, moving))?.parent).toBe(taking)
    for (let run = 0; run < 3; run++) await carryLines(system.runtime)
    const [first, second, third] = below
    expect(third === undefined ? undefined : await lineOf(third)).toEqual([
      third,
      second,
      first,
      moving,
      ...(above ?? []),
    ])
    const view = { union: taking, reaffiliation }
    expect(granted(await system.ask(district, 'registry', 'reaffiliation', view))).toMatchObject({ state: 'done' })
    const { rows } = granted(await system.ask(district, 'registry', 'registryHistory', { union: moving }))
    expect(rows.find(({ what }) => what.kind === 'moved')).toMatchObject({
      what: { fromName: castUnions.street.name, toName: castUnions.shinan.name },
      who: { unionName: castUnions.shinan.name },
    })
    expect((await system.runtime.store.get(tasks, taskId('reaffiliation', reaffiliation)))?.state).toBe('done')
    expect(codeOf(await take(reaffiliation))).toBe('REAFFILIATION_CHANGED')
  })

  test('its report of this period goes along, to be checked by whoever leads it now', async () => {
    const { moving, reaffiliation } = await askedMove(system)
    const id = `${moving}:2026-07`
    const report: ReportRecord = {
      _id: id,
      union: moving,
      parent: upper,
      period: '2026-07',
      state: 'checked',
      numbers: { unions: 1, members: 2, retained: 0, women: 1, staff: 12 },
      below: 0,
      checkedBelow: 0,
      revision: 2,
      steps: [],
    }
    await system.runtime.store.transact((tx) => tx.insert(reports, report))
    granted(await take(reaffiliation))
    expect(await system.runtime.store.get(reports, id)).toEqual({
      ...report,
      parent: taking,
      state: 'reported',
      revision: 3,
    })
  })

  test('refused, it stays where it is, and may be asked again', async () => {
    const { moving, reaffiliation } = await askedMove(system)
    expect(codeOf(await ask(moving, taking))).toBe('UNION_APPLICATION_OPEN')
    granted(await answer(reaffiliation, { kind: 'refuse', reason: '还没有批复' }))
    expect((await system.runtime.store.get(unions, moving))?.parent).toBe(upper)
    expect(codeOf(await ask(moving, taking))).toBe('OK')
  })

  test('whoever asked may think better of it, once', async () => {
    const { reaffiliation } = await askedMove(system)
    const withdraw = () => system.ask(street, 'registry', 'withdrawReaffiliation', { union: upper, reaffiliation })
    granted(await withdraw())
    expect(codeOf(await withdraw())).toBe('REAFFILIATION_CHANGED')
    expect(codeOf(await take(reaffiliation))).toBe('REAFFILIATION_CHANGED')
  })

  test('a union does not come below itself, nor below what is below it, nor where it is', async () => {
    const { union } = await approvedFounding(system)
    const moving = UnionId.parse(union)
    const [below = moving] = await lineBelow(moving, 1)
    for (const to of [moving, below, upper]) expect(codeOf(await ask(moving, to))).toBe('UPPER_INVALID')
  })

  test('whoever is on neither side finds nothing', async () => {
    const { reaffiliation } = await askedMove(system)
    const input = { union: castUnions.qingdao.id, reaffiliation }
    expect(codeOf(await system.ask('demo-city', 'registry', 'reaffiliation', input))).toBe('NOT_FOUND')
    expect(codeOf(await answer(reaffiliation, { kind: 'take' }, street, upper))).toBe('NOT_FOUND')
  })

  test('its papers are pictures for both sides', async () => {
    const { reaffiliation } = await askedMove(system)
    const at = { union: taking, reaffiliation }
    const { papers } = granted(await system.ask(district, 'registry', 'reaffiliation', at))
    const input = { ...at, file: papers[0]?.file }
    const { picture } = granted(await system.ask(district, 'registry', 'reaffiliationPaper', input))
    expect(picture).toContain(png.toString('base64').slice(0, 20))
  })
})
