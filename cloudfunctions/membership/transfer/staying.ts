import { isSameWork } from '../../../shared/membership/same-work'
import type { Call } from '../../_kernel/serve'
import { situationOf } from '../life/workplace'
import type { WhereTo } from './where-to'

/**
 * 还在本会 (R30, R60, R61): `moves` where the rules send the member elsewhere or leave it to people, `same` where the work is what is on file, `new` where only
 * employer or user unit are others.
 */
export async function newWorkplace(
  { mine: { member }, known, assessment: { result } }: Pick<WhereTo, 'mine' | 'known' | 'assessment'>,
  call: Pick<Call<unknown>, 'store' | 'sealer'>,
): Promise<'moves' | 'same' | 'new'> {
  const keeps = result.action === 'KEEP' && member.state === 'active' && result.primary === member.union
  if (!keeps) return 'moves'
  const before = await situationOf(member, call)
  return before !== undefined && isSameWork(before, known.situation) ? 'same' : 'new'
}
