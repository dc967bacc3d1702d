import { z } from 'zod'
import { World } from '../org/world'
import vectors from '../vectors/routing-cases.json'
import { route, routeIn } from './routing'
import { gatherSlice } from './routing-slice'
import { RoutingPolicy, Worker } from './routing-types'
import { asDocuments } from './routing-worlds.fixture'

const Case = z.object({
  id: z.string(),
  title: z.string(),
  policy: z.string(),
  tree: z.string(),
  patch: z.json(),
  worker: Worker,
  expected: z.looseObject({ action: z.string(), primary: z.string().nullable(), rules: z.array(z.string()) }),
})
const Vectors = z.object({
  policies: z.record(z.string(), RoutingPolicy),
  trees: z.record(z.string(), z.json()),
  cases: z.array(Case),
})
const { policies, trees, cases } = Vectors.parse(vectors)

const rows = cases.map((each) => [each.id, each.title, each.expected.rules.join(' '), each] as const)

describe('the published cases of ROUTING.md', () => {
  test.each(rows)('%s %s (%s)', (_id, _title, _rules, { policy, tree, patch, worker, expected }) => {
    const world = World.parse(mergePatch(trees[tree] ?? {}, patch))
    expect(route(world, worker, policyNamed(policy))).toEqual(expected)
  })

  test.each(rows)(
    '%s %s, from a handful of documents (%s)',
    async (_id, _title, _rules, { policy, tree, patch, worker, expected }) => {
      const { read, count } = asDocuments(World.parse(mergePatch(trees[tree] ?? {}, patch)))
      const slice = await gatherSlice(worker, read)
      expect(routeIn(slice, worker, policyNamed(policy))).toEqual(expected)
      const { region, unit, union } = count()
      expect(region + unit + union).toBeLessThanOrEqual(18)
    },
  )
})

function policyNamed(name: string): RoutingPolicy {
  const policy = policies[name]
  if (policy === undefined) throw new Error(`no such policy: ${name}`)
  return policy
}

type Json = z.infer<ReturnType<typeof z.json>>
type JsonObject = { [key: string]: Json }

/** RFC 7396: null removes, an object merges, anything else replaces. */
function mergePatch(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch
  const old = isObject(target) ? target : {}
  const changed = Object.entries(patch).flatMap(([key, value]) =>
    value === null ? [] : [[key, mergePatch(old[key] ?? {}, value)] as const],
  )
  return {
    ...Object.fromEntries(Object.entries(old).filter(([key]) => !(key in patch))),
    ...Object.fromEntries(changed),
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
