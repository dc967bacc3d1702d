import type { UnionRecord, UnitRecord } from '../../../cloudfunctions/_kernel/records/registry'
import { situationOf } from '../members/situations'
import { inventPerson, type Origins } from '../people/person'
import type { Prng } from '../prng'
import type { RegistryBuilder } from '../registry/builder'
import type { WorldTools } from '../tools'
import type { ApplicationPlan, LaterAct } from './plan'

const sentences = ['我不在这个区上班', '公司去年就搬走了', '我想加入行业工会', '派遣公司已经换了一家']

/** 入会申请 all over the world, without end: whoever sends them stops when there are enough. Nine in ten are still open. */
export function* worldApplications(
  world: RegistryBuilder,
  origins: Origins,
  prng: Prng,
  tools: WorldTools,
): Generator<ApplicationPlan> {
  const active = [...world.unions.values()].filter(
    ({ status, hostUnit, type }) => status === 'active' && (hostUnit !== undefined || type === 'new_form_joint'),
  )
  const units = [...world.units.values()]
  const agencies = units.filter(({ unitKind }) => unitKind === '劳务派遣单位')
  for (let at = 0; ; at++) {
    const { union, unit } = workplace(world, active, units, prng)
    const sentDaysAgo = prng.weighted([
      [70, prng.whole(0, 10)],
      [20, prng.whole(11, 20)],
      [10, prng.whole(21, 30)],
    ])
    const later = laterActs(prng, sentDaysAgo)
    const objects = later.length === 0 && prng.chance(0.05)
    yield {
      openid: `demo-applicant-${at}`,
      person: inventPerson(prng, origins, tools.today),
      situation: situationOf(union, unit, agencies, prng),
      sentDaysAgo,
      later,
      ...(objects ? { objection: prng.pick(sentences) } : {}),
    }
  }
}

/** Most apply where a union of their own waits for them; some work in units that have none, or on their own in a street. */
function workplace(
  world: RegistryBuilder,
  active: readonly UnionRecord[],
  units: readonly UnitRecord[],
  prng: Prng,
): { union: UnionRecord; unit: UnitRecord | undefined } {
  const union = prng.pick(active)
  if (prng.chance(0.2)) return { union, unit: prng.pick(units) }
  return { union, unit: hostOf(world, union.hostUnit) }
}

function hostOf(world: RegistryBuilder, unit: UnitRecord['_id'] | undefined): UnitRecord | undefined {
  return unit === undefined ? undefined : world.units.get(unit)
}

function laterActs(prng: Prng, sentDaysAgo: number): readonly LaterAct[] {
  if (sentDaysAgo < 4) return []
  return prng.weighted<readonly LaterAct[]>([
    [68, []],
    [8, [{ kind: 'remind', afterHours: 72 }]],
    [7, [{ kind: 'return', reason: prng.pick(['name', 'number', 'unit', 'mobile'] as const), afterHours: 30 }]],
    [
      5,
      [
        { kind: 'return', reason: 'unit', note: '请写全单位名称', afterHours: 20 },
        { kind: 'resubmit', afterHours: 50 },
      ],
    ],
    [7, [{ kind: 'approve', afterHours: 60 }]],
    [2, [{ kind: 'reject', reason: 'not_employed_here', afterHours: 60 }]],
    [3, [{ kind: 'withdraw', afterHours: 40 }]],
  ])
}
