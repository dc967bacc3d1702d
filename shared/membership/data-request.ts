import { z } from 'zod'
import { unreachable } from '../core/unreachable'
import { refuse, succeed, type Outcome } from '../core/outcome'
import { parseMobile } from '../identity/mobile'
import { Education, Household } from './joining'

/** 个人信息请求 (PIPL §44–50): to correct what is wrong, or to delete what was given. */

/** What a union can correct on its roster. The number itself is what makes a person one person: that takes the document on the table. */
export const CorrectedField = z.enum(['name', 'mobile', 'education', 'household', 'other'])
export type CorrectedField = z.infer<typeof CorrectedField>

export const RequestKind = z.enum(['correction', 'erasure'])
export type RequestKind = z.infer<typeof RequestKind>

export const RequestState = z.enum(['open', 'done', 'declined'])
export type RequestState = z.infer<typeof RequestState>

/** PIPL §50 asks for a convenient and timely answer; the bodies’ practice is 15 working days. */
export const requestWorkingDays = 15

/** A correction in the form in which the register keeps it. */
export type Correction =
  | { readonly field: 'name'; readonly value: string }
  | { readonly field: 'mobile'; readonly value: string }
  | { readonly field: 'education'; readonly value: Education }
  | { readonly field: 'household'; readonly value: Household }
  | { readonly field: 'other'; readonly value: string }

const longestName = 50

/** What somebody says is right, read as strictly as when they joined. */
export function readCorrection(
  field: CorrectedField,
  typed: string,
): Outcome<Correction, 'MOBILE_INVALID' | 'CORRECTION_INVALID'> {
  const value = typed.trim()
  switch (field) {
    case 'name':
      return value.length >= 2 && value.length <= longestName
        ? succeed({ field, value })
        : refuse('CORRECTION_INVALID', { field: 'should' })
    case 'mobile': {
      const mobile = parseMobile(value)
      return mobile.ok
        ? succeed({ field, value: mobile.normalised })
        : refuse('MOBILE_INVALID', { field: 'should', message: mobile.message })
    }
    case 'education': {
      const education = Education.safeParse(value)
      return education.success
        ? succeed({ field, value: education.data })
        : refuse('CORRECTION_INVALID', { field: 'should' })
    }
    case 'household': {
      const household = Household.safeParse(value)
      return household.success
        ? succeed({ field, value: household.data })
        : refuse('CORRECTION_INVALID', { field: 'should' })
    }
    case 'other':
      return value.length >= 2 ? succeed({ field, value }) : refuse('CORRECTION_INVALID', { field: 'should' })
    default:
      return unreachable(field)
  }
}
