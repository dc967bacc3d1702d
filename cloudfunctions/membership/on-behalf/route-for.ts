import type { UnionId } from '../../../shared/core/ids'
import { succeed, type Outcome } from '../../../shared/core/outcome'
import type { IdentityAnswers, Situation } from '../../../shared/membership/joining'
import type { Call } from '../../_kernel/serve'
import { readingOnce } from '../../_kernel/store/reading-once'
import { assess, choosable, type Assessment } from '../joining/assess'
import { identify, type Identity } from '../joining/identify'
import { withElsewhere } from '../joining/standing'
import { readSituation, type KnownSituation } from '../joining/situation'

/** Where somebody without WeChat belongs, computed as if they had sent the form themselves and were not on file. */
export interface Routed {
  readonly identity: Identity
  readonly known: KnownSituation
  readonly assessment: Assessment
  /** The rules let them take the union that asks. */
  readonly ours: boolean
}

interface Asked {
  readonly union: UnionId
  readonly situation: Situation
  readonly retired: boolean
  readonly identity: IdentityAnswers
  readonly memberElsewhere?: boolean | undefined
}

type Refused = 'IDENTITY_INVALID' | 'MOBILE_INVALID' | 'UNIT_UNKNOWN' | 'REGION_UNKNOWN'

export async function routeFor(
  { union, situation, retired, identity, memberElsewhere = false }: Asked,
  asked: Call<unknown>,
): Promise<Outcome<Routed, Refused>> {
  const call = { ...asked, store: readingOnce(asked.store) }
  const identified = identify(identity, call)
  if (!identified.ok) return identified
  const read = await readSituation(situation, call.store)
  if (!read.ok) return read
  const standing = withElsewhere({ kind: 'none' }, memberElsewhere)
  const assessment = await assess(read.data, { age: identified.data.age, retired, standing }, call)
  const ours = choosable(assessment).some((choice) => choice.union === union)
  return succeed({ identity: identified.data, known: read.data, assessment, ours })
}
