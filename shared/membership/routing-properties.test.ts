import fc from 'fast-check'
import { UnionId } from '../core/ids'
import type { World } from '../org/world'
import { isActive } from './routing-cover'
import { route } from './routing'
import { RuleId, type RoutingPolicy, type RoutingResult, type Worker } from './routing-types'
import { anyPolicy, anyWorker, anyWorld } from './routing-worlds.fixture'
import { indexWorld } from './routing-world'

const runs = { numRuns: 1000 }

function always(what: (result: RoutingResult, given: { world: World; worker: Worker }) => void) {
  fc.assert(
    fc.property(anyWorld, anyWorker, anyPolicy, (world, worker, policy) => {
      what(route(world, worker, policy), { world, worker })
    }),
    runs,
  )
}

describe('whatever the world, the worker and the policy', () => {
  test('nobody gets a second membership: who is a member of this system is never told to join or choose', () => {
    always(({ action, transferFrom }, { worker }) => {
      if (worker.membership || worker.existingByNormalisedId) expect(['JOIN', 'CHOOSE']).not.toContain(action)
      if (action === 'KEEP' || action === 'BLOCK_DUPLICATE') expect(transferFrom).toBeUndefined()
    })
  })

  test('nobody gets a second application: while one is open it is kept, moved, or left to a human', () => {
    always(({ action, withdrawFrom, primary }, { worker }) => {
      if (!worker.pendingApplication) return
      expect(['JOIN', 'CHOOSE', 'TRANSFER', 'RESUME_TRANSFER']).not.toContain(action)
      if (action === 'REROUTE') {
        expect(withdrawFrom).toBe(worker.pendingApplication)
        expect(primary).not.toBe(withdrawFrom)
      }
    })
  })

  test('whoever is sent somewhere is sent to an active union, and so is every alternative', () => {
    always(({ action, primary, alternatives }, { world }) => {
      const index = indexWorld(world)
      if (['JOIN', 'TRANSFER', 'RESUME_TRANSFER', 'REROUTE'].includes(action))
        expect(primary === null || !isActive(index, primary)).toBe(false)
      if (action === 'CHOOSE')
        expect([primary, ...alternatives].filter((union) => union !== null).length).toBeGreaterThan(0)
      for (const union of alternatives) expect(isActive(index, union)).toBe(true)
    })
  })

  test('alternatives never repeat the primary or each other', () => {
    always(({ primary, alternatives }) => {
      const offered = [...(primary === null ? [] : [primary]), ...alternatives]
      expect(new Set(offered).size).toBe(offered.length)
    })
  })

  test('every decision names its rules, and follow-ups and flags stand once', () => {
    always(({ rules, followUps, flags }) => {
      expect(rules.length).toBeGreaterThan(0)
      expect(rules.length).toBeLessThanOrEqual(2)
      expect(new Set(followUps).size).toBe(followUps.length)
      expect(new Set(flags).size).toBe(flags.length)
    })
  })

  test('the order in which regions, unions, units and their lists are written does not matter', () => {
    fc.assert(
      fc.property(anyWorld, anyWorker, anyPolicy, (world, worker, policy) => {
        expect(route(backwards(world), worker, policy)).toEqual(route(world, worker, policy))
      }),
      runs,
    )
  })

  test('every rule is reached, so that none of this is empty', () => {
    const reached = new Set<RuleId>()
    for (const [world, worker, policy] of fc.sample(fc.tuple(anyWorld, anyWorker, anyPolicy), {
      numRuns: 6000,
      seed: 1,
    })) {
      for (const rule of route(world, worker, policy).rules) reached.add(rule)
    }
    expect(RuleId.options.filter((rule) => !reached.has(rule))).toEqual([])
  })
})

test('ids that JavaScript knows by itself are ids like any other', () => {
  const policy: RoutingPolicy = { dispatch: 'USER_FIRST', newFormPrimary: 'TERRITORY', dissolvedRetain: 'RESIDENCE' }
  const strange = ['constructor', 'toString', 'hasOwnProperty'].map((id) => UnionId.parse(id))
  for (const union of strange) {
    expect(
      route(
        { regions: {}, unions: {}, units: {} },
        { category: 'regular', workRegion: null, membership: { union }, event: 'UNION_DISSOLVED' },
        policy,
      ).rules,
    ).toEqual(['R08', 'R07'])
  }
})

function backwards(world: World): World {
  const turned = <Piece>(record: Readonly<Record<string, Piece>>, mend: (piece: Piece) => Piece = (piece) => piece) =>
    Object.fromEntries(
      Object.entries(record)
        .reverse()
        .map(([id, piece]) => [id, mend(piece)]),
    )
  return {
    regions: turned(world.regions),
    unions: turned(world.unions, (union) => ({
      ...union,
      covers: [...(union.covers ?? [])].reverse(),
      industries: [...(union.industries ?? [])].reverse(),
    })),
    units: turned(world.units, (unit) => ({ ...unit, coveredBy: [...(unit.coveredBy ?? [])].reverse() })),
  }
}
