import { Scene, type UnionId, type UnitId } from '../../shared/core/ids'
import { isoTime } from '../../shared/core/time'
import { accountOf } from '../../cloudfunctions/_kernel/caller'
import { invitations } from '../../cloudfunctions/_kernel/records/registry'
import { entry, type WorldEntry } from './entry'
import { officerOpenid } from './officers'
import { castScenes, castUnions, castUnits } from './personas'
import type { Prng } from './prng'
import type { RegistryBuilder } from './registry/builder'
import type { WorldTools } from './tools'

const posters: readonly { scene: Scene; union: UnionId; unit?: UnitId }[] = [
  { scene: castScenes.newForm, union: castUnions.newForm.id },
  { scene: castScenes.factory, union: castUnions.factory.id, unit: castUnits.factory.id },
  { scene: castScenes.factoryUnion, union: castUnions.factory.id },
  { scene: castScenes.agency, union: castUnions.agency.id, unit: castUnits.agency.id },
  { scene: castScenes.battery, union: castUnions.battery.id, unit: castUnits.battery.id },
]

/** 邀请码: the personas’ posters, and one for every third union with a unit of its own. */
export function* invitationEntries(world: RegistryBuilder, prng: Prng, tools: WorldTools): Generator<WorldEntry> {
  for (const poster of posters) yield invitation(poster)
  const cast = new Set<string>(Object.values(castUnions).map(({ id }) => id))
  for (const { _id, hostUnit, status } of world.unions.values()) {
    if (hostUnit === undefined || status !== 'active' || cast.has(_id) || !prng.chance(1 / 3)) continue
    yield invitation({ scene: Scene.parse(`demo-${_id}`), union: _id, unit: hostUnit })
  }

  function invitation({ scene, union, unit }: (typeof posters)[number]): WorldEntry {
    return entry(invitations, {
      _id: scene,
      union,
      createdAt: isoTime(Date.parse('2026-03-02T02:00:00.000Z')),
      by: accountOf(officerOpenid(union, 'chair'), tools),
      ...(unit === undefined ? {} : { unit }),
    })
  }
}
