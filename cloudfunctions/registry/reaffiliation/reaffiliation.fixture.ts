import { approvedFounding } from '../applications/applications.fixture'
import { papersOf, street, upper } from '../../membership/events/events.fixture'
import { castUnions } from '../../../local/demo/personas'
import { UnionId } from '../../../shared/core/ids'
import { granted, type TestSystem } from '../../../tests/system'

/** The district, above the street; no union of the street’s own line is below it otherwise. */
export const taking = castUnions.shinan.id

/** A union below the street that the district is asked to lead, with the one that was founded for it. */
export async function askedMove(system: TestSystem) {
  const { union } = await approvedFounding(system)
  const moving = UnionId.parse(union)
  const papers = await papersOf(system, ['report', 'reply'])
  const input = { union: upper, moving, to: taking, reason: '企业归区里直接管', papers }
  const { reaffiliation } = granted(await system.ask(street, 'registry', 'askReaffiliation', input))
  return { moving, reaffiliation }
}
