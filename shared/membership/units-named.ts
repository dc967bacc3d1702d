import type { UnitId } from '../core/ids'
import { unreachable } from '../core/unreachable'
import type { Situation, UnitReference } from './joining'

/** The same answers with other ids for the units of the registry: a unit typed by hand has none. */
export function withUnits(situation: Situation, idOf: (unit: UnitId) => UnitId): Situation {
  const now = (unit: UnitReference): UnitReference =>
    unit.kind === 'listed' ? { ...unit, unit: idOf(unit.unit) } : unit
  switch (situation.work) {
    case 'unit':
    case 'owner':
      return { ...situation, unit: now(situation.unit) }
    case 'dispatched':
      return { ...situation, agency: now(situation.agency), userUnit: now(situation.userUnit) }
    case 'outsourced':
      return { ...situation, employer: now(situation.employer), host: now(situation.host) }
    case 'platform':
      return situation.employer === undefined ? situation : { ...situation, employer: now(situation.employer) }
    case 'several':
      return { ...situation, jobs: situation.jobs.map(now) }
    case 'seconded':
      return { ...situation, home: now(situation.home), host: now(situation.host) }
    case 'other':
      return situation
    default:
      return unreachable(situation)
  }
}
