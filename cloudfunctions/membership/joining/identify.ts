import { yearsBetween, type IsoDate } from '../../../shared/core/time'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { maskMobile } from '../../../shared/identity/mask'
import { parseMobile } from '../../../shared/identity/mobile'
import { parsePersonId } from '../../../shared/identity/person-id'
import type { IdentityAnswers } from '../../../shared/membership/joining'
import { personLocks } from '../../_kernel/locks'
import type { Locks } from '../../_kernel/seal/sealer'
import type { Call } from '../../_kernel/serve'

/** 身份: the typed identity in normal form. Lives in memory of one call only. */
export interface Identity {
  readonly name: string
  readonly number: string
  readonly maskedNumber: string
  readonly documentKind: string
  readonly nationality: string
  readonly birth?: IsoDate
  readonly sex?: 'male' | 'female'
  readonly age?: number
  readonly mobile: string
  readonly maskedMobile: string
  readonly warnings: readonly string[]
  /** Keyed digests under which the person is unique, one per lock key. */
  readonly locks: Locks
}

/** The server reads the number itself: what the page checked is a courtesy. */
export function identify(
  answers: IdentityAnswers,
  call: Pick<Call<unknown>, 'today' | 'indexer'>,
): Outcome<Identity, 'IDENTITY_INVALID' | 'MOBILE_INVALID'> {
  const id = parsePersonId(answers.number, call.today, answers.document)
  if (!id.ok) return refuse('IDENTITY_INVALID', { field: 'identity.number', message: id.message })
  const mobile = parseMobile(answers.mobile)
  if (!mobile.ok) return refuse('MOBILE_INVALID', { field: 'identity.mobile', message: mobile.message })

  const nationality = id.nationality ?? answers.nationality ?? 'CHN'
  const birth = id.birth ?? answers.birth
  const sex = id.sex ?? answers.sex
  return succeed({
    name: answers.name,
    number: id.normalised,
    maskedNumber: id.masked,
    documentKind: id.kind,
    nationality,
    ...(birth === undefined ? {} : { birth, age: yearsBetween(birth, call.today) }),
    ...(sex === undefined ? {} : { sex }),
    mobile: mobile.normalised,
    maskedMobile: maskMobile(mobile.normalised),
    warnings: id.warnings.map((warning) => warning.message),
    locks: personLocks({ number: id.normalised, documentKind: id.kind }, nationality, call.indexer),
  })
}
