import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chinaDay, yearsBetween } from '../../shared/core/time'
import { isOpen } from '../../shared/membership/application'
import { route } from '../../shared/membership/routing'
import { toWorker } from '../../shared/membership/to-worker'
import { World } from '../../shared/org/world'
import { resolvePolicy } from '../../shared/policy/resolve'
import {
  ApplicantSecrets,
  applications,
  claims,
  type ApplicationRecord,
} from '../../cloudfunctions/_kernel/records/applications'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { memberships } from '../../cloudfunctions/_kernel/records/memberships'
import { identifiers } from '../../cloudfunctions/_kernel/records/persons'
import { invitations, officers, regions } from '../../cloudfunctions/_kernel/records/registry'
import { openJson } from '../../cloudfunctions/_kernel/secrets'
import { membershipFunction } from '../../cloudfunctions/membership/function'
import { identify } from '../../cloudfunctions/membership/joining/identify'
import { openLocalSystem, type LocalSystem } from '../runtime'
import { asApplicant } from './cast-people'
import { loadWorld } from './load'
import { castPeople, castScenes, castUnions, personas } from './personas'
import { prngOf } from './prng'
import { buildRegistry } from './registry/build'

const size = { units: 400, unions: 250, members: 400, applications: 40 }
const seed = 'load'
const folder = mkdtempSync(join(tmpdir(), 'world-'))
let system: LocalSystem

beforeAll(async () => {
  system = openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  await loadWorld(size, seed, system.runtime, membershipFunction, () => {})
}, 600_000)
afterAll(async () => {
  await system.close()
  rmSync(folder, { recursive: true })
})

async function allApplications(): Promise<readonly ApplicationRecord[]> {
  const all: ApplicationRecord[] = []
  for (let cursor: string | undefined; ;) {
    const page = await system.runtime.store.find(applications, {
      index: 'inbox',
      equals: {},
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    })
    all.push(...page.documents)
    if (page.cursor === undefined) return all
    cursor = page.cursor
  }
}

const lockOf = (person: (typeof castPeople)[keyof typeof castPeople]) => {
  const { runtime } = system
  const identified = identify(asApplicant(person), { indexer: runtime.indexer, today: chinaDay(runtime.now()) })
  if (!identified.ok) throw new Error(identified.code)
  return identified.data.locks[0]
}

describe('the loaded world', () => {
  test('has the open applications asked for besides those of the cast, in every state', async () => {
    const all = await allApplications()
    expect(all.filter(({ state }) => isOpen(state)).length).toBeGreaterThanOrEqual(size.applications)
    expect(new Set(all.map(({ state }) => state))).toEqual(
      new Set(['submitted', 'returned', 'approved', 'rejected', 'withdrawn']),
    )
  })

  test('each open application stands at a union that the rules offer when its worker is routed again over the whole world', async () => {
    const world = snapshot()
    for (const application of (await allApplications()).filter(({ state, undecided }) => isOpen(state) && !undecided)) {
      const { answers, birth } = openJson(
        system.runtime.sealer,
        { collection: 'applications', id: application._id, field: 'secrets' },
        ApplicantSecrets,
        application.secrets,
      )
      const today = chinaDay(application.submittedAt)
      const age = birth === undefined ? undefined : yearsBetween(birth, today)
      const worker = toWorker(answers.situation, { age, retired: answers.retired, standing: { kind: 'none' } })
      const region = await system.runtime.store.get(regions, worker.workRegion ?? '')
      const policy = resolvePolicy(region?.path ?? [], today)
      const result = route(world, worker, policy.values)
      expect([result.primary, ...result.alternatives]).toContain(application.union)
    }
  })

  test('due dates are spread: some passed, some near, some far', async () => {
    const today = chinaDay(system.runtime.now())
    const due = (await allApplications()).filter(({ state }) => state === 'submitted').map(({ dueOn }) => dueOn)
    expect(due.some((day) => day < today)).toBe(true)
    expect(due.some((day) => day > today)).toBe(true)
    expect(new Set(due).size).toBeGreaterThan(6)
  })

  test('Changxing’s letters carry a signature, Qingdao’s are ticked', async () => {
    const all = await allApplications()
    const signed = all.filter(({ letter }) => letter.signature !== undefined)
    expect(signed.some(({ union }) => union === castUnions.battery.id)).toBe(true)
    for (const { letter } of signed)
      expect(await system.runtime.files.get(letter.signature ?? '')).toMatchObject({ kind: 'signature' })
    expect(
      all.filter(({ union }) => union === castUnions.factory.id).every(({ letter }) => letter.signature === undefined),
    ).toBe(true)
  })

  test('every persona’s office is held, and every poster leads to its union', async () => {
    for (const { office, openid } of personas) {
      if (office === undefined) continue
      const id = `${office.union}:${accountOf(openid, system.runtime)}`
      expect((await system.runtime.store.get(officers, id))?.role).toBe(office.role)
    }
    for (const scene of Object.values(castScenes))
      expect(await system.runtime.store.get(invitations, scene)).toBeDefined()
  })

  test('the workers of the cast are free to join; the known member and the retained one are on file', async () => {
    const { store } = system.runtime
    for (const person of [castPeople.rider, castPeople.dispatched, castPeople.workshop, castPeople.batteryWorker]) {
      expect(await store.get(identifiers, lockOf(person))).toBeUndefined()
      expect(await store.get(claims, `person:${lockOf(person)}`)).toBeUndefined()
    }
    const stateOf = async (person: (typeof castPeople)[keyof typeof castPeople]) => {
      const identifier = await store.get(identifiers, lockOf(person))
      return identifier === undefined ? undefined : (await store.get(memberships, identifier.person))?.state
    }
    expect(await stateOf(castPeople.known)).toBe('active')
    expect(await stateOf(castPeople.onFile)).toBe('active')
    expect(await stateOf(castPeople.retained)).toBe('retained')
    expect(await store.get(claims, `person:${lockOf(castPeople.applying)}`)).toBeDefined()
  })

  test('names, numbers and phones lie nowhere in the open', async () => {
    await system.close()
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync(system.folder.database).toString('latin1')
    for (const { number, mobile, name } of Object.values(castPeople)) {
      for (const secret of [number, mobile, Buffer.from(name).toString('latin1')])
        expect(bytes.includes(secret)).toBe(false)
    }
    system = openLocalSystem({ folder, origin: 'http://127.0.0.1' })
  })
})

/** The registry as routing’s snapshot: built again from the seed, so that nothing of the store is trusted. */
function snapshot(): World {
  const registry = buildRegistry(size, prngOf(seed).branch('registry'))
  return World.parse({
    regions: Object.fromEntries(
      registry.places.all.map(({ id, name, level, parent }) => [id, { name, level, parent }]),
    ),
    unions: Object.fromEntries(
      [...registry.unions].map(([id, { name, type, status, region, parent, direct, industries }]) => [
        id,
        { name, type, status, region, parent, direct, industries },
      ]),
    ),
    units: Object.fromEntries(
      [...registry.units].map(([id, { unitKind, ...unit }]) => [id, { ...unit, kind: unitKind }]),
    ),
  })
}
