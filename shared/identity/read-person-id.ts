import type { IsoDate } from '../core/time'
import type { Misread } from './reading'

/** 证件号码: every kind that 003 annex 3 and REQUIREMENTS name. Rules with numbers: docs/rules/identity.md. */
export type PersonIdKind =
  'resident18' | 'resident15' | 'hmt18' | 'fpr18' | 'fpr15' | 'passport' | 'hkmacao_permit' | 'taiwan_permit'

export type PersonIdReason =
  | 'empty'
  | 'length'
  | 'character'
  | 'area'
  | 'birth'
  | 'birth-in-future'
  | 'birth-too-early'
  | 'check-digit'
  | 'other-document'

export interface PersonIdWarning {
  readonly code: 'unknown-county' | 'sequence-zero'
  readonly message: string
}

export interface ReadPersonId {
  readonly ok: true
  readonly kind: PersonIdKind
  /** As it stands on the document: narrowed, capitals, without spaces. */
  readonly value: string
  /** The form under which the same person is found again: a 15-digit number brought to 18. */
  readonly normalised: string
  readonly masked: string
  readonly birth?: IsoDate
  readonly sex?: 'male' | 'female'
  readonly area?: string
  /** ISO 3166-1 alpha-3, where the number tells. */
  readonly nationality?: string
  readonly warnings: readonly PersonIdWarning[]
}

export type PersonIdMisread = Misread<PersonIdReason>
