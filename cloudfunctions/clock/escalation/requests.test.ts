import { castUnions } from '../../../local/demo/personas'
import { isoTime } from '../../../shared/core/time'
import { asking, inOffice } from '../../../tests/faults/ready'
import { vacated } from '../../../tests/offices'
import { codeOf, granted, openTestSystem, type TestSystem } from '../../../tests/system'
import { notices } from '../../_kernel/records/upkeep'
import { raiseRequests } from './requests'

const { factory, street } = castUnions
const start = Date.parse('2026-11-18T02:00:00.000Z')
const after = (days: number) => isoTime(start + days * 86_400_000)
const settled = { kind: 'done' } as const

let system: TestSystem
let request = ''
beforeAll(async () => {
  system = await openTestSystem({ units: 60, unions: 60, members: 5, applications: 0 })
  request = (await asking(system)).request
}, 600_000)
afterAll(() => system.close())

async function walkOn(days: number) {
  system.travel(after(days))
  await raiseRequests(system.runtime, undefined)
}
const seenAt = async (as: string, union: string) => {
  const { rows } = granted(await system.ask(as, 'membership', 'requests', { union }))
  return rows.filter((row) => row.request === request)
}

/** One story: each test goes on where the one before it stopped. */
describe('a request about personal data', () => {
  test('stays with a clerk, who may answer it, though nobody else is in office', async () => {
    await vacated(system, factory.id, after(0))
    const { as: clerk, officer } = await inOffice(system, factory.id, 'clerk', after(3))
    expect(officer).toContain(factory.id)
    system.travel(after(2))
    expect(await seenAt(clerk, factory.id)).toHaveLength(1)
    await walkOn(12)
    expect(await seenAt('demo-street', street.id)).toEqual([])
    const verdict = { union: street.id, request, verdict: settled }
    expect(codeOf(await system.ask('demo-street', 'membership', 'settleRequest', verdict))).toBe('NOT_FOUND')
  })

  test('goes up ten days after the clerk has left too; the person is told, and the day stays', async () => {
    await walkOn(13)
    const [row] = await seenAt('demo-street', street.id)
    expect(row).toMatchObject({ from: factory.name, dueOn: '2026-12-09' })
    const told = await system.runtime.store.find(notices, { index: 'byTime', equals: {}, limit: 100 })
    expect(told.documents.map(({ text }) => text)).toContainEqual(
      `${factory.name}现在没有干部在任，您关于个人资料的请求已经交给${street.name}办理，仍然最晚 2026-12-09 答复。`,
    )
  })

  test('is seen by whoever takes office meanwhile, too; a union beside it sees nothing', async () => {
    const { as: chair } = await inOffice(system, factory.id, 'chair')
    expect(await seenAt(chair, factory.id)).toHaveLength(1)
    const verdict = { union: castUnions.newForm.id, request, verdict: settled }
    expect(codeOf(await system.ask('demo-newform-chair', 'membership', 'settleRequest', verdict))).toBe('NOT_FOUND')
  })

  test('is answered from above once, in the name of the union that did', async () => {
    const verdict = { union: street.id, request, verdict: settled }
    granted(await system.ask('demo-street', 'membership', 'settleRequest', verdict))
    expect(await seenAt('demo-street', street.id)).toEqual([])
    const told = await system.runtime.store.find(notices, { index: 'byTime', equals: {}, limit: 100 })
    expect(told.documents.map(({ text }) => text)).toContainEqual(
      expect.stringContaining(`${street.name}已经办好您更正资料的请求`),
    )
  })
})
