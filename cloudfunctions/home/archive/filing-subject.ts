import type { UnionId } from '../../../shared/core/ids'

/** What 归档 is asked about: one union and half-year. */
export const filingSubject = (union: UnionId, half: string): string => `${union}.${half}`
