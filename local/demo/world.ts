import { castMembers } from './cast-people'
import type { WorldEntry } from './entry'
import { invitationEntries } from './invitations'
import { worldMembers } from './members/members'
import { officerEntries } from './officers'
import type { Prng } from './prng'
import type { RegistryBuilder } from './registry/builder'
import { registryEntries } from './registry/entries'
import { serviceEntries } from './services'
import type { WorldTools } from './tools'

/** How big a world is. Applications are sent through the functions afterwards, see applications/. */
export interface WorldSize {
  readonly units: number
  readonly unions: number
  readonly members: number
  readonly applications: number
}

/** What `npm start` shows: a city’s worth of everything, in seconds. */
export const demoSize: WorldSize = { units: 2_000, unions: 600, members: 5_000, applications: 300 }
export const demoSeed = '2026'

/** Every document of a world but its applications, one at a time: the registry is kept in memory, people are not. */
export function* worldEntries(
  world: RegistryBuilder,
  members: number,
  prng: Prng,
  tools: WorldTools,
): Generator<WorldEntry> {
  yield* registryEntries(world)
  yield* officerEntries(world, prng.branch('officers'), tools)
  yield* invitationEntries(world, prng.branch('invitations'), tools)
  yield* serviceEntries(prng.branch('services'), tools)
  yield* castMembers(world, prng.branch('cast'), tools)
  yield* worldMembers(world, members, prng.branch('members'), tools)
}
