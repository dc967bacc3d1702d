import { castUnions, castUnits, stage } from '../../../local/demo/personas'
import type { UnionId, UnitId } from '../../../shared/core/ids'
import { founding, newUnit, street, upper } from '../../membership/events/events.fixture'
import { codeOf, openTestSystem, type TestSystem } from '../../../tests/system'
import { units } from '../../_kernel/records/registry'

const factory = castUnions.factory.id
const factoryChair = 'demo-factory-chair'
let system: TestSystem
beforeAll(async () => {
  system = await openTestSystem()
}, 600_000)
afterAll(() => system.close())

async function unitWith(change: object): Promise<UnitId> {
  const id = await newUnit(system)
  await system.runtime.store.transact(async (tx) => {
    const record = await tx.get(units, id)
    if (record !== undefined) await tx.put(units, { ...record, ...change })
  })
  return id
}

/** What each door says; one that lets in asks for papers next. */
async function doors(as: string, union: UnionId, unit: UnitId) {
  const input = { ...(await founding(system, unit)), union, papers: [] }
  return {
    preview: codeOf(await system.ask(as, 'registry', 'foundPreview', { union, unit })),
    invite: codeOf(await system.ask(as, 'registry', 'inviteFounding', { union, unit })),
    found: codeOf(await system.ask(as, 'registry', 'foundUnion', input)),
  }
}
const closed = { preview: 'UNIT_UNKNOWN', invite: 'UNIT_UNKNOWN', found: 'UNIT_UNKNOWN' }
const open = { preview: 'OK', invite: 'OK', found: 'DOCUMENT_MISSING' }

test('a union that leads a place founds there, and nowhere else', async () => {
  expect(await doors(street, upper, await unitWith({}))).toEqual(open)
  expect(await doors(street, upper, await unitWith({ region: stage.changxingCommunity }))).toEqual(closed)
})

test('the union of a unit founds at what belongs to the unit, and takes nobody else’s', async () => {
  expect(await doors(factoryChair, factory, await unitWith({}))).toEqual(closed)
  const part = { region: stage.changxingCommunity, parent: castUnits.factory.id }
  expect(await doors(factoryChair, factory, await unitWith(part))).toEqual(open)
})

test('what a joint union of its line organises is within its reach, wherever it lies', async () => {
  const covered = { region: stage.changxingCommunity, coveredBy: [castUnions.newForm.id] }
  expect(await doors(street, upper, await unitWith(covered))).toEqual(open)
})

test('a joint union is founded in a place that one leads', async () => {
  const body = { kind: 'together', type: 'new_form_joint', units: [], industries: [] }
  const at = async (as: string, union: UnionId, region: string) => {
    const input = { ...(await founding(system, castUnits.factory.id)), union, body: { ...body, region }, papers: [] }
    return codeOf(await system.ask(as, 'registry', 'foundUnion', input))
  }
  expect(await at(street, upper, stage.community)).toBe('DOCUMENT_MISSING')
  expect(await at(street, upper, stage.changxingCommunity)).toBe('REGION_UNKNOWN')
  expect(await at(factoryChair, factory, stage.community)).toBe('REGION_UNKNOWN')
})
