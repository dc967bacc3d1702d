import fc from 'fast-check'
import { route, routeIn } from './routing'
import { gatherSlice } from './routing-slice'
import { Worker } from './routing-types'
import { anyPolicy, anyWorker, anyWorld, asDocuments } from './routing-worlds.fixture'
import { townWith, userFirst } from './routing.fixture'

const town = townWith()

describe('reading only what a worker’s route depends on', () => {
  test('answers what the whole world answers, in every world, for every worker and policy', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anyWorker, anyPolicy, async (world, worker, policy) => {
        const slice = await gatherSlice(worker, asDocuments(world).read)
        expect(routeIn(slice, worker, policy)).toEqual(route(world, worker, policy))
      }),
      { numRuns: 3000 },
    )
  })

  test('never reads a document twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anyWorker, async (world, worker) => {
        const { read } = asDocuments(world)
        const seen: string[] = []
        const noted =
          <Id extends string, Document>(reader: (id: Id) => Promise<Document>) =>
          (id: Id) => {
            seen.push(id)
            return reader(id)
          }
        await gatherSlice(worker, { region: noted(read.region), unit: noted(read.unit), union: noted(read.union) })
        // A dangling id, `ghost`, may stand for a region, a unit and a union.
        const known = seen.filter((id) => id !== 'ghost')
        expect(new Set(known).size).toBe(known.length)
      }),
    )
  })

  test.each([
    [
      'R10 staff of a unit with an active union: unit and union, no place',
      { category: 'regular', employer: 'factory' },
      { unit: 1, union: 1, region: 0 },
    ],
    ['R11 a branch: its parent too', { category: 'regular', employer: 'site' }, { unit: 2, union: 1, region: 0 }],
    ['R12 a joint union: no place', { category: 'regular', employer: 'twice' }, { unit: 1, union: 2, region: 0 }],
    [
      'R15 nobody: the unit and its region chain',
      { category: 'regular', employer: 'bakery' },
      { unit: 1, union: 0, region: 4 },
    ],
    [
      'R20 dispatched: two units, two unions',
      { category: 'dispatched', agency: 'agency', userUnit: 'factory' },
      { unit: 2, union: 2, region: 0 },
    ],
    [
      'R41 a rider: the region chain alone',
      { category: 'new_form', workRegion: 'grid' },
      { unit: 0, union: 0, region: 5 },
    ],
    [
      'R02 on file: nothing',
      { category: 'regular', employer: 'factory', existingByNormalisedId: 'factoryUnion' },
      { unit: 0, union: 0, region: 0 },
    ],
    [
      'R60 a member: the union held is not read',
      { category: 'regular', employer: 'factory', membership: { union: 'courierUnion' } },
      { unit: 1, union: 1, region: 0 },
    ],
  ])('%s', async (_title, worker, reads) => {
    const { read, count } = asDocuments(town)
    await gatherSlice(Worker.parse(worker), read)
    expect(count()).toEqual(reads)
  })

  test('R10 behind an active union nothing is read: neither the parent nor the joint unions that list the unit too', async () => {
    const world = townWith({
      units: {
        plant: {
          kind: '国有企业',
          region: 'village',
          parent: 'group',
          union: 'factoryUnion',
          coveredBy: ['buildingUnion'],
        },
      },
    })
    const { read, count } = asDocuments(world)
    await gatherSlice(Worker.parse({ category: 'regular', employer: 'plant' }), read)
    expect(count()).toEqual({ unit: 1, union: 1, region: 0 })
  })

  test('R15 the joint union that is gone sends the reading on to the places', async () => {
    const world = townWith({
      unions: { buildingUnion: { type: 'building_joint', status: 'dissolved', covers: ['shop'] } },
    })
    const { read, count } = asDocuments(world)
    const worker = Worker.parse({ category: 'regular', employer: 'shop' })
    const slice = await gatherSlice(worker, read)
    expect(routeIn(slice, worker, userFirst)).toEqual(route(world, worker, userFirst))
    expect(count()).toEqual({ unit: 1, union: 1, region: 4 })
  })
})
