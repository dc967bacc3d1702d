import { yearsBetween, type IsoDate } from '../../../shared/core/time'
import { refuse, succeed, type Outcome } from '../../../shared/core/outcome'
import { maskMobile } from '../../../shared/identity/mask'
import { parseMobile } from '../../../shared/identity/mobile'
import { parsePersonId } from '../../../shared/identity/person-id'
import type { IdentityAnswers } from '../../../shared/membership/joining'
import { personLocks } from '../../_kernel/locks'
import type { Locks } from '../../_kernel/seal/sealer'
import type { Call } from '../../_kernel/serve'

/** 身份: who somebody says they are, in normal form. Lives in memory of one call only. */
export interface PersonIdentity {
  readonly name: string
  readonly number: string
  readonly maskedNumber: string
  readonly documentKind: string
  readonly nationality: string
  readonly birth?: IsoDate
  readonly sex?: 'male' | 'female'
  readonly age?: number
  readonly warnings: readonly string[]
  /** Keyed digests under which the person is unique, one per lock key. */
  readonly locks: Locks
}

/** With the phone number as typed. */
export interface Identity extends PersonIdentity {
  readonly mobile: string
  readonly maskedMobile: string
}

type Ports = Pick<Call<unknown>, 'today' | 'indexer'>

/** The server reads number and phone itself: what the page checked is a courtesy. */
export function identify(
  answers: IdentityAnswers,
  call: Ports,
): Outcome<Identity, 'IDENTITY_INVALID' | 'MOBILE_INVALID'> {
  const person = identifyPerson(answers, call)
  if (!person.ok) return person
  const mobile = parseMobile(answers.mobile)
  if (!mobile.ok) return refuse('MOBILE_INVALID', { field: 'identity.mobile', message: mobile.message })
  return succeed({ ...person.data, mobile: mobile.normalised, maskedMobile: maskMobile(mobile.normalised) })
}

/** The person alone, where no phone number is typed. */
export function identifyPerson(
  answers: Omit<IdentityAnswers, 'mobile'>,
  call: Ports,
): Outcome<PersonIdentity, 'IDENTITY_INVALID'> {
  const id = parsePersonId(answers.number, call.today, answers.document)
  if (!id.ok) return refuse('IDENTITY_INVALID', { field: 'identity.number', message: id.message })
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
    warnings: id.warnings.map((warning) => warning.message),
    locks: personLocks({ number: id.normalised, documentKind: id.kind }, nationality, call.indexer),
  })
}
