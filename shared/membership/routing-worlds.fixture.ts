import fc from 'fast-check'
import type { RegionId, UnionId, UnitId } from '../core/ids'
import { RegionLevel } from '../org/region'
import { seatTypes, UnionStatus, UnionType } from '../org/union'
import { UnitKind } from '../org/unit'
import { World } from '../org/world'
import { chain } from './routing-candidates'
import type { SliceReaders, SliceRegion, SliceSeat, SliceUnion, SliceUnit } from './routing-slice'
import { RoutingPolicy, Worker } from './routing-types'
import { indexWorld } from './routing-world'

/** Random worlds with everything that real registries should not have: circles, ids that lead nowhere, unions of unknown place. Small, so that pieces meet. */

const ids = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`)
const regionIds = ids('r', 8)
const unionIds = ids('u', 12)
const unitIds = ids('n', 8)
const industries = ['express', 'truck']

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 6 }, { arbitrary: value, weight: 1 })
const oneOf = (known: readonly string[]) => fc.constantFrom(...known, 'ghost')
const someOf = (known: readonly string[]) => fc.subarray([...known, 'ghost'], { maxLength: 3 })

const recordOf = <Piece>(keys: readonly string[], piece: fc.Arbitrary<Piece>) =>
  fc
    .tuple(...keys.map(() => maybe(piece)))
    .map((pieces) =>
      Object.fromEntries(pieces.flatMap((each, at) => (each === undefined ? [] : [[keys[at] ?? '', each]]))),
    )

const region = fc.record({ level: fc.constantFrom(...RegionLevel.options), parent: maybe(oneOf(regionIds)) })
const union = fc.record({
  type: fc.oneof(fc.constantFrom(...seatTypes), fc.constantFrom(...UnionType.options)),
  status: maybe(fc.constantFrom('active' as const, 'active' as const, ...UnionStatus.options)),
  region: maybe(oneOf(regionIds)),
  parent: maybe(oneOf(unionIds)),
  direct: maybe(fc.boolean()),
  industries: fc.subarray(industries),
  covers: someOf(unitIds),
})
const unit = fc.record({
  kind: fc.oneof(fc.constantFrom('机关' as const, '事业单位' as const), fc.constantFrom(...UnitKind.options)),
  region: fc.option(oneOf(regionIds)),
  parent: maybe(oneOf(unitIds)),
  legalPerson: maybe(fc.boolean()),
  union: maybe(oneOf(unionIds)),
  industry: maybe(fc.constantFrom(...industries)),
  coveredBy: someOf(unionIds),
})

export const anyWorld: fc.Arbitrary<World> = fc
  .record({ regions: recordOf(regionIds, region), unions: recordOf(unionIds, union), units: recordOf(unitIds, unit) })
  .map((pieces) => World.parse(pieces))

export const anyWorker: fc.Arbitrary<Worker> = fc
  .record({
    category: fc.constantFrom(
      'regular',
      'off_establishment',
      'dispatched',
      'outsourced',
      'new_form',
      'part_time',
      'flexible',
      'seconded',
      'student',
    ),
    employer: maybe(oneOf(unitIds)),
    userUnit: maybe(oneOf(unitIds)),
    agency: maybe(oneOf(unitIds)),
    jobs: maybe(someOf(unitIds)),
    workRegion: maybe(oneOf(regionIds)),
    homeRegion: maybe(oneOf(regionIds)),
    industry: maybe(fc.constantFrom(...industries)),
    age: maybe(fc.integer({ min: 14, max: 70 })),
    retired: seldom(fc.constant(true)),
    isOwner: seldom(fc.constant(true)),
    secondedMonths: maybe(fc.integer({ min: 0, max: 12 })),
    keepsOtherJob: maybe(fc.boolean()),
    membership: maybe(
      fc.record({
        union: oneOf(unionIds),
        status: fc.constantFrom('active' as const, 'retained' as const),
        external: seldom(fc.constant(true)),
      }),
    ),
    pendingApplication: seldom(oneOf(unionIds)),
    existingByNormalisedId: seldom(oneOf(unionIds)),
    event: maybe(fc.constantFrom('EMPLOYER_UNION_FOUNDED' as const, 'UNION_DISSOLVED' as const)),
  })
  .chain((worker) =>
    fc.constantFrom(worker, worker, worker, worker, {
      ...worker,
      employer: undefined,
      userUnit: undefined,
      agency: undefined,
      jobs: [],
      workRegion: undefined,
    }),
  )
  .map((worker) => Worker.parse(worker))

export const anyPolicy: fc.Arbitrary<RoutingPolicy> = fc.record({
  dispatch: fc.constantFrom(...RoutingPolicy.shape.dispatch.options),
  newFormPrimary: fc.constantFrom(...RoutingPolicy.shape.newFormPrimary.options),
  dissolvedRetain: fc.constantFrom(...RoutingPolicy.shape.dissolvedRetain.options),
})

/** The world as documents, the way a server keeps it, with a count of what is read. */
export function asDocuments(world: World): {
  readonly read: SliceReaders
  readonly count: () => { region: number; unit: number; union: number }
} {
  const index = indexWorld(world)
  const counted = { region: 0, unit: 0, union: 0 }
  return {
    count: () => ({ ...counted }),
    read: {
      region: async (id) => {
        counted.region += 1
        return regionDocument(id)
      },
      unit: async (id) => {
        counted.unit += 1
        return unitDocument(id)
      },
      union: async (id) => {
        counted.union += 1
        return unionDocument(id)
      },
    },
  }

  function regionDocument(id: RegionId): SliceRegion | undefined {
    const found = index.region(id)
    if (found === undefined) return undefined
    return {
      name: id,
      level: found.level,
      parent: found.parent ?? undefined,
      path: chain(index, id),
      seats: index.seats(id).flatMap(seatDocument),
    }
  }

  function seatDocument(id: UnionId): readonly SliceSeat[] {
    const found = unionDocument(id)
    return found === undefined ? [] : [{ union: id, ...found }]
  }

  function unionDocument(id: UnionId): SliceUnion | undefined {
    const found = index.union(id)
    if (found === undefined) return undefined
    const { type, status = 'active', direct = true, industries: held = [], parent } = found
    return { name: id, type, status, direct, industries: held, parent: parent ?? undefined }
  }

  function unitDocument(id: UnitId): SliceUnit | undefined {
    const found = index.unit(id)
    if (found === undefined) return undefined
    const { kind, region: place, parent, legalPerson = true, union: own, industry } = found
    return {
      name: id,
      unitKind: kind,
      region: place ?? undefined,
      parent: parent ?? undefined,
      legalPerson,
      union: own ?? undefined,
      coveredBy: index.joint(id),
      industry: industry ?? undefined,
    }
  }
}
