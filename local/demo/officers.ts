import { isoTime } from '../../shared/core/time'
import type { OfficerRole } from '../../shared/org/officers'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { officers, type UnionRecord } from '../../cloudfunctions/_kernel/records/registry'
import { entry, type WorldEntry } from './entry'
import { residentName } from './people/names'
import { personas } from './personas'
import type { Prng } from './prng'
import type { RegistryBuilder } from './registry/builder'
import type { WorldTools } from './tools'

/** The account that holds this office in the demo world, where no persona does. */
export function officerOpenid(union: string, role: OfficerRole): string {
  return `demo-officer-${union}-${role}`
}

/** 工会干部: a chair for every union, in the larger ones a deputy and an organiser too. */
export function* officerEntries(world: RegistryBuilder, prng: Prng, tools: WorldTools): Generator<WorldEntry> {
  const held = personas.flatMap(({ office, openid, person }) =>
    office === undefined ? [] : [{ ...office, openid, name: person.name }],
  )
  for (const union of world.unions.values()) {
    const taken = held.filter((office) => office.union === union._id)
    for (const { role, openid, name } of taken) yield officer(union, role, openid, { name, shown: true })
    for (const role of rolesOf(union, prng)) {
      if (taken.some((office) => office.role === role)) continue
      const sex = prng.chance(0.5) ? 'male' : 'female'
      yield officer(union, role, officerOpenid(union._id, role), {
        name: residentName(prng, sex),
        shown: prng.chance(0.7),
      })
    }
  }

  function officer(
    union: UnionRecord,
    role: OfficerRole,
    openid: string,
    { name, shown }: { name: string; shown: boolean },
  ): WorldEntry {
    const account = accountOf(openid, tools)
    const id = `${union._id}:${account}`
    return entry(officers, {
      _id: id,
      union: union._id,
      account,
      role,
      name: tools.sealer.seal({ collection: 'officers', id, field: 'name' }, name),
      shown,
      since: isoTime(Date.parse('2023-01-09T01:00:00.000Z')),
    })
  }
}

function rolesOf(union: UnionRecord, prng: Prng): readonly OfficerRole[] {
  const leads = union.type.endsWith('_general') || union.type === 'enterprise_group'
  return [
    'chair',
    ...(leads || prng.chance(0.2) ? (['deputy'] as const) : []),
    ...(leads || prng.chance(0.3) ? (['organiser'] as const) : []),
  ]
}
